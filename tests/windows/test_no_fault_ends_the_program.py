"""Whatever goes wrong in a callback of Qt, the program goes on, writes it down and says so once."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.reading import read_session
from tests.harbour_exercise import begin
from tests.program_on_screen import paths_in
from tests.tries import thorough
from tests.windows.breaking import KINDS

WINDOWS = Path(__file__).parents[2] / "idlib_wargame" / "windows"


EACH_ALONE = [pytest.param((kind,), id=kind, marks=thorough) for kind in KINDS]


@pytest.mark.parametrize("kinds", [pytest.param(KINDS, id="one after another"), *EACH_ALONE])
def test_the_program_goes_on(kinds: Sequence[str], harbour: PackReading, tmp_path: Path) -> None:
    """It ends well when its window is closed, with the session whole in its one file.

    However often a mistake is made, it is told once, and its traceback is in the log once.
    """
    path = tmp_path / "a.wargame"
    begin(harbour, path).close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.windows.breaking", ",".join(kinds), str(tmp_path), str(path)],
        cwd=WINDOWS.parents[1],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr[-2000:] if done.returncode else "") == (0, "")
    assert done.stdout.splitlines() == ["told"] * len(kinds)
    written = paths_in(tmp_path).faults.read_text(encoding="utf-8")
    listened = "listener" in kinds  # it fails at two changes, and both stand in the record
    assert written.count("Traceback") == len(kinds) + listened
    assert "Mistake" in written
    assert not path.with_name("a.wargame-wal").exists()
    saved = read_session(path)
    assert saved.complete
    assert len(saved.entries) == (7 if listened else 5)


def test_every_model_answers_whatever_happens() -> None:
    """Whatever derives from a model of Qt says what it answers after a mistake."""
    models = [
        (node.name, [getattr(each.func, "id", "") for each in node.decorator_list])  # type: ignore[attr-defined]
        for file in WINDOWS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(re.fullmatch(r"Q\w*Model", getattr(base, "id", "")) for base in node.bases)
    ]
    assert len(models) >= 3
    assert [name for name, decorators in models if decorators != ["unfailing"]] == []


def test_every_painter_ends_whatever_happens() -> None:
    """No window makes a painter of its own, which a mistake would leave at work.

    A printer's is none of a window's: it is ended where the printing is.
    """
    made = [
        f"{file.relative_to(WINDOWS)}:{node.lineno}"
        for file in WINDOWS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QPainter"
    ]
    files = sorted(place.partition(":")[0] for place in made)
    assert files == ["look/painting.py", "parts/paper_printing.py"]
