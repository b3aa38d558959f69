"""The wheel in an empty environment, far from the checkout: ``python tools/installed.py``.

The command plays a game, tells it into a file, draws its chart and finds it well. Then, with a
browser at hand, ``--browser`` has six phones play two turns against the installed program; that
takes the libraries of the checks on top.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NO_CONSOLE = "idlib-wargame-window"
PLAYED = "an evening.wargame"
IN_A_BROWSER = ("tests/web/test_six_phones.py", "tests/windows/test_application.py")
SHARED = ("tests", "pyproject.toml", "tools", "docs")


def main() -> int:
    """Everything, in a folder that is gone afterwards; 0 where all of it went well."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--browser", action="store_true", help="play from a browser too")
    with tempfile.TemporaryDirectory(prefix="wargame-installed-") as folder:
        here = Installed(Path(folder))
        here.install()
        here.use_the_command()
        if asked.parse_args().browser:
            here.play_from_a_browser()
    print("The installed program does its work.")
    return 0


class Installed:
    """An environment with the wheel, and a folder beside it to work in."""

    def __init__(self, folder: Path) -> None:
        self._wheels = folder / "wheel"
        self._environment = folder / "environment"
        self._work = folder / "work"
        self._work.mkdir()

    def install(self) -> None:
        """Build the wheel, and put it with what requirements.txt pins into a new environment."""
        print("Building and installing the wheel…", flush=True)
        building = ("wheel", "--quiet", "--no-deps", "--wheel-dir", str(self._wheels), str(ROOT))
        _run((sys.executable, "-m", "pip", *building), self._work)
        _run((sys.executable, "-m", "venv", str(self._environment)), self._work)
        (wheel,) = self._wheels.glob("*.whl")
        self._pip("--requirement", str(ROOT / "requirements.txt"))
        self._pip("--no-deps", str(wheel))

    def use_the_command(self) -> None:
        """Play, tell, draw and verify; each must leave what it says."""
        print("Playing with the installed command…", flush=True)
        command = str(self._script("idlib-wargame"))
        packs = self._python_says(
            "from idlib_wargame.packs.shelf import shipped_packs as s; print(len(s()))"
        )
        assert int(packs) > 1, "no packs came with the wheel"
        _run((command, "play", "idlib-2020", "--seed", "5", "--out", PLAYED), self._work)
        told = self._work / "told.txt"
        with told.open("wb") as file:
            _run((command, "show", PLAYED), self._work, stdout=file)
        assert len(told.read_text(encoding="utf-8").splitlines()) > 50, "little was told"
        _run((command, "chart", PLAYED, "--out", "chart.png"), self._work)
        picture = (self._work / "chart.png").read_bytes()
        assert picture.startswith(b"\x89PNG"), "the chart is no picture"
        _run((command, "verify", PLAYED), self._work)
        assert self._script(NO_CONSOLE).is_file(), "the command without a console is missing"

    def play_from_a_browser(self) -> None:
        """The checks that need one, against the installed program."""
        print("Playing from a browser…", flush=True)
        self._pip("--requirement", str(ROOT / "requirements-dev.txt"))
        for name in SHARED:
            _copy(ROOT / name, self._work / name)
        where = self._python_says("import idlib_wargame; print(idlib_wargame.__file__)")
        assert self._environment in Path(where).parents, f"tested would be {where}"
        python = str(self._script("python"))
        _run((python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *IN_A_BROWSER), self._work)

    def _pip(self, *what: str) -> None:
        quietly = ("install", "--quiet", "--disable-pip-version-check", *what)
        _run((str(self._script("python")), "-m", "pip", *quietly), self._work)

    def _python_says(self, code: str) -> str:
        ran = subprocess.run(
            (str(self._script("python")), "-c", code),
            cwd=self._work,
            env=_environment(),
            check=True,
            capture_output=True,
            text=True,
        )
        return ran.stdout.strip()

    def _script(self, name: str) -> Path:
        if sys.platform == "win32":
            return self._environment / "Scripts" / f"{name}.exe"
        return self._environment / "bin" / name


def _run(command: Sequence[str], folder: Path, stdout: object = None) -> None:
    subprocess.run(command, cwd=folder, env=_environment(), check=True, stdout=stdout)  # type: ignore[call-overload]


def _environment() -> dict[str, str]:
    """That of this process, without what would lead Python back into the checkout."""
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {"QT_QPA_PLATFORM": "offscreen", **ours}


def _copy(source: Path, place: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, place)


if __name__ == "__main__":
    sys.exit(main())
