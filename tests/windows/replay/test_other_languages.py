"""A replay in a language longer than English, and on a screen read from the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.reading import read_session
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.secret_session import play_with_secrets
from tests.words.pseudo import cut_off, glued_texts, outside, texts_of, unmarked_texts

WIDTH, HEIGHT = 1280, 720
Speaker = Callable[[str], None]
TITLE = "Staff course"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session with messages, rulings and an ending that is not reached."""
    return play_with_secrets(tmp_path_factory.mktemp("spoken"))


def replay_of(qtbot: QtBot, file: Path, reader: Reader) -> ReplayWindow:
    """Its replay at the size of a small screen, at its last moment."""
    made = ReplayWindow(read_session(file), reader)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    qtbot.wait_exposed(made)
    made.player.seek(made.marks.count - 1)
    return made


@pytest.mark.parametrize("code", [ACCENTED, MIRRORED])
@pytest.mark.parametrize("reader", [ROOM, CONTROL])
def test_nothing_is_cut_off_or_outside(
    qtbot: QtBot, file: Path, speak: Speaker, code: str, reader: Reader
) -> None:
    """At 1280 × 720, on each tab."""
    speak(code)
    made = replay_of(qtbot, file, reader)
    assert made.tabs.count() == 4
    for tab in range(made.tabs.count()):
        made.tabs.setCurrentIndex(tab)
        qtbot.wait(1)
        assert (made.width(), made.height()) == (WIDTH, HEIGHT)
        assert [*cut_off(made), *outside(made)] == []


def test_every_sentence_is_in_the_language(qtbot: QtBot, file: Path, speak: Speaker) -> None:
    """Around the log, nothing of ours is left in English or in pieces."""
    speak(ACCENTED)
    made = replay_of(qtbot, file, CONTROL)
    strange = texts_of(made.saved.scenario) | {TITLE, "Group B", file.name}
    parts = (made.chart, made.outcome, made.readers, made.transport.timeline)
    for part in parts:
        assert part.isVisible()
        assert [*unmarked_texts(part, strange, ACCENTED), *glued_texts(part)] == []


def test_time_runs_to_the_right_on_every_screen(qtbot: QtBot, file: Path, speak: Speaker) -> None:
    """The chart, each of its parts, the slider and its buttons; all else begins at the right."""
    speak(MIRRORED)
    made = replay_of(qtbot, file, ROOM)
    assert made.log.x() + made.log.width() < made.tabs.mapTo(made, made.tabs.rect().center()).x()
    drawing = made.chart.plot.drawing
    items = [drawing, *drawing.childItems()]
    assert len(items) > 7
    directions = {item.layoutDirection() for item in items if hasattr(item, "layoutDirection")}
    assert directions == {Qt.LayoutDirection.LeftToRight}
    assert made.chart.plot.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert drawing.turn_at(made.chart.plot.mapToScene(made.chart.plot.width() - 10, 100)) == 4
    assert made.transport.first.x() < made.transport.play.x() < made.transport.last.x()
    assert made.transport.timeline.across(0) < made.transport.timeline.across(5)
