"""The replay window: how did it come to that?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import habit_seating
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.closed import CLOSED, CloseTurn
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.kind import EntryKind
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.ruling import RULING, Decide
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.session import Session
from idlib_wargame.views.escalation import movers
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.handling_line import HandlingLine
from idlib_wargame.windows.replay.window import OUTCOME, ReplayWindow
from idlib_wargame.words.dates import dates
from idlib_wargame.words.situation import move_words
from tests.harbour_exercise import begin

TURNS = 4


def written(path: Path, harbour: PackReading, until: int = TURNS) -> Path:
    """A session with a ruling in turn 2 and a note that was undone, in a file.

    It is played to its end, or to the talks of the turn after ``until``.
    """
    assert harbour.scenario is not None
    seating = habit_seating(harbour.scenario, "cautious")
    setup = Setup("Staff course", "Group B", TURNS, seating=seating)
    session = Session.create(path, harbour, setup, seed_from_number(3))
    while (following := session.next_act()) is not None and session.play.turn <= until:
        act, pending = following[0], session.play.pending
        if isinstance(act, CloseTurn) and pending and pending.number == 2:
            card = next(card for card in pending.result.cards if card.final is not None)
            session.submit(Decide(card.address, Band.BACKFIRE, "Fog on the bank"), FACILITATOR)
            session.submit(TakeNote("A slip of the pen"), FACILITATOR)
            session.submit(Undo(), FACILITATOR)
        session.submit(act, FACILITATOR)
    session.close()
    return path


@pytest.fixture(scope="module")
def whole(harbour: PackReading, tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """A finished session."""
    return read_session(written(tmp_path_factory.mktemp("whole") / "a.wargame", harbour))


@pytest.fixture(scope="module")
def partial(harbour: PackReading, tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """A session left in the talks of turn 3."""
    return read_session(written(tmp_path_factory.mktemp("part") / "a.wargame", harbour, until=2))


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[SavedSession], ReplayWindow]:
    """Opens a saved session in a replay window for control, on screen."""

    def open_(saved: SavedSession) -> ReplayWindow:
        window = ReplayWindow(saved, CONTROL)
        qtbot.addWidget(window)
        window.show()
        qtbot.wait_until(lambda: window.isActiveWindow())
        return window

    return open_


@pytest.fixture
def replay(opened: Callable[[SavedSession], ReplayWindow], whole: SavedSession) -> ReplayWindow:
    """The finished session, at its beginning."""
    return opened(whole)


def press(window: ReplayWindow, *keys: Qt.Key) -> None:
    """Keys on whatever has the keyboard."""
    for key in keys:
        on = window.focusWidget()
        QTest.keyClick(on if on is not None else window, key)


def place_of(saved: SavedSession, kind: EntryKind, turn: int) -> int:
    """Where the first entry of a kind in a turn stands among the moments."""
    return next(
        place
        for place, moment in enumerate(saved.moments)
        if moment.kind is kind and moment.entry.body.get("turn", moment.play.turn) == turn
    )


def seek(window: ReplayWindow, kind: EntryKind, turn: int) -> None:
    """Moves the slider to that moment."""
    window.transport.timeline.setValue(place_of(window.saved, kind, turn))


def picked_line(window: ReplayWindow) -> str:
    """The log's highlighted line."""
    return window.log.line(window.log.here).text


def texts(window: ReplayWindow) -> list[str]:
    """All words on labels that can be seen."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_it_opens_at_the_beginning(replay: ReplayWindow) -> None:
    """The start of play: its title, no results, and Play as the one filled button."""
    assert replay.windowTitle() == "Staff course — replay"
    assert replay.chart.readout.title.text() == "Start · 3 Mar 2031"
    assert replay.transport.play.text() == "Play"
    assert "Turn 1 of 4 · 3–16 Mar 2031 · Talks" in replay.transport.place.whole
    assert not replay.transport.first.isEnabled()
    assert not replay.banner.isVisible()


def test_a_replay_says_how_it_may_be_passed_on(
    qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """As it was set last, whatever moment is looked at."""
    path = tmp_path / "a.wargame"
    session = begin(harbour, path)
    session.submit(SetHandling("Chatham House rule"), FACILITATOR)
    session.close()
    window = ReplayWindow(read_session(path))
    qtbot.addWidget(window)
    window.show()
    line = window.findChild(HandlingLine)
    assert line is not None
    assert (line.isVisible(), line.words.text()) == (True, "Chatham House rule")


def test_everything_stands_at_the_same_moment(replay: ReplayWindow) -> None:
    """Chart, situation, results and log all tell of turn 2 once it is closed."""
    seek(replay, CLOSED, 2)
    play = replay.moment.play
    assert replay.chart.readout.title.text() == f"Turn 2 · {dates(replay.saved.scenario, 2)}"
    assert picked_line(replay) == "Turn 2 closed; its results stand."
    assert replay.transport.words.whole == "Turn 2 closed; its results stand."
    assert replay.tabs.tabText(1) == "Results of turn 2"
    for track in replay.saved.scenario.tracks:
        if not track.counter:
            row = replay.situation.rows[track.id]
            assert str(abs(play.state[track.id])) in row.words.text()


def test_results_are_not_the_situation_until_the_turn_is_closed(replay: ReplayWindow) -> None:
    """Adjudicated but not closed: the cards are there, the tracks and the chart still before it."""
    seek(replay, ADJUDICATED, 2)
    assert replay.tabs.tabText(1) == "Results of turn 2"
    assert replay.chart.readout.title.text().startswith("Turn 1 ")


def test_the_arrows_say_what_the_last_turn_changed(replay: ReplayWindow) -> None:
    """A track that the last closed turn moved says by how much."""
    seek(replay, CLOSED, 1)
    last = replay.moment.play.last
    assert last is not None
    moved = {
        track.id: last.result.state[track.id] - last.opening[track.id]
        for track in replay.saved.scenario.tracks
        if not track.counter
    }
    assert any(moved.values())
    for track, change in moved.items():
        said = replay.situation.rows[track].accessibleName()
        sign = "+" if change > 0 else "−"
        assert (f"{sign}{abs(change)} this turn" in said) == bool(change)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([Qt.Key.Key_Right], "Turn 1: Orders open."),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left], "Turn 1: Orders open."),
        ([Qt.Key.Key_End], "Exercise finished: "),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], "Exercise set up: "),
        ([Qt.Key.Key_PageDown], "Turn 2: Talks open."),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], "Turn 3: Talks open."),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_PageUp], "Turn 2: Talks open."),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], "Exercise set up: "),
        ([Qt.Key.Key_Left], "Exercise set up: "),
    ],
)
def test_keys_move_through_the_record(replay: ReplayWindow, keys: list[Qt.Key], words: str) -> None:
    """Arrows step, Home and End jump, Page keys go by turns, and neither end is passed."""
    press(replay, *keys)
    assert picked_line(replay).startswith(words)
    assert replay.transport.timeline.value() == replay.player.at


def test_keys_work_wherever_the_keyboard_is(replay: ReplayWindow) -> None:
    """With the chart, the log or the slider in focus, the same keys do the same."""
    for widget in (replay.chart.plot, replay.log, replay.transport.timeline):
        widget.setFocus()
        before = replay.player.at
        QTest.keyClick(widget, Qt.Key.Key_Right)
        assert replay.player.at == before + 1


def test_space_plays_to_the_end_and_stops(replay: ReplayWindow, qtbot: QtBot) -> None:
    """Playing at sixteen times the speed reaches the end by itself, and offers to play again."""
    replay.chart.plot.setFocus()
    replay.transport.speeds.button(16).click()
    QTest.keyClick(replay.chart.plot, Qt.Key.Key_Space)
    assert replay.transport.play.text() == "Pause"
    qtbot.wait_until(lambda: replay.player.at_end, timeout=20_000)
    qtbot.wait_until(lambda: not replay.player.playing)
    assert replay.transport.play.text() == "Play again"
    assert picked_line(replay).startswith("Exercise finished")


def test_space_pauses_where_it_is(replay: ReplayWindow, qtbot: QtBot) -> None:
    """A second press holds the moment."""
    replay.transport.faster(4)
    with qtbot.wait_signal(replay.player.moved, timeout=5_000):
        press(replay, Qt.Key.Key_Space)
    press(replay, Qt.Key.Key_Space)
    assert not replay.player.playing
    assert replay.transport.play.text() == "Play"


def test_space_presses_the_button_in_focus(replay: ReplayWindow) -> None:
    """Someone who goes by keyboard can press the other buttons too."""
    replay.transport.last.setFocus()
    QTest.keyClick(replay.transport.last, Qt.Key.Key_Space)
    assert replay.player.at_end
    assert not replay.player.playing


def test_playing_again_begins_at_the_beginning(replay: ReplayWindow, qtbot: QtBot) -> None:
    """At the end, the button takes it from the start."""
    press(replay, Qt.Key.Key_End)
    with qtbot.wait_signal(replay.player.moved):
        replay.transport.play.click()
    assert replay.player.at == 0
    assert replay.player.playing
    replay.close()
    assert not replay.player.playing


def test_the_five_speeds_are_one_choice(replay: ReplayWindow) -> None:
    """Plus and minus step through the speeds, and exactly one is marked."""
    labels = [button.text() for button in replay.transport.speeds.buttons()]
    assert labels == ["1×", "2×", "4×", "8×", "16×"]
    QTest.keyClick(replay.chart.plot, Qt.Key.Key_Plus)
    QTest.keyClick(replay.chart.plot, Qt.Key.Key_Plus)
    QTest.keyClick(replay.chart.plot, Qt.Key.Key_Minus)
    checked = [b.text() for b in replay.transport.speeds.buttons() if b.isChecked()]
    assert checked == ["2×"]
    assert replay.player.speed == 2


def test_a_turn_picked_on_the_chart_is_gone_to(replay: ReplayWindow) -> None:
    """A turn picked on the chart shows the moment its results came to stand, also one ahead."""
    replay.chart.plot.setFocus()
    replay.chart.turn_chosen.emit(3)
    assert picked_line(replay) == "Turn 3 closed; its results stand."


def test_a_line_of_the_log_is_gone_to(replay: ReplayWindow) -> None:
    """A click on a line shows that moment everywhere."""
    row = next(
        row
        for row in range(replay.log.model().rowCount())
        if replay.log.line(row).text == "Turn 3: Orders open."
    )
    replay.log.activated.emit(replay.log.model().index(row, 0))
    assert "Turn 3 of 4" in replay.transport.place.whole
    assert "Orders" in replay.transport.place.whole


def test_a_struck_line_goes_to_what_stood_then(replay: ReplayWindow) -> None:
    """What was undone has no moment of its own; its line leads to the one before it."""
    row = next(
        row
        for row in range(replay.log.model().rowCount())
        if replay.log.line(row).text == "Note: A slip of the pen"
    )
    assert replay.log.line(row).struck
    replay.log.activated.emit(replay.log.model().index(row, 0))
    assert replay.moment.kind is RULING


def test_the_log_keeps_the_moment_in_view(replay: ReplayWindow) -> None:
    """However far one jumps, the highlighted line can be seen."""
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        press(replay, key)
        line = replay.log.visualRect(replay.log.model().index(replay.log.here, 0))
        assert replay.log.viewport().rect().intersects(line)


def test_each_order_of_the_turn_can_be_read(replay: ReplayWindow) -> None:
    """The results have a card for every order that was opened, in the pack's steps."""
    seek(replay, CLOSED, 1)
    replay.tabs.setCurrentIndex(1)
    last = replay.moment.play.last
    assert last is not None
    assert set(replay.results.cards) == {card.address for card in last.result.cards}
    for card in last.result.cards:
        name = move_words(replay.saved.scenario, card.order.move, card.order.choice)
        words = [label.text() for label in replay.results.cards[card.address].findChildren(QLabel)]
        assert name in words


@pytest.mark.parametrize("nth", [0, -1])
def test_an_order_that_moved_the_turn_opens_its_card(
    replay: ReplayWindow, qtbot: QtBot, nth: int
) -> None:
    """From the chart's list of movers to the card that explains it, brought into view."""
    seek(replay, CLOSED, 2)
    turn = replay.moment.play.last
    assert turn is not None
    found = movers(turn.result)
    orders = replay.chart.readout.orders
    orders.setCurrentIndex(orders.model().index(range(len(found))[nth], 0))
    QTest.keyClick(orders, Qt.Key.Key_Return)
    assert replay.tabs.currentIndex() == 1
    card = replay.results.cards[found[nth].address]
    qtbot.wait_until(lambda: not card.visibleRegion().isEmpty())
    assert card.mapTo(replay.results.viewport(), QPoint(0, 0)).y() >= 0


def test_the_ruling_stands_on_the_slider_and_in_its_card(
    replay: ReplayWindow, qtbot: QtBot
) -> None:
    """The place of the ruling is marked, and going there shows the card with its reason."""
    (place,) = replay.marks.rulings
    replay.transport.timeline.setValue(place)
    replay.tabs.setCurrentIndex(1)
    assert picked_line(replay).endswith("Why: Fog on the bank")
    qtbot.wait_until(lambda: "Facilitator: Fog on the bank" in texts(replay))


def test_the_last_moment_shows_the_outcome(replay: ReplayWindow) -> None:
    """At the end: how it ended, and how near every other ending was."""
    assert not replay.tabs.isTabVisible(OUTCOME)
    press(replay, Qt.Key.Key_End)
    assert replay.tabs.currentIndex() == OUTCOME
    outcome = replay.saved.referee.endings.outcome(replay.saved.last.state)
    assert outcome is not None
    assert replay.outcome.name.text() == outcome.name
    shown = texts(replay)
    assert "The exercise ended in" in shown
    for other in replay.saved.scenario.outcomes:
        assert other.name in shown
    press(replay, Qt.Key.Key_Left)
    assert not replay.tabs.isTabVisible(OUTCOME)
    assert replay.tabs.currentIndex() == 0


def test_an_exercise_that_was_not_finished_says_so(
    opened: Callable[[SavedSession], ReplayWindow], partial: SavedSession
) -> None:
    """A session left in turn 3 says where, and what it would have come to."""
    window = opened(partial)
    press(window, Qt.Key.Key_End)
    assert window.outcome.lead.text() == (
        "The record ends before the exercise did, in turn 3 of 4, talks. Had it ended there:"
    )
    assert not window.banner.isVisible()


def test_a_damaged_file_says_calmly_where_it_stops(
    opened: Callable[[SavedSession], ReplayWindow],
    harbour: PackReading,
    tmp_path: Path,
) -> None:
    """What is sound plays, a banner says where and why it stops, and the file is left alone."""
    path = written(tmp_path / "flipped.wargame", harbour)
    path.write_bytes(path.read_bytes().replace(b"Fog on the bank", b"Fig on the bank"))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    saved = read_session(path)
    assert not saved.complete
    window = opened(saved)
    assert window.banner.isVisible()
    assert window.banner.words.text() == saved.stopped
    press(window, Qt.Key.Key_End)
    joined = [line for line in saved.log if line.joined]
    assert window.log.here == len(joined) - 1 < len(saved.log) - 1
    loose = window.log.model().index(len(joined), 0).data()
    assert loose.endswith("(not joined to what came before)")
    window.close()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [file.name for file in tmp_path.iterdir()] == ["flipped.wargame"]


def test_the_panes_under_the_chart_have_half_the_room_and_may_have_all(
    replay: ReplayWindow, qtbot: QtBot
) -> None:
    """An agreement is read without scrolling line by line; no empty band stands over the chart."""
    replay.resize(1358, 732)
    QApplication.processEvents()
    chart, panes = replay.split.sizes()
    assert panes >= 0.48 * (chart + panes)
    assert replay.chart.plot.mapTo(replay.chart, QPoint(0, 0)).y() <= 2 * theme.SPACE
    assert replay.chart.export.isVisible()
    replay.split.moveSplitter(0, 1)
    assert replay.split.sizes()[0] == 0
