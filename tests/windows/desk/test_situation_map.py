"""The situation on the desk: on the map, where the pack has one, or track by track."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import adjudicated, begin, closed, shown_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with a map, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def situation_of(desk: DeskWindow) -> str:
    """What can be read of the situation."""
    desk.turning.show_situation()
    return shown_text(desk.page.situation)


def test_the_situation_opens_on_the_map(desk_of: Opener, session: Session) -> None:
    """Who holds what is seen first; the tracks are a key away, and a key back."""
    desk = desk_of(session)
    text = situation_of(desk)
    assert "Level 2: Standoff" in text
    assert "Calm on the bank" not in text
    view = desk.page.situation.either.map.view
    assert view is not None
    assert view.isVisible()
    QTest.keyClick(desk, Qt.Key.Key_G, CTRL)
    assert "Calm on the bank" in situation_of(desk)
    assert not view.isVisible()
    QTest.keyClick(desk, Qt.Key.Key_G, CTRL)
    assert view.isVisible()


def test_buttons_say_which_is_in_front(desk_of: Opener, session: Session) -> None:
    """One of the two is marked, also when a key did it."""
    desk = desk_of(session)
    desk.turning.show_situation()
    either = desk.page.situation.either
    either.tracks_button.click()
    assert (either.map_button.isChecked(), either.tracks_button.isChecked()) == (False, True)
    assert not either.shows_map
    desk.turning.switch_map()
    assert (either.map_button.isChecked(), either.tracks_button.isChecked()) == (True, False)


def test_what_was_chosen_stays(desk_of: Opener, session: Session) -> None:
    """Phases come and go, and the window keeps to tracks once they are chosen."""
    desk = desk_of(session)
    desk.turning.show_situation()
    desk.turning.switch_map()
    closed(session)
    assert "Calm on the bank" in situation_of(desk)


def test_from_another_tab_the_key_leads_to_the_map(desk_of: Opener, session: Session) -> None:
    """Wherever one is, one press shows who holds what."""
    desk = desk_of(session)
    desk.turning.show_situation()
    desk.turning.switch_map()
    desk.turning.show_log()
    desk.turning.switch_map()
    assert desk.page.tabs.currentWidget() is desk.page.situation
    assert desk.page.situation.either.shows_map


def test_the_map_follows_the_session(desk_of: Opener, session: Session) -> None:
    """What lies on the table is drawn, also when it came while another tab was open."""
    desk = desk_of(session)
    adjudicated(session)
    desk.turning.show_situation()
    view = desk.page.situation.either.map.view
    pending = session.play.pending
    assert view is not None
    assert pending is not None
    holder = {standing.feature.id: standing.holder for standing in view.shown.standings}["bank"]
    assert holder == ("astra" if pending.result.state["patrols"] >= 12 else "borea")


def test_a_pack_without_a_map_has_only_tracks(
    desk_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """No button promises a map, and the key says that there is none."""
    session = begin(harbour, tmp_path / "plain.wargame")
    desk = desk_of(session)
    text = situation_of(desk)
    assert "Calm on the bank" in text
    assert "Map" not in text.split("\n")
    desk.turning.switch_map()
    assert desk.page.banner.words.text() == "This pack has no map."
    session.close()


def test_the_caption_says_what_is_marked(desk_of: Opener, session: Session) -> None:
    """It names the turn whose changes are marked, and what was sent since."""
    desk = desk_of(session)
    caption = desk.page.situation.caption
    assert caption.text() == "As the exercise begins. What a turn changes will be marked."
    adjudicated(session)
    assert caption.text().startswith("As turn 1 leaves it, if these results stand")
    session.submit(CloseTurn(), FACILITATOR)
    assert caption.text() == "As turn 1 left it; marked: what it changed."
    session.submit(TakeInHand("injects"), FACILITATOR)
    session.submit(MoveOn(), FACILITATOR)
    assert caption.text() == "As turn 2 finds it; marked: what turn 1 changed."
    session.submit(SendInject("cold_spring"), FACILITATOR)
    assert (
        caption.text() == "As turn 2 finds it; marked: what turn 1 and the injects since changed."
    )


@at_each_size_of_text
def test_the_map_never_pushes_the_window_past_the_screen(
    qtbot: QtBot, desk_of: Opener, session: Session, scale: int
) -> None:
    """With the map, a banner and the bar for words, the desk fits 1366 × 768."""
    desk = desk_of(session)
    desk.turning.show_situation()
    desk.tell_seats()
    desk.ask_undo()
    desk.looks.set_text(scale)
    desk.resize(1366, 768)
    least = desk.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 768) == (True, True)
