"""Nothing weighty happens on the desk by accident: by a second press, a held key, or in passing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Ruling
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.session import Session
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import adjudicated, begin, closed, open_orders, seal_both

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
Stands = tuple[int, str, int]


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with injects, on disk, its seats played by habits."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def by_habits(session: Session) -> None:
    """Let habits play, so that a turn may be adjudicated without a question."""
    for seat in ("astra", "borea"):
        session.submit(Reseat(seat, (), "habit:cautious"), FACILITATOR)


def stands(session: Session) -> Stands:
    """Where the exercise stands."""
    return session.play.turn, session.play.phase, len(session.play.closed)


def some_cards(desk: DeskWindow) -> list[AdjudicationCard]:
    """The cards of the turn that were rolled, from the top."""
    return [card for card in desk.page.orders.cards.values() if card.view.band is not None]


def test_a_double_click_on_the_filled_button_takes_one_step(
    desk_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Talks are not skipped, and what was adjudicated is not closed by the same press."""
    by_habits(session)
    desk = desk_of(session)
    stood = [stands(session)]
    for _ in range(4):
        hand.double_clicks(desk.page.top.next)
        stood.append(stands(session))
    assert stood == [
        (1, "injects", 0),
        (1, "talks", 0),
        (1, "orders", 0),
        (1, "adjudication", 0),
        (1, "report", 1),
    ]


def test_finishing_asks_always(desk_of: Opener, session: Session, hand: WatchedHand) -> None:
    """By the filled button too: nothing undoes it. And it is not what Enter does."""
    by_habits(session)
    while stands(session) != (4, "report", 4):
        following = session.next_act()
        assert following is not None
        session.submit(following[0], FACILITATOR)
    desk = desk_of(session)
    assert desk.page.top.next.text() == "Finish the exercise"
    hand.double_clicks(desk.page.top.next)
    assert not session.play.finished
    assert "This cannot be undone." in desk.page.question.words.text()
    hand.holds(ENTER)
    assert not session.play.finished
    assert not desk.page.question.isVisible()
    desk.page.top.next.click()
    hand.clicks(desk.page.question.yes)
    assert session.play.finished


def test_every_question_has_the_keys_on_what_leaves_things_as_they_are(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """Enter without reading changes nothing, and the keys go back to where they were."""
    desk = desk_of(session)
    adjudicated(session)
    desk.page.tabs.setFocus()
    before = len(session.entries)
    asked = (desk.ask_undo, desk.ask_reopen, desk.ask_finish)
    for ask in asked:
        ask()
        question = desk.page.question
        assert question.isVisible()
        assert QApplication.focusWidget() is question.no
        QTest.keyClick(question.no, ENTER)
        assert not question.isVisible()
        assert QApplication.focusWidget() is desk.page.tabs.tabBar()
    assert len(asked) == 3
    assert len(session.entries) == before


def test_all_results_are_marked_with_one_press(desk_of: Opener, session: Session) -> None:
    """And unmarked with the next; opening the details counts as reading, too."""
    desk = desk_of(session)
    adjudicated(session)
    orders, count = desk.page.orders, len(desk.page.orders.cards)
    assert orders.all_read.text() == "Mark all as read"
    next(iter(orders.cards.values())).more.click()
    assert orders.hint.text().startswith(f"1 of {count} read or decided.")
    orders.all_read.click()
    assert orders.hint.text().startswith(f"{count} of {count} read or decided.")
    assert all(card.mark.isChecked() for card in orders.cards.values())
    assert orders.all_read.text() == "Mark none as read"
    orders.all_read.click()
    assert orders.hint.text().startswith(f"0 of {count} read or decided.")


def test_a_turn_is_closed_with_no_result_marked(desk_of: Opener, session: Session) -> None:
    """Marks are for whoever sets them; nothing asks for any."""
    desk = desk_of(session)
    adjudicated(session)
    desk.do_next()
    assert not desk.page.question.isVisible()
    assert stands(session) == (1, "report", 1)
    assert desk.page.orders.all_read.isHidden()


def test_a_ruling_counts_as_reading(desk_of: Opener, session: Session) -> None:
    """Nobody decides on what they have not read."""
    desk = desk_of(session)
    adjudicated(session)
    card = some_cards(desk)[0]
    other = Band.FAILURE if card.view.band != Band.FAILURE else Band.PARTIAL
    card.ruled.emit(card.view.address, Ruling(other, "", "So it was"))
    assert desk.page.orders.read == 1


def test_rigid_results_are_read_too(desk_of: Opener, full: PackReading, tmp_path: Path) -> None:
    """Where the table decides alone, they can be marked all the same."""
    session = begin(full, tmp_path / "rigid.wargame", method="rigid")
    desk = desk_of(session)
    adjudicated(session)
    card = some_cards(desk)[0]
    card.mark.click()
    assert desk.page.orders.read == 1
    assert "Rule otherwise…" not in [button.text() for button in card.findChildren(QPushButton)]
    session.close()


def test_the_keys_of_the_next_thing_wait_as_its_button_does(
    qtbot: QtBot, desk_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Pressed twice they take one step, and held down too; a choice in the menu always counts."""
    desk = desk_of(session)
    hand.rests()
    for _ in range(3):
        QTest.keyClick(desk, ENTER, CTRL)
        hand.rests(0.1)
    assert stands(session) == (1, "talks", 0)
    actions = [action for action in desk.findChildren(QAction) if not action.shortcut().isEmpty()]
    assert len(actions) > 20
    assert not any(action.autoRepeat() for action in actions)
    desk.menus.actions["ask_undo"].trigger()
    assert desk.page.question.isVisible()


def opened_field(desk: DeskWindow, kind: str) -> QWidget:
    """The field that writes entries of a kind, with all else filled in."""
    if kind == "told":
        desk.tell_seats()
        return desk.page.tell.text
    if kind == "note":
        desk.take_note()
        return desk.page.note.text
    if kind == "reseated":
        row = desk.page.seats.rows["borea"]
        row.reseat.click()
        assert row.form is not None
        return row.form.people
    card = some_cards(desk)[0]
    card.otherwise.click()
    assert card.form is not None
    next(each for each in card.form.bands.buttons() if each.isEnabled()).click()
    return card.form.why


@pytest.mark.parametrize("field", ["told", "note", "ruling", "reseated"])
def test_ctrl_enter_in_a_field_sends_what_is_typed_and_takes_no_step(
    qtbot: QtBot, desk_of: Opener, session: Session, field: str
) -> None:
    """Words to seats, a note, a ruling's reason, who sits where: each is sent, once."""
    desk = desk_of(session)
    adjudicated(session)
    before = stands(session)
    typed = opened_field(desk, field)
    typed.setFocus()
    QTest.keyClicks(typed, "Because of the fog")
    QTest.keyClick(typed, ENTER, CTRL)
    assert stands(session) == before
    assert session.entries[-1].kind == field
    assert "Because of the fog" in str(session.entries[-1].body)


def test_ctrl_enter_says_what_a_ruling_lacks(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """No result picked, no reason given: a word beside the field, and no step."""
    desk = desk_of(session)
    adjudicated(session)
    card = some_cards(desk)[0]
    card.otherwise.click()
    form = card.form
    assert form is not None
    QTest.keyClick(form.why, ENTER, CTRL)
    assert form.fault.text() == "Pick a result first."
    next(each for each in form.bands.buttons() if each.isEnabled()).click()
    QTest.keyClick(form.why, ENTER, CTRL)
    assert form.fault.text() == "A ruling needs a reason: a few words for the record."
    assert stands(session) == (1, "adjudication", 0)


def test_nothing_moves_in_a_ruling_while_a_result_is_picked(
    desk_of: Opener, session: Session
) -> None:
    """What stands beside the button stays under the hand."""
    desk = desk_of(session)
    adjudicated(session)
    desk.resize(1366, 768)
    card = some_cards(desk)[0]
    card.otherwise.click()
    form = card.form
    assert form is not None
    cancel = next(each for each in form.findChildren(QPushButton) if each.text() == "Cancel")
    QApplication.processEvents()
    places = {(cancel.pos().x(), form.rule.width())}
    for button in form.bands.buttons():
        if button.isEnabled():
            button.click()
            QApplication.processEvents()
            places.add((cancel.pos().x(), form.rule.width()))
    assert len(places) == 1


def test_an_inject_sent_twice_in_a_row_is_one_inject(
    qtbot: QtBot, desk_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Neither a double click, which meets the next in its place, nor Space again sends another."""
    desk = desk_of(session)
    desk.turning.show_injects()
    sends = [card.send for card in desk.page.injects.cards.values() if card.send]
    assert len(sends) > 1
    hand.double_clicks(sends[0])
    assert len(session.play.messages) == 1
    hand.rests()
    again = next(card.send for card in desk.page.injects.cards.values() if card.send)
    again.setFocus()
    hand.holds(Qt.Key.Key_Space)
    assert len(session.play.messages) == 2
    assert QApplication.focusWidget() is desk.page.injects
    hand.rests()
    QTest.keyClick(desk.page.injects, Qt.Key.Key_Space)
    assert len(session.play.messages) == 2


def test_a_double_click_on_a_seat_picks_it_to_be_told(
    desk_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Picked and dropped again, what is for one seat would go to all."""
    desk = desk_of(session)
    desk.tell_seats()
    hand.double_clicks(desk.page.tell.chips["borea"])
    assert desk.page.tell.tell.text() == "Tell Borea"


def test_what_was_told_is_listed_where_it_is_written(desk_of: Opener, session: Session) -> None:
    """The last three of the turn; what is for some seats only names them alone until uncovered."""
    desk = desk_of(session)
    for words in ("One", "Two", "Three", "Four"):
        session.submit(Tell((), "", words), FACILITATOR)
    session.submit(Tell(("borea",), "A skipper", "The nets are empty"), FACILITATOR)
    desk.tell_seats()
    lines = desk.page.tell.sent.text().split("\n")
    assert len(lines) == 3
    assert lines[0].endswith("Private, to Borea")
    assert lines[1].endswith("to all seats: Words from the facilitator: “Four”")
    desk.uncover_messages()
    assert "“The nets are empty”" in desk.page.tell.sent.text()
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    assert not desk.page.tell.sent.isVisible()


def test_undo_and_redo_say_what_they_would_do(desk_of: Opener, session: Session) -> None:
    """In the menu and in the question, in the words of the log, and no number that nobody sees."""
    desk = desk_of(session)
    undo, redo = desk.menus.actions["ask_undo"], desk.menus.actions["ask_redo"]
    session.submit(TakeNote("Fog & rain"), FACILITATOR)
    desk.menus.opening.emit()
    assert undo.text() == "Undo: Note: Fog && rain"
    assert redo.text() == "Redo…"
    desk.ask_undo()
    assert desk.page.question.yes.text() == "Undo it"
    assert "“Note: Fog & rain”" in desk.page.question.words.text()
    desk.page.question.yes.click()
    desk.menus.opening.emit()
    assert redo.text() == "Redo: Note: Fog && rain"
    log = desk.page.log.lines.log
    assert log[len(log) - 1].text == "Undone: “Note: Fog & rain”"


def test_the_log_covers_what_was_undone_of_private_messages(
    desk_of: Opener, session: Session
) -> None:
    """A line about a line tells no more than that one does."""
    desk = desk_of(session)
    session.submit(Tell(("borea",), "A skipper", "The nets are empty"), FACILITATOR)
    desk.ask_undo()
    desk.page.question.yes.click()
    log = desk.page.log.lines.log
    assert log[len(log) - 1].text == "Undone: “To Borea: a private message.”"
    desk.uncover_messages()
    assert log[len(log) - 1].text == "Undone: “To Borea, from A skipper: The nets are empty”"


def test_a_double_click_on_a_seat_s_way_out_leaves_the_desk_covered(
    qtbot: QtBot, desk_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Whoever closes the curtain twice does not lift the facilitator's."""
    desk = desk_of(session)
    open_orders(session)
    seal_both(session)
    desk.handover.open_seat("astra")
    seat = desk.handover.seat_window
    assert seat is not None
    seat.lift()
    hand.clicks(seat.head.leave)
    hand.rests(0.2)
    cover = desk.handover.cover.button
    hand.presses_at(cover.mapToGlobal(cover.rect().center()))
    assert desk.handover.is_covered
    hand.clicks(cover)
    assert not desk.handover.is_covered


def test_a_key_held_down_decides_one_order(
    desk_of: Opener, harbour: PackReading, tmp_path: Path, hand: WatchedHand
) -> None:
    """The keys go on to what decides the next one, and a held Enter does not go on with them."""
    session = begin(harbour, tmp_path / "free.wargame", method="free")
    desk = desk_of(session)
    adjudicated(session)
    cards = [*desk.page.orders.cards.values()]
    hand.rests()
    desk.do_next()
    accept = cards[0].accept
    assert accept is not None
    assert accept.hasFocus()
    hand.holds(Qt.Key.Key_Return)
    assert len(session.play.undecided) == len(cards) - 1
    session.close()
