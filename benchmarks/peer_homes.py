"""Environments of their own for the peers, set up once under .peers and never among ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.worker import ROOT, Unmeasurable, Worker

HOMES = ROOT / ".peers"
SCRIPTS = Path(__file__).parent / "peers"
DIPLOMACY, MESA, BOARDGAME = "diplomacy==1.1.2", "mesa", "boardgame.io@0.50"


def diplomacy() -> Worker:
    """A worker that plays random Diplomacy phases."""
    return Worker(DIPLOMACY, [_python_with(DIPLOMACY), SCRIPTS / "random_phases.py"])


def mesa(model: str) -> Worker:
    """A worker that steps a mesa model, "like" or "barest"."""
    return Worker("mesa", [_python_with(MESA), SCRIPTS / "agent_steps.py", model])


def mesa_version() -> str:
    """The version of mesa that stands ready: the newest one when it was set up."""
    ask = "from importlib.metadata import version; print(version('mesa'))"
    return _run([_python_with(MESA), "-c", ask], MESA).strip()


def boardgame(moves: int, how: str) -> Worker:
    """A worker that replays a boardgame.io log, through a "client" or the bare "reducer"."""
    script = SCRIPTS / "replayed_log.mjs"
    command: list[str | Path] = ["node", script, _node_home(), str(moves), how]
    return Worker("boardgame.io", command, {"NODE_ENV": "production"})


def _python_with(package: str) -> Path:
    """A Python that has the package; sets it up where it does not stand ready."""
    home = HOMES / package.partition("=")[0]
    ready = home / "ready"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not _says(ready, package):
        _tell(f"Setting up {package} in {home.relative_to(ROOT)} (once)…")
        _run([sys.executable, "-m", "venv", "--clear", home], package)
        quietly = ("--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20")
        _run([python, "-m", "pip", "install", *quietly, package], package)
        ready.write_text(package, encoding="utf-8")
    return python


def _node_home() -> Path:
    if not (shutil.which("node") and shutil.which("npm")):
        raise Unmeasurable("boardgame.io needs Node.js with npm, and they are not installed here.")
    home = HOMES / "boardgame"
    ready = home / "ready"
    if not _says(ready, BOARDGAME):
        _tell(f"Setting up {BOARDGAME} in {home.relative_to(ROOT)} (once)…")
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        quietly = ("--no-package-lock", "--no-audit", "--no-fund", "--fetch-retries=1")
        npm = shutil.which("npm") or "npm"
        _run([npm, "install", "--prefix", home, *quietly, BOARDGAME], BOARDGAME)
        ready.write_text(BOARDGAME, encoding="utf-8")
    return home


def _says(ready: Path, package: str) -> bool:
    return ready.is_file() and ready.read_text(encoding="utf-8") == package


def _run(command: Sequence[str | Path], package: str) -> str:
    """What the command printed. Raises Unmeasurable with its last words where it failed."""
    try:
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise Unmeasurable(f"{package} could not be set up: {error}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        last = next((line for line in said if "error" in line.lower()), said[-1] if said else "")
        raise Unmeasurable(f"{package} could not be set up: {last.strip() or 'no reason given'}")
    return done.stdout


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
