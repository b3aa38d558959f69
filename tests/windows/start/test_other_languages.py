"""The start window in a language longer than English, and on a screen read from the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from idlib_wargame.views.recent import Recent
from idlib_wargame.windows.start.window import PROGRAM, StartWindow
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.words.pseudo import cut_off, glued_texts, outside, unmarked_texts

WIDTH, HEIGHT = 1280, 720
TITLE, PACK = "Staff course", "The Grey Bank"
Speaker = Callable[[str], None]


def start_window(qtbot: QtBot, folder: Path, recent: int) -> StartWindow:
    """The window with so many sessions, every other one gone or finished."""
    made = StartWindow(folder)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    paths = [folder / f"{number}.wargame" for number in range(recent)]
    for path in paths[::2]:
        path.touch()
    when = "2031-03-03T12:00:00+00:00"
    made.show_recent(
        [
            Recent(path, TITLE, PACK, 3, 4, n % 3 == 0, when, (1, 2), 0, 6)
            for n, path in enumerate(paths)
        ]
    )
    made.show()
    qtbot.wait_exposed(made)
    qtbot.wait(1)
    return made


@pytest.mark.parametrize("code", [ACCENTED, MIRRORED])
@pytest.mark.parametrize("recent", [0, 4])
def test_nothing_is_cut_off_or_outside(
    qtbot: QtBot, tmp_path: Path, speak: Speaker, code: str, recent: int
) -> None:
    """At 1280 × 720, with sessions and without."""
    speak(code)
    made = start_window(qtbot, tmp_path, recent)
    assert (made.width(), made.height()) == (WIDTH, HEIGHT)
    assert [*cut_off(made), *outside(made)] == []


@pytest.mark.parametrize("recent", [0, 4])
def test_every_sentence_is_in_the_language(
    qtbot: QtBot, tmp_path: Path, speak: Speaker, recent: int
) -> None:
    """Nothing of ours is left in English or in pieces, but for the program's own name."""
    speak(ACCENTED)
    made = start_window(qtbot, tmp_path, recent)
    files = {str(tmp_path / f"{number}.wargame") for number in range(recent)}
    strange = {PROGRAM, TITLE, PACK, *files}
    assert [*unmarked_texts(made, strange, ACCENTED), *glued_texts(made)] == []


def test_it_is_laid_out_from_the_right(qtbot: QtBot, tmp_path: Path, speak: Speaker) -> None:
    """The first thing to do stands on the right."""
    speak(MIRRORED)
    made = start_window(qtbot, tmp_path, 0)
    new, opened, replay = made.tiles
    assert new.x() > opened.x() > replay.x()
