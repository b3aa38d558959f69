"""The facilitator's desk: what now, and what is everyone doing?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.menus import every_action
from idlib_wargame.words.heads import head_words
from idlib_wargame.words.odds import band_words
from tests.windows.desk.conftest import Opener
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import (
    adjudicated,
    begin,
    closed,
    lift_by_hand,
    open_orders,
    seal,
    seal_both,
    shown_text,
    texts,
)


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new harbour exercise on disk."""
    session = begin(harbour, tmp_path / "course.wargame")
    yield session
    session.close()


def test_top_line_says_turn_dates_and_phase(desk_of: Opener, session: Session) -> None:
    """A glance at the top tells where the exercise stands."""
    desk = desk_of(session)
    assert desk.page.top.turn.text() == "Turn 1 of 4"
    assert desk.page.top.phases.accessibleName() == "Phase: Talks"
    assert desk.page.top.about.text() == "3–16 Mar 2031 · Spring course · Group B"


def test_the_filled_button_plays_a_whole_turn(desk_of: Opener, session: Session) -> None:
    """The one filled button always says and does the next thing."""
    desk = desk_of(session)
    button = desk.page.top.next
    said = []
    for _ in range(5):
        said.append(button.text())
        button.click()
        if desk.page.question.isVisible():  # nobody has read the results
            desk.page.question.yes.click()
        if session.play.phase == "orders" and not session.play.sealed:
            seal_both(session)
    assert said == [
        "Open orders",
        "Adjudicate turn 1",
        "Close turn 1",
        "Start turn 2",
        "Open orders",
    ]
    assert desk.page.top.turn.text() == "Turn 2 of 4"


def test_ctrl_enter_does_the_next_thing(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """The next thing can be done without the mouse."""
    desk = desk_of(session)
    QTest.keyClick(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.play.phase == "orders"


def test_seats_say_what_each_is_doing(desk_of: Opener, session: Session) -> None:
    """Not started, writing, sealed, played by a habit, control: each seat in a word."""
    desk = desk_of(session)
    open_orders(session)
    rows = desk.page.seats.rows
    said = "Astra: Ana, Ben; orders not started · brief unopened"
    assert rows["astra"].accessibleName() == said
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    assert rows["astra"].state.text() == "writing, 1 of 2 · brief unopened"
    seal(session, "astra", Wish("call_talks"), Wish("protest"))
    assert rows["astra"].state.text() == "sealed 2 of 2"  # its brief is waited for no more
    assert rows["caldis"].people.text() == "Habit: Cautious"
    assert rows["caldis"].state.text() == "played by habit"
    assert rows["press"].people.text() == "Facilitator"


def test_adjudicating_asks_first_when_a_seat_has_not_sealed(
    desk_of: Opener, session: Session
) -> None:
    """A seat that is still writing is named, and nothing happens until the facilitator insists."""
    desk = desk_of(session)
    open_orders(session)
    seal(session, "astra", Wish("call_talks"))
    desk.page.top.next.click()
    assert session.play.phase == "orders"
    assert "1 seat has not sealed: Borea." in desk.page.question.words.text()
    assert desk.page.question.yes.text() == "Adjudicate turn 1 without them"
    desk.page.question.yes.click()
    assert session.play.phase == "adjudication"


def test_escape_leaves_a_question(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """A question can be waved away with one key."""
    desk = desk_of(session)
    open_orders(session)
    desk.page.top.next.click()
    QTest.keyClick(desk.page.question.yes, Qt.Key.Key_Escape)
    assert not desk.page.question.isVisible()
    assert session.play.phase == "orders"


def test_sealed_orders_are_covered_until_asked_for(desk_of: Opener, session: Session) -> None:
    """A projector leaks neither the move nor the reason, from any tab."""
    desk = desk_of(session)
    open_orders(session)
    seal(session, "astra", Wish("call_talks", why="ZANZIBAR"))
    everything = "\n".join(texts(desk))
    assert "ZANZIBAR" not in everything
    assert "Call the three ministers together" not in everything
    log = desk.page.log.lines
    told = [log.index(row, 3).data() for row in range(log.rowCount())]
    assert told[-1] == "Astra seals its orders."
    desk.page.orders.uncover.click()
    assert "The log tells everyone that you did." in shown_text(desk.page.question)
    assert "ZANZIBAR" not in "\n".join(texts(desk))
    desk.page.question.yes.click()
    assert session.entries[-1].kind == "uncovered"
    assert "Call the three ministers together" in shown_text(desk.page.orders)
    assert "ZANZIBAR" in shown_text(desk.page.orders)
    desk.page.orders.uncover.click()
    assert "ZANZIBAR" not in shown_text(desk.page.orders)


def test_sealed_orders_are_covered_again_next_turn(desk_of: Opener, session: Session) -> None:
    """Having looked once does not leave the next turn's orders open."""
    desk = desk_of(session)
    open_orders(session)
    desk.page.orders.cover_or_uncover()
    seal_both(session)
    desk.do_next()
    desk.do_next()
    desk.page.question.yes.click()
    open_orders(session)
    seal_both(session, "ZANZIBAR")
    assert "ZANZIBAR" not in shown_text(desk)


def test_results_come_as_cards_by_step(desk_of: Opener, session: Session) -> None:
    """After adjudication the orders tab opens with a card for each order and what followed."""
    desk = desk_of(session)
    adjudicated(session, "The season presses")
    assert desk.page.tabs.currentWidget() is desk.page.orders
    text = shown_text(desk.page.orders)
    assert "Results of turn 1" in text
    assert "Diplomacy" in text
    assert "Call the three ministers together" in text
    card = desk.page.orders.cards[Address(1, "diplomacy", "astra", "call_talks")]
    card.more.click()
    assert "“The season presses”" in shown_text(card)


def test_marking_counts_the_cards_read(desk_of: Opener, session: Session) -> None:
    """Going through the results with the group, the facilitator sees how far they are."""
    desk = desk_of(session)
    adjudicated(session)
    cards = list(desk.page.orders.cards.values())
    cards[0].mark.click()
    assert desk.page.orders.hint.text().startswith(f"1 of {len(cards)} read or decided.")


def test_a_ruling_changes_the_card_and_the_log(desk_of: Opener, session: Session) -> None:
    """A ruling is made on the card, and both results stay in sight."""
    desk = desk_of(session)
    adjudicated(session)
    address = Address(1, "diplomacy", "astra", "call_talks")
    card = desk.page.orders.cards[address]
    table = card.view.band
    assert table is not None
    card.open_form()
    form = card.form
    assert form is not None
    other = Band.FAILURE if table is not Band.FAILURE else Band.SUCCESS
    form.bands.button(int(other)).click()
    form.why.setText("The minister was ill")
    form.releases.buttons()[1].click()
    form.rule.click()
    text = shown_text(desk.page.orders.cards[address])
    assert f"Ruled: {band_words(other)}" in text
    assert f"The table gave: {band_words(table)}" in text
    assert "The minister was ill" in session.log()[-1].text
    card = desk.page.orders.cards[address]
    taking_back = next(b for b in card.findChildren(QPushButton) if "back" in b.text())
    assert taking_back.text() == "Take the ruling back"
    taking_back.click()
    assert "Take the ruling back" not in shown_text(desk.page.orders.cards[address])
    assert "the table's result stands" in session.log()[-1].text


def test_a_rigid_exercise_has_no_rulings(
    desk_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """Where the dice decide, no button promises otherwise."""
    session = begin(harbour, tmp_path / "rigid.wargame", method="rigid")
    desk = desk_of(session)
    adjudicated(session)
    assert "Rule otherwise…" not in shown_text(desk.page.orders)
    session.close()


def test_a_facilitator_who_decides_each_order_closes_once_all_are_decided(
    desk_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """The button says what is left and leads there; what is typed on another card stays."""
    session = begin(harbour, tmp_path / "free.wargame", method="free")
    desk = desk_of(session)
    adjudicated(session)
    page, cards = desk.page.orders, desk.page.orders.cards
    count, addresses = len(cards), [*cards]
    assert count >= 2
    assert desk.page.top.next.text() == f"Decide {count} more orders"
    assert page.hint.text().startswith(f"0 of {count} decided.")
    assert "Mark as read" not in shown_text(page)
    cards[addresses[-1]].open_form()
    form = cards[addresses[-1]].form
    assert form is not None
    form.why.setText("Half a sen")
    desk.do_next()
    first = cards[addresses[0]]
    assert first.accept is not None
    assert first.accept.hasFocus()
    assert page.horizontalScrollBar().value() == 0
    assert session.play.phase == "adjudication"
    for done, address in enumerate(addresses[:-1], 1):
        accept = cards[address].accept
        assert accept is not None
        accept.click()
        assert "Decided as the dice fell." in shown_text(cards[address])
        following = cards[addresses[done]]
        assert following.accept is not None
        assert following.accept.hasFocus()
    assert cards[addresses[-1]].form is form
    assert form.why.text() == "Half a sen"
    assert desk.page.top.next.text() == "Decide 1 more order"
    table = cards[addresses[-1]].view.band
    form.bands.button(int(Band.FAILURE if table is not Band.FAILURE else Band.SUCCESS)).click()
    form.rule.click()
    assert "The table gave:" in shown_text(cards[addresses[-1]])
    assert page.hint.text().startswith(f"{count} of {count} decided.")
    assert desk.page.top.next.text() == "Close turn 1"
    desk.do_next()
    assert session.play.phase == "report"
    session.close()


def test_situation_shows_words_and_what_changed(desk_of: Opener, session: Session) -> None:
    """Tracks read in words, and an arrow tells what the turn moved."""
    desk = desk_of(session)
    rows = desk.page.situation.tracks.rows
    assert rows["calm"].accessibleName() == "Calm on the bank: tense · 5 of 10"
    closed(session)
    desk.turning.show_situation()
    moved = [track for track in rows if "this turn" in rows[track].accessibleName()]
    result = session.play.closed[0].result
    before = session.play.closed[0].opening
    assert set(moved) == {track for track in rows if result.state[track] != before[track]}
    assert moved


def test_situation_says_what_only_some_may_know(desk_of: Opener, session: Session) -> None:
    """A track that not every seat sees is marked, so that nobody reads it out."""
    row = desk_of(session).page.situation.tracks.rows["catch_hidden"]
    assert "Known only to Astra" in list(texts(row))
    assert "nets_lost" not in desk_of(session).page.situation.tracks.rows


def test_report_tab_comes_with_the_first_closed_turn(desk_of: Opener, session: Session) -> None:
    """There is no empty tab, and the report opens when a turn is closed."""
    desk = desk_of(session)
    names = [desk.page.tabs.tabText(n) for n in range(desk.page.tabs.count())]
    assert names == ["Situation", "Orders", "Messages", "Notes", "Log", "Your seats"]
    closed(session)
    assert desk.page.tabs.currentWidget() is desk.page.report
    report = desk.page.report.text.toPlainText()
    assert "Situation report, turn 1" in report
    (last,) = (entry for entry in session.entries if entry.kind == "closed")
    assert f"Record fingerprint when turn 1 was closed: {head_words(last.digest)}" in report


def test_the_report_opens_fit_to_be_read_out(desk_of: Opener, session: Session) -> None:
    """The facilitator's own is one choice away; the next turn begins with the room's again."""
    desk = desk_of(session)
    open_orders(session)
    seal(session, "astra", Wish("silent_nets"))
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
    report = desk.page.report
    assert report.readers.currentText() == "For the room"
    assert "Fish at night" not in report.text.toPlainText()
    report.readers.setCurrentIndex(report.readers.findText("For the facilitator"))
    assert "Fish at night" in report.text.toPlainText()
    assert "not for the screen of the room" in report.hint.text()
    report.readers.setCurrentIndex(report.readers.findText("For Astra"))
    assert "Fish at night" in report.text.toPlainText()
    assert report.hint.text().startswith("Released at ")
    report.readers.setCurrentIndex(report.readers.findText("For the facilitator"))
    session.submit(MoveOn(), FACILITATOR)
    closed(session)
    assert report.readers.currentText() == "For the room"
    assert "turn 2" in report.text.toPlainText()


def test_undo_asks_in_place_and_keeps_both(desk_of: Opener, session: Session) -> None:
    """Undo names what it would strike; struck lines stay in the log."""
    desk = desk_of(session)
    open_orders(session)
    desk.ask_undo()
    assert desk.page.question.words.text().endswith(" struck through: “Turn 1: Orders open.”")
    desk.page.question.yes.click()
    assert session.play.phase == "talks"
    model = desk.page.log.lines
    struck = model.index(model.rowCount() - 2, 3)
    assert struck.data(Qt.ItemDataRole.FontRole).strikeOut()


def test_reopening_offers_the_turns_there_are(desk_of: Opener, session: Session) -> None:
    """The list names each adjudicated turn, and the button what will happen."""
    desk = desk_of(session)
    desk.ask_reopen()
    assert desk.page.banner.words.text().startswith("No turn has been adjudicated yet")
    closed(session)
    closed(session)
    desk.ask_reopen()
    question = desk.page.question
    assert [question.pick.itemText(n) for n in range(question.pick.count())] == ["Turn 2", "Turn 1"]
    question.pick.setCurrentIndex(1)
    assert question.yes.text() == "Re-open turn 1"
    question.yes.click()
    assert (session.play.turn, session.play.phase) == (1, "orders")
    assert desk.page.tabs.indexOf(desk.page.report) == -1


def test_a_note_is_taken_by_keys_alone(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """Ctrl+N, words, Enter: in the record, and the field is gone."""
    desk = desk_of(session)
    QTest.keyClick(desk, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.note.isVisible()
    QTest.keyClicks(desk.page.note.text, "Astra is stalling")
    QTest.keyClick(desk.page.note.text, Qt.Key.Key_Return)
    assert session.play.notes[-1].text == "Astra is stalling"
    assert not desk.page.note.isVisible()


def test_reseating_in_place(desk_of: Opener, session: Session) -> None:
    """Somebody leaves the table, and a habit takes the seat over."""
    desk = desk_of(session)
    row = desk.page.seats.rows["borea"]
    row.reseat.click()
    assert row.form is not None
    row.form.people.setText("")
    row.form.player.setCurrentIndex(row.form.player.findData("habit:cautious"))
    row.form.reseated.emit((), row.form.player.currentData())
    assert row.people.text() == "Habit: Cautious"
    assert session.play.setup.of("borea").habit == "cautious"


def test_status_line_says_saved_and_sound(desk_of: Opener, session: Session) -> None:
    """The bottom line tells that everything is on disk, and names the record."""
    words = desk_of(session).page.status.words.whole
    assert words.startswith("Saved ")
    assert words.endswith(f" · record sound · record fingerprint {head_words(session.saved.head)}")


def test_pointing_at_the_record_head_says_what_it_is_for(desk_of: Opener, session: Session) -> None:
    """On hover, in a narrow window too, and to a reader of the screen; and where the file is."""
    desk = desk_of(session)
    words = desk.page.status.words
    for width in (words.width(), 60):
        words.resize(width, words.height())
        assert "The record fingerprint changes with every entry." in words.toolTip()
        assert "“idlib-wargame verify --head” checks that." in words.toolTip()
        assert words.toolTip().endswith(str(session.path))
        assert (words.whole in words.toolTip()) == (width == 60)
    assert words.accessibleDescription().startswith(
        "The record fingerprint changes with every entry."
    )


def test_a_fault_of_the_disk_is_told_calmly(
    desk_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """When the disk goes, play goes on, a banner says so, and saving elsewhere mends it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    session = begin(harbour, stick / "course.wargame")
    desk = desk_of(session)
    shutil.rmtree(stick)
    session.submit(TakeNote("kept in memory"), FACILITATOR)
    assert session.saved.fault in desk.page.fault.words.text()
    assert desk.page.fault.isVisible()
    assert desk.page.status.words.whole.startswith("Not on disk since ")
    desk.save_at(tmp_path / "elsewhere")
    assert not desk.page.fault.isVisible()
    assert desk.page.status.words.whole.startswith("Saved ")
    assert (tmp_path / "elsewhere.wargame").exists()


def test_opening_a_seat_covers_the_desk(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """While a player has the laptop the desk shows nothing, and afterwards waits for its button."""
    desk = desk_of(session)
    open_orders(session)
    desk.page.seats.rows["astra"].open.click()
    seat = desk.handover.seat_window
    assert seat is not None
    assert seat.is_covered
    assert desk.handover.cover.isVisible()
    assert not desk.page.isVisible()
    assert not desk.menus.actions["show_log"].isEnabled()
    lift_by_hand(seat)
    assert not seat.is_covered
    seat.close()
    assert desk.handover.cover.title.text() == "Facilitator only"
    assert not desk.page.isVisible()
    desk.handover.cover.button.click()
    assert desk.page.isVisible()
    assert desk.menus.actions["show_log"].isEnabled()


def test_the_cover_cannot_be_lifted_while_a_seat_is_open(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """A player cannot look at the desk behind their own window."""
    desk = desk_of(session)
    desk.handover.open_seat("astra")
    QTest.keyClick(desk.handover.cover, Qt.Key.Key_Return)
    assert not desk.page.isVisible()


def test_a_seat_played_by_habit_is_not_opened(desk_of: Opener, session: Session) -> None:
    """Nobody sits there to hand the laptop to."""
    assert not desk_of(session).page.seats.rows["caldis"].open.isEnabled()


def test_finishing_tells_the_outcome_and_the_seed(desk_of: Opener, session: Session) -> None:
    """At the end the outcome stands on the desk, with what is needed to check the dice."""
    desk = desk_of(session)
    closed(session)
    desk.ask_finish()
    desk.page.question.yes.click()
    assert desk.page.outcome.isVisible()
    assert desk.page.outcome.name.text().startswith("Outcome: ")
    assert bytes(range(32)).hex() in desk.page.outcome.seed.text()
    assert not desk.page.top.next.isVisible()


def test_a_refusal_is_one_calm_line(desk_of: Opener, session: Session) -> None:
    """What cannot be done now is said in the banner, and nothing changes."""
    desk = desk_of(session)
    desk.ask_undo()
    assert desk.page.banner.words.text() == "There is nothing to undo."


def test_closing_lets_go_of_the_session(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """A closed desk is told nothing more, and says that it has gone."""
    desk = desk_of(session)
    with qtbot.waitSignal(desk.closed):
        desk.close()
    session.submit(MoveOn(), FACILITATOR)
    assert desk.page.top.phases.accessibleName() == "Phase: Talks"


def test_closing_what_is_only_in_memory_asks_first(
    qtbot: QtBot, desk_of: Opener, harbour: PackReading
) -> None:
    """Nobody loses an exercise by closing a window."""
    desk = desk_of(begin(harbour))
    desk.close()
    assert desk.isVisible()
    assert "only; closing the window loses it" in desk.page.question.words.text()
    with qtbot.waitSignal(desk.closed):
        desk.page.question.yes.click()


def test_a_covered_desk_stays_covered_when_it_is_closed(
    desk_of: Opener, harbour: PackReading
) -> None:
    """A player who tries to close the desk behind their window learns nothing by it."""
    desk = desk_of(begin(harbour))
    desk.handover.open_seat("astra")
    desk.close()
    assert desk.handover.is_covered
    assert not desk.page.isVisible()


def test_every_menu_entry_does_something(desk_of: Opener, session: Session) -> None:
    """Each row of the table names one method of the desk's doers; no two have the same keys."""
    desk = desk_of(session)
    rows = list(every_action())
    assert len(rows) > 50
    doers = (desk, desk.turning, desk.time, desk.by_hand, desk.looks)
    for row in rows:
        found = [each for each in doers if hasattr(each, row.does.partition(".")[0])]
        assert [callable(attrgetter(row.does)(each)) for each in found] == [True]
    keys = [row.means for row in rows if row.means]
    assert len(keys) == len(set(keys)) > 20


@at_each_size_of_text
def test_the_desk_fits_a_small_screen(desk_of: Opener, session: Session, scale: int) -> None:
    """At 1366 × 768 nothing is pushed off the screen, at any size of text."""
    desk = desk_of(session)
    adjudicated(session)
    desk.looks.set_text(scale)
    desk.resize(1366, 768)
    least = desk.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 768) == (True, True)


def test_the_chart_follows_the_session(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """The escalation chart is loaded after the first paint, and clocks stand beneath it."""
    desk = desk_of(session)
    qtbot.waitUntil(lambda: desk.page.side.has_chart)
    assert "End of the season" in shown_text(desk.page.side)
    assert "48 days left" in shown_text(desk.page.side)
    assert "Alarm on the quays: 0 of 2 pressing now" in shown_text(desk.page.side)
