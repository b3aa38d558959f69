"""Injects, words of the moment, aims and the map in a replay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import habit_seating, play_on
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.injected import INJECTED, SendInject
from idlib_wargame.session.kinds.kind import EntryKind
from idlib_wargame.session.kinds.told import TOLD, Tell
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.session import Session
from idlib_wargame.windows.replay.window import MESSAGES, OUTCOME, ReplayWindow
from tests.windows.play_harbour import shown_text

Opener = Callable[[SavedSession], ReplayWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def told(full: PackReading, tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """A finished session in which an inject was sent in turns 1 and 2, and words in turn 1."""
    path = tmp_path_factory.mktemp("told") / "a.wargame"
    assert full.scenario is not None
    seating = habit_seating(full.scenario, "cautious")
    setup = Setup("Staff course", "Group B", 4, seating=seating)
    session = Session.create(path, full, setup, seed_from_number(3))
    session.submit(SendInject("wreck"), FACILITATOR)
    session.submit(Tell(("borea",), "A skipper", "Somebody was here"), FACILITATOR)
    for _ in play_on(session):
        pass
    session.close()
    return read_session(path)


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a saved session in a replay window for control, on screen."""

    def open_(saved: SavedSession) -> ReplayWindow:
        window = ReplayWindow(saved, CONTROL)
        qtbot.addWidget(window)
        window.show()
        qtbot.wait_until(lambda: window.isActiveWindow())
        return window

    return open_


def seek(window: ReplayWindow, kind: EntryKind, nth: int = 0) -> None:
    """Goes to the nth moment of a kind."""
    places = [n for n, moment in enumerate(window.saved.moments) if moment.kind is kind]
    window.transport.timeline.setValue(places[nth])


def test_messages_are_marked_on_the_slider(opened: Opener, told: SavedSession) -> None:
    """Each inject and each word of the moment has its place, and the slider says what marks it."""
    window = opened(told)
    kinds = [told.moments[place].kind for place in window.marks.messages]
    assert kinds == [INJECTED, TOLD, INJECTED]
    assert "○ a message from the facilitator" in window.transport.timeline.toolTip()


def test_the_chart_explains_its_mark(opened: Opener, told: SavedSession) -> None:
    """The ring beneath a turn is named in the chart's legend."""
    assert "message from the facilitator" in opened(told).chart.legend.words()


def test_a_session_without_messages_has_neither_mark_nor_page(
    opened: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """Nothing is explained that is not there."""
    assert harbour.scenario is not None
    seating = habit_seating(harbour.scenario, "cautious")
    path = tmp_path / "plain.wargame"
    session = Session.create(path, harbour, Setup("", "", 2, seating=seating), bytes(32))
    for _ in play_on(session):
        pass
    session.close()
    window = opened(read_session(path))
    assert "message" not in window.transport.timeline.toolTip()
    assert "message from the facilitator" not in window.chart.legend.words()
    assert not window.tabs.isTabVisible(MESSAGES)
    assert not window.either.switch.isVisible()
    QTest.keyClick(window, Qt.Key.Key_End)
    assert "Private aims" not in shown_text(window.outcome)


def test_the_log_tells_of_messages(opened: Opener, told: SavedSession) -> None:
    """Whom it was for, from whom, and what it was."""
    window = opened(told)
    seek(window, INJECTED)
    line = window.log.line(window.log.here).text
    assert line == "To Astra, Caldis, from Coastguard: A wreck on the bank"
    seek(window, TOLD)
    assert window.transport.words.whole == "To Borea, from A skipper: Somebody was here"


def test_messages_are_read_as_far_as_the_cursor_has_come(
    opened: Opener, told: SavedSession
) -> None:
    """The newest first, with whom they were for; nothing of what is still to come."""
    window = opened(told)
    seek(window, TOLD)
    window.tabs.setCurrentIndex(MESSAGES)
    assert window.tabs.tabText(MESSAGES) == "Messages (2)"
    assert shown_text(window.messages).split("\n") == [
        *("A skipper", "Turn 1", "To Borea", "Somebody was here"),
        *("Coastguard · Radio", "Turn 1", "A wreck on the bank", "To Astra and Caldis"),
        "A hull has been found, keel up.",
    ]
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert window.tabs.tabText(MESSAGES) == "Messages"
    assert "stands here, the newest first" in shown_text(window.messages)


def test_the_end_tells_whose_aims_were_met(opened: Opener, told: SavedSession) -> None:
    """Each seat with an aim, how many it met, and which."""
    window = opened(told)
    QTest.keyClick(window, Qt.Key.Key_End)
    assert window.tabs.currentIndex() == OUTCOME
    text = shown_text(window.outcome)
    assert "Private aims" in text
    assert "Caldis\n1 of 1 met\nThe wreck is talked of" in text
    met = "astra_treaty" in told.last.aims_met
    assert f"Astra\n{int(met)} of 1 met\nA treaty with both coasts on it" in text


def test_a_session_left_early_judges_aims_as_they_stand(
    opened: Opener, full: PackReading, tmp_path: Path
) -> None:
    """Where nobody finished the exercise, the aims read as if it had ended there."""
    path = tmp_path / "early.wargame"
    assert full.scenario is not None
    setup = Setup("", "", 4, seating=habit_seating(full.scenario, "cautious"))
    session = Session.create(path, full, setup, bytes(32))
    session.submit(SendInject("wreck"), FACILITATOR)
    session.close()
    window = opened(read_session(path))
    QTest.keyClick(window, Qt.Key.Key_End)
    text = shown_text(window.outcome)
    assert "Had it ended there:" in text
    assert "Caldis\n1 of 1 met" in text


def test_the_map_stands_at_the_same_moment(opened: Opener, told: SavedSession) -> None:
    """Ctrl+G changes between map and tracks, and the map goes with the cursor."""
    window = opened(told)
    assert window.either.shows_map
    seek(window, CLOSED, 1)
    view = window.either.map.view
    assert view is not None
    holder = {standing.feature.id: standing.holder for standing in view.shown.standings}["bank"]
    assert holder == ("astra" if window.moment.play.state["patrols"] >= 12 else "borea")
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    assert not window.either.shows_map
    assert "Calm on the bank" in shown_text(window.situation)
    window.tabs.setCurrentIndex(MESSAGES)
    assert not window.either.switch.isVisible()
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    assert window.either.shows_map
    assert window.either.switch.isVisible()
