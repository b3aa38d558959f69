"""Where things stand in each window on a screen that is read from the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import ROOM
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.windows.cards.track_row import TrackBar
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.window import StartWindow
from idlib_wargame.words.languages import MIRRORED
from tests.conftest import HARBOUR
from tests.harbour_exercise import begin, closed
from tests.windows.walking import WIDTH, shown, windows_let_go

FULL = HARBOUR.with_name("harbour_full")


@pytest.fixture(autouse=True)
def from_the_right(qapp: QApplication, speak: Callable[[str], None]) -> Iterator[None]:
    """The screen is in the mirrored language."""
    theme.apply(qapp)
    speak(MIRRORED)
    with windows_let_go():
        yield


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise of which one turn is closed."""
    session = begin(full, tmp_path / "course.wargame")
    closed(session)
    yield session
    session.close()


def test_start(qtbot: QtBot, tmp_path: Path) -> None:
    """The first thing to do stands on the right."""
    window = StartWindow(tmp_path)
    qtbot.addWidget(window)
    shown(window)
    new, opened, replay = window.tiles
    assert new.x() > opened.x() > replay.x()


def test_setup(qtbot: QtBot, tmp_path: Path) -> None:
    """The steps stand on the right, and going on is at the left."""
    assistant = SetupAssistant([FULL], tmp_path)
    qtbot.addWidget(assistant)
    shown(assistant)
    assert assistant.rail.x() > assistant.stack.x()
    onward = assistant.onward
    assert onward.mapTo(assistant, onward.rect().center()).x() < WIDTH / 2
    step = assistant.rail.steps[0].grab().toImage()
    middle = step.height() // 2
    drawn = [x for x in range(step.width()) if step.pixelColor(x, middle) != step.pixelColor(1, 1)]
    assert max(drawn) > step.width() - 5


def test_desk(qtbot: QtBot, session: Session) -> None:
    """Seats stand on the right, the chart on the left, and the next thing points left."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    shown(desk)
    page = desk.page
    left_to_right = sorted((page.seats, page.tabs, page.side), key=lambda part: part.x())
    assert left_to_right == [page.side, page.tabs, page.seats]
    assert page.top.next.x() < page.top.turn.x()


def test_a_track_fills_from_the_right(qtbot: QtBot, session: Session) -> None:
    """As everything beside it begins there."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    shown(desk)
    desk.turning.show_situation()
    desk.page.situation.either.show_map(False)
    row = desk.page.situation.tracks.rows["calm"]
    bar = row.findChild(TrackBar)
    assert isinstance(bar, TrackBar)
    drawn = bar.grab().toImage()
    middle = drawn.height() // 2
    left, right = (drawn.pixelColor(x, middle) for x in (3, drawn.width() - 4))
    assert left.lightness() > right.lightness()


def test_replay(qtbot: QtBot, session: Session) -> None:
    """All begins at the right but time, which runs to the right everywhere."""
    assert session.path is not None
    window = ReplayWindow(read_session(session.path), ROOM)
    qtbot.addWidget(window)
    shown(window)
    middle = window.tabs.mapTo(window, window.tabs.rect().center()).x()
    assert window.log.x() + window.log.width() < middle
    assert window.chart.plot.layoutDirection() == Qt.LayoutDirection.LeftToRight
    buttons = window.transport
    assert buttons.first.x() < buttons.play.x() < buttons.last.x()
    assert buttons.timeline.across(0) < buttons.timeline.across(5)
