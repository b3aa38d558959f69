"""At the end of a replay there is something to press."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.windows.replay.window import ReplayWindow
from tests.windows.asking import asked, offered_place
from tests.windows.play_harbour import begin, closed
from tests.windows.stray import watch_for_strays


@pytest.fixture
def saved(harbour: PackReading, tmp_path: Path) -> SavedSession:
    """A finished exercise."""
    session = begin(harbour, tmp_path / "course.wargame")
    closed(session)
    session.submit(Finish(), FACILITATOR)
    session.close()
    return read_session(tmp_path / "course.wargame")


def at_the_end(qtbot: QtBot, saved: SavedSession, saves_beside: bool = True) -> ReplayWindow:
    """The replay at its last moment."""
    window = ReplayWindow(saved, saves_beside=saves_beside)
    qtbot.add_widget(window)
    window.show()
    window.player.seek(len(saved.moments) - 1)
    return window


def test_a_replay_that_is_opened_and_shown_to_another_reader_is_one_window(
    qtbot: QtBot, saved: SavedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it flashes up beside it."""
    found = watch_for_strays(monkeypatch.setattr)
    window = at_the_end(qtbot, saved)
    for reader in (CONTROL, ROOM):
        window.show_for(reader)
    assert found == []


def test_the_end_of_a_replay_leads_on(qtbot: QtBot, saved: SavedSession, tmp_path: Path) -> None:
    """The record is verified, and the chart is offered a place beside it."""
    window = at_the_end(qtbot, saved)
    onward = window.outcome.onward
    assert not onward.replay.isVisible()
    onward.verify.click()
    qtbot.wait_until(lambda: window.banner.words.text().startswith("Everything fits"))
    onward.chart.click()
    place = tmp_path / "Spring course, Group B, escalation, turn 01.png"
    assert offered_place(window) == place
    asked(window).reject()
    assert not place.exists()


def test_nothing_is_saved_beside_what_came_with_the_program(
    qtbot: QtBot, saved: SavedSession
) -> None:
    """The sample lies in the program's own folder, which is nobody's to look for pictures in."""
    window = at_the_end(qtbot, saved, saves_beside=False)
    assert not window.outcome.onward.folder.isVisible()
    assert window.chart.suggested(".png").parent != saved.path.parent
