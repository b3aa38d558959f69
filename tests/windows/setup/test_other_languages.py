"""The setup assistant in a language longer than English, and on a screen read from the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.windows.setup.conftest import FULL
from tests.words.pseudo import cut_off, glued_texts, outside, texts_of, unmarked_texts

WIDTH, HEIGHT = 1280, 720
SETTLED = 8  # rounds of the event loop, after which nothing moves any more
Speaker = Callable[[str], None]
# What stands in the fields and is ours only as long as nobody has typed something else.
TYPED = {"Ana", "Ben"}


def assistant(qtbot: QtBot, folder: Path) -> SetupAssistant:
    """The assistant with the full pack, people at a seat, at the size of a small screen."""
    made = SetupAssistant([FULL], folder)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    qtbot.wait_exposed(made)
    made.go_to(1)
    # Its file's name holds the group's, which is in the language, and brackets stand inside it.
    made.exercise_page.group.setText("Ana")
    made.exercise_page.group.textEdited.emit("Ana")
    made.go_to(2)
    made.seats_page.cards[0].names.add(["Ana", "Ben"])
    return made


@pytest.mark.parametrize("code", [ACCENTED, MIRRORED])
@pytest.mark.parametrize("page", range(4))
def test_nothing_is_cut_off_or_outside(
    qtbot: QtBot, tmp_path: Path, speak: Speaker, code: str, page: int
) -> None:
    """At 1280 × 720, on each page."""
    speak(code)
    made = assistant(qtbot, tmp_path)
    made.go_to(page)
    for _ in range(SETTLED):
        QApplication.processEvents()
    assert (made.width(), made.height()) == (WIDTH, HEIGHT)
    assert [*cut_off(made), *outside(made)] == []


@pytest.mark.parametrize("page", range(4))
def test_every_sentence_is_in_the_language(
    qtbot: QtBot, tmp_path: Path, speak: Speaker, full: PackReading, page: int
) -> None:
    """Nothing of ours is left in English or in pieces."""
    speak(ACCENTED)
    made = assistant(qtbot, tmp_path)
    made.go_to(page)
    plan = made.plan
    assert plan is not None
    assert plan.path is not None
    fingerprint = plan.fingerprint
    dice = {fingerprint, fingerprint.upper()[:4], fingerprint.upper()[4:8]}
    files = {str(plan.path), plan.path.name, str(plan.path.parent)}
    strange = texts_of(full.scenario) | TYPED | dice | files
    assert [*unmarked_texts(made, strange, ACCENTED), *glued_texts(made)] == []


def test_it_is_laid_out_from_the_right(qtbot: QtBot, tmp_path: Path, speak: Speaker) -> None:
    """The steps stand on the right, and going on is at the left."""
    speak(MIRRORED)
    made = assistant(qtbot, tmp_path)
    assert made.rail.x() > made.stack.x()
    assert made.onward.mapTo(made, made.onward.rect().center()).x() < WIDTH / 2
    step = made.rail.steps[0].grab().toImage()
    middle = step.height() // 2
    drawn = [x for x in range(step.width()) if step.pixelColor(x, middle) != step.pixelColor(1, 1)]
    assert max(drawn) > step.width() - 5
