"""Injects and words of the moment on the facilitator's desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.pack.phases import INJECTS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_rows import InjectRow
from idlib_wargame.windows.desk.inject_card import InjectCard
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.dress import at_each_size_of_text, dressed
from tests.windows.play_harbour import (
    adjudicated,
    begin,
    closed,
    open_orders,
    seal_both,
    shown_text,
    texts,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with injects, on disk; the facilitator sends them by hand."""
    session = begin(full, tmp_path / "course.wargame")
    session.submit(TakeInHand("injects"), FACILITATOR)
    yield session
    session.close()


@pytest.fixture
def second_turn(session: Session) -> Session:
    """The same, where an inject is due."""
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    return session


def test_what_an_inject_rests_on_is_told_to_who_asks(desk_of: Opener, second_turn: Session) -> None:
    """No bare marks of sources among the words; on hover they stand with what they are."""
    desk = desk_of(second_turn)
    desk.page.tabs.setCurrentWidget(desk.page.injects_tab)
    marks = {row.source for row in all_rows(desk) if row.source}
    assert marks
    assert not any(mark in shown_text(desk.page.injects) for mark in marks)
    told = "\n".join(texts(desk.page.injects))
    assert any(f"This rests on: {mark}." in told for mark in marks)


def all_rows(desk: DeskWindow) -> list[InjectRow]:
    """Every inject as the page has it."""
    return [card.row for card in desk.page.injects.findChildren(InjectCard)]


def tabs(desk: DeskWindow) -> list[str]:
    """What the tabs say."""
    return [desk.page.tabs.tabText(n) for n in range(desk.page.tabs.count())]


def test_only_packs_with_injects_have_their_tab(
    desk_of: Opener, session: Session, harbour: PackReading, tmp_path: Path
) -> None:
    """No empty tab where there is nothing to send, and the key says what to do instead."""
    names = [
        "Situation",
        "Orders",
        "Injects",
        "Messages",
        "Agreements",
        "Notes",
        "Log",
        "Your seats",
    ]
    assert tabs(desk_of(session)) == names
    plain = begin(harbour, tmp_path / "plain.wargame")
    desk = desk_of(plain)
    assert tabs(desk) == ["Situation", "Orders", "Messages", "Notes", "Log", "Your seats"]
    desk.turning.show_injects()
    assert desk.page.banner.words.text().startswith("This pack has no injects")
    plain.close()


def test_the_phase_of_injects_opens_their_tab(desk_of: Opener, second_turn: Session) -> None:
    """The breadcrumb stands at injects, the tab is open and says how many are due."""
    desk = desk_of(second_turn)
    assert desk.page.top.phases.accessibleName() == "Phase: Injects"
    assert desk.page.tabs.currentWidget() is desk.page.injects_tab
    assert "Injects (1)" in tabs(desk)
    text = shown_text(desk.page.injects)
    assert "1 due now; 1 still to come, 0 sent." in text
    assert "The shoals are late, and fewer." in text
    assert "To all seats, from Fisheries institute · Letter" in text
    assert "When sent: Fish stocks −1, End of the season: days left −2" in text
    assert "Hoped for: A word about quotas." in text


def test_the_filled_button_sends_what_is_due(desk_of: Opener, second_turn: Session) -> None:
    """It names the inject, sends it, and then goes on to the talks."""
    desk = desk_of(second_turn)
    button = desk.page.top.next
    assert button.text() == "Send “A cold spring”"
    button.click()
    assert second_turn.play.messages[-1].inject == "cold_spring"
    assert button.text() == "Open talks"
    text = shown_text(desk.page.injects)
    assert "Nothing is due now; 1 still to come, 1 sent." in text
    desk.page.injects.cards["cold_spring"].read.click()
    text = shown_text(desk.page.injects.cards["cold_spring"])
    assert "It did: Fish stocks −1, End of the season: days left −2" in text
    assert "Turn 2, " in text
    assert "to all seats" in text


def test_a_long_title_does_not_push_the_strip_apart(desk_of: Opener, second_turn: Session) -> None:
    """The filled button gives way, and says the rest on hover and to a reader."""
    top = desk_of(second_turn).page.top
    words = "Send “Everything that anybody ever said about the fish of this bank”"
    top.name_next(words)
    assert top.next.text().endswith("…")
    assert top.next.accessibleName() == words
    assert words in top.next.toolTip()


def test_an_inject_is_held_back_and_sent_after_all(desk_of: Opener, second_turn: Session) -> None:
    """Held back it stands among what is to come, and can still be sent."""
    desk = desk_of(second_turn)
    card = desk.page.injects.cards["cold_spring"]
    assert card.hold is not None
    card.hold.click()
    assert second_turn.play.skipped == {(2, "cold_spring")}
    assert not second_turn.play.messages
    assert desk.page.top.next.text() == "Open talks"
    card = desk.page.injects.cards["cold_spring"]
    assert "Held back this turn · to all seats" in shown_text(card)
    assert card.send is not None
    card.send.click()
    assert second_turn.play.messages[-1].inject == "cold_spring"


def test_an_inject_is_dropped_when_asked_and_comes_back_by_an_undo(
    desk_of: Opener, second_turn: Session
) -> None:
    """Dropping is asked; nothing of it is lost."""
    desk = desk_of(second_turn)
    card = desk.page.injects.cards["cold_spring"]
    assert card.drop is not None
    card.drop.click()
    assert desk.page.question.words.text().startswith("Drop “A cold spring”?")
    assert "cold_spring" not in second_turn.play.dropped
    desk.page.question.yes.click()
    assert second_turn.play.dropped == {"cold_spring"}
    assert "Dropped · to all seats" in shown_text(desk.page.injects.cards["cold_spring"])
    assert desk.page.top.next.text() == "Open talks"
    desk.ask_undo()
    desk.page.question.yes.click()
    assert desk.page.top.next.text() == "Send “A cold spring”"


def test_what_is_to_come_says_when_and_may_be_read_ahead(desk_of: Opener, session: Session) -> None:
    """Before their time injects say what they wait for; their words come on request."""
    desk = desk_of(session)
    desk.page.injects.uncover.click()
    spring, wreck = (desk.page.injects.cards[each] for each in ("cold_spring", "wreck"))
    assert "In turn 2 (17 Mar 2031) · to all seats" in shown_text(spring)
    assert "“A cold spring” must have been sent" in shown_text(wreck)
    assert "optional" in shown_text(wreck)
    assert "optional" not in shown_text(spring)
    assert "A hull has been found, keel up." not in shown_text(wreck)
    wreck.read.click()
    text = shown_text(wreck)
    assert "A hull has been found, keel up." in text
    assert "To Astra and Caldis, from Coastguard · Radio" in text
    assert "The facilitator plays with this turn's orders: Press: " in text


def test_what_is_to_come_tells_figures_to_who_asks(desk_of: Opener, full: PackReading) -> None:
    """Behind the words of a track, on hover and to a reader of the screen."""
    assert full.scenario is not None
    first, *others = full.scenario.injects
    late = replace(first, when=parse("calm >= 8"), to=())
    pack = replace(full.scenario, injects=(late, *others))
    desk = desk_of(begin(replace(full, scenario=pack)))
    card = desk.page.injects.cards[first.id]
    (where,) = (each for each in card.findChildren(QLabel) if "must be" in each.text())
    assert "8" not in where.text()
    assert "must be 8 or more" in where.toolTip()
    assert "must be 8 or more" in where.accessibleDescription()


def test_what_was_opened_to_read_stays_open(desk_of: Opener, second_turn: Session) -> None:
    """Sending one inject does not fold up another that is being read."""
    desk = desk_of(second_turn)
    desk.uncover_messages()
    desk.page.injects.cards["wreck"].read.click()
    press = Reseat("press", ("Pia",), "person")
    second_turn.submit(press, FACILITATOR)
    assert "A hull has been found, keel up." in shown_text(desk.page.injects)


def test_a_facilitator_may_send_before_the_time(desk_of: Opener, session: Session) -> None:
    """The list is a plan: anything on it can be sent now."""
    desk = desk_of(session)
    card = desk.page.injects.cards["wreck"]
    assert card.send is not None
    assert card.send.text() == "Send now"
    card.send.click()
    assert session.play.messages[-1].to == ("astra", "caldis")


@pytest.mark.parametrize("phase", ["adjudication", "report"])
def test_nothing_is_sent_once_orders_are_open(
    desk_of: Opener, session: Session, phase: str
) -> None:
    """The buttons are gone, and the page says when the next can be sent."""
    desk = desk_of(session)
    adjudicated(session)
    if phase == "report":
        session.submit(CloseTurn(), FACILITATOR)
    desk.turning.show_injects()
    page = desk.page.injects
    assert "the next can be sent in the next turn" in page.hint.text()
    assert all(card.send is None for card in page.cards.values())
    assert "Injects" in tabs(desk)
    assert ("Due when turn 2 begins" in shown_text(page)) == (phase == "report")


def test_the_end_says_what_was_never_sent(desk_of: Opener, session: Session) -> None:
    """A finished exercise has no more to come."""
    desk = desk_of(session)
    closed(session)
    desk.ask_finish()
    desk.page.question.yes.click()
    desk.turning.show_injects()
    text = shown_text(desk.page.injects)
    assert "0 sent, 2 never sent." in text
    assert "Aims met: Astra none of 1 · Caldis none of 1" in shown_text(desk.page.outcome)
    assert "Still to come" not in text
    assert not desk.page.injects.tell.isEnabled()


def test_seats_are_told_by_keys_alone(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """Ctrl+Shift+M, words on two lines, Ctrl+Enter: all are told, and the desk says what."""
    desk = desk_of(session)
    QTest.keyClick(desk, Qt.Key.Key_M, CTRL | SHIFT)
    bar = desk.page.tell
    assert bar.isVisible()
    assert QApplication.focusWidget() is bar.text
    assert not bar.tell.isEnabled()
    QTest.keyClicks(bar.text, "Fog")
    QTest.keyClick(bar.text, Qt.Key.Key_Return)
    assert session.play.messages == ()
    QTest.keyClicks(bar.text, "on the bank")
    assert bar.tell.text() == "Tell all seats"
    before = session.play.turn, session.play.phase
    QTest.keyClick(bar.text, Qt.Key.Key_Return, CTRL)
    assert (session.play.turn, session.play.phase) == before
    message = session.play.messages[-1]
    assert (message.to, message.sender, message.text) == ((), "", "Fog\non the bank")
    assert not bar.isVisible()
    assert "Words from the facilitator" in shown_text(desk.page.injects)
    said = desk.page.banner.words.text()
    assert said.startswith("Told. Turn 1, ")
    assert said.endswith("to all seats: Words from the facilitator: “Fog\non the bank”")


def test_some_seats_are_told_by_a_sender(desk_of: Opener, session: Session) -> None:
    """The button says who will be told, and all again when nobody is picked."""
    desk = desk_of(session)
    desk.page.injects.tell.click()
    bar = desk.page.tell
    bar.text.setPlainText("The nets are empty")
    bar.from_whom.setText("A skipper")
    bar.chips["astra"].click()
    bar.chips["caldis"].click()
    assert bar.tell.text() == "Tell Astra and Caldis"
    assert not bar.everyone.isChecked()
    bar.everyone.click()
    assert bar.tell.text() == "Tell all seats"
    bar.chips["borea"].click()
    bar.tell.click()
    message = session.play.messages[-1]
    assert (message.to, message.sender) == (("borea",), "A skipper")
    assert "Words from A skipper" not in shown_text(desk.page.injects)
    desk.page.injects.uncover.click()
    assert "Words from A skipper" in shown_text(desk.page.injects)


def test_escape_keeps_what_was_typed(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """Nothing is sent, and the words are there when the bar is opened again."""
    desk = desk_of(session)
    desk.tell_seats()
    bar = desk.page.tell
    QTest.keyClicks(bar.text, "Half a sent")
    QTest.keyClick(bar.text, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert session.play.messages == ()
    desk.tell_seats()
    assert bar.text.toPlainText() == "Half a sent"


def test_control_is_told_only_where_people_sit(desk_of: Opener, session: Session) -> None:
    """A seat of the white cell is offered once somebody plays it by name."""
    desk = desk_of(session)
    desk.tell_seats()
    assert not desk.page.tell.chips["press"].isVisible()
    session.submit(Reseat("press", ("Pia",), "person"), FACILITATOR)
    desk.tell_seats()
    assert desk.page.tell.chips["press"].isVisible()


@at_each_size_of_text
def test_injects_and_the_bar_fit_a_small_screen(
    desk_of: Opener, second_turn: Session, scale: int
) -> None:
    """At 1366 × 768 nothing is pushed off the screen, at any size of text."""
    desk = desk_of(second_turn)
    assert second_turn.play.phase == INJECTS
    desk.tell_seats()
    desk.looks.set_text(scale)
    desk.resize(1366, 768)
    least = desk.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 768) == (True, True)


SECRETS = ("A hull has been found, keel up.", "The nets are empty", "A skipper")


def log_of(desk: DeskWindow) -> list[str]:
    """The lines of the log as the desk shows them."""
    log = desk.page.log.lines.log
    return [log[row].text for row in range(len(log))]


def told(desk: DeskWindow) -> list[str]:
    """Which secrets somebody reads who looks at the injects, the log and what would be undone."""
    desk.ask_undo()
    lines = log_of(desk)
    texts = [shown_text(desk.page.injects), *lines, desk.page.question.words.text()]
    return [secret for secret in SECRETS if any(secret in text for text in texts)]


def test_messages_to_some_seats_are_covered_until_asked_for(
    desk_of: Opener, session: Session
) -> None:
    """A projector shows to whom they go, and not a word of them: due, to come, sent or undone."""
    session.submit(SendInject("wreck"), FACILITATOR)
    session.submit(Tell(("borea",), "A skipper", "The nets are empty"), FACILITATOR)
    session.submit(Tell((), "", "Good morning, all"), FACILITATOR)
    session.submit(Undo(), FACILITATOR)
    desk = desk_of(session)
    desk.turning.show_injects()
    page = desk.page.injects
    assert told(desk) == []
    assert "Private, to Borea" in shown_text(page)
    assert "Private, to Astra and Caldis" in shown_text(page)
    assert "To Borea: a private message." in desk.page.question.words.text()
    assert page.uncover.text() == "Show private messages"
    page.uncover.click()
    assert "A skipper" in told(desk)
    assert "The nets are empty" in told(desk)
    assert page.uncover.text() == "Cover private messages"
    desk.menus.actions["uncover_messages"].trigger()
    assert told(desk) == []


def test_private_messages_are_covered_again_next_turn(desk_of: Opener, session: Session) -> None:
    """What was uncovered for a moment does not stay so by oversight."""
    session.submit(Tell(("borea",), "A skipper", "The nets are empty"), FACILITATOR)
    desk = desk_of(session)
    desk.uncover_messages()
    closed(session)
    assert desk.page.injects.uncovered
    session.submit(MoveOn(), FACILITATOR)
    assert told(desk) == []


def test_the_filled_button_does_not_tell_a_private_inject(
    desk_of: Opener, full: PackReading
) -> None:
    """It names it by its code, until messages are uncovered."""
    [(name, text)] = [each for each in full.files.items() if each[0] == "injects.yaml"]
    private = text.replace("    text: The shoals", "    to: [astra]\n    text: The shoals")
    assert private != text
    session = begin(read_files({**full.files, name: private}))
    session.submit(TakeInHand("injects"), FACILITATOR)
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    desk = desk_of(session)
    button = desk.page.top.next
    assert button.accessibleName() == "Send inject I01"
    desk.uncover_messages()
    assert button.accessibleName() == "Send “A cold spring”"


def test_a_message_to_all_is_told_in_clear(desk_of: Opener, session: Session) -> None:
    """Nobody is to be kept from it, so nothing is covered."""
    session.submit(Tell((), "A skipper", "The nets are empty"), FACILITATOR)
    desk = desk_of(session)
    desk.turning.show_injects()
    assert "The nets are empty" in told(desk)


def test_a_private_inject_can_be_held_back_under_cover(desk_of: Opener, session: Session) -> None:
    """The facilitator knows it by its code; the log does not tell its title."""
    title = session.scenario.inject_by_id["wreck"].title
    session.submit(SkipInject("wreck"), FACILITATOR)
    session.submit(DropInject("wreck"), FACILITATOR)
    desk = desk_of(session)
    lines = log_of(desk)
    assert lines[-2:] == [
        "To Astra and Caldis: a private message was held back.",
        "To Astra and Caldis: a private message was dropped.",
    ]
    desk.uncover_messages()
    assert title in log_of(desk)[-1]


@dressed
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_with_larger_text_the_head_of_injects_and_orders_reads_across(
    qtbot: QtBot, desk_of: Opener, session: Session, size: tuple[int, int]
) -> None:
    """The buttons go below the words instead of leaving them a column of single letters."""
    session.submit(Tell(("borea",), "A skipper", "The nets are empty"), FACILITATOR)
    open_orders(session)
    seal_both(session)
    desk = desk_of(session)
    desk.looks.set_text(150)
    desk.resize(*size)
    desk.turning.show_injects()
    head, hint = desk.page.injects.head, desk.page.injects.hint
    qtbot.waitUntil(lambda: head.rect().contains(head.buttons.geometry()))
    qtbot.waitUntil(lambda: hint.width() == head.width())
    assert hint.height() <= 2 * hint.fontMetrics().lineSpacing()
    assert head.buttons.y() > head.words.geometry().bottom()
    assert head.buttons.rect().contains(desk.page.injects.tell.geometry())
    desk.turning.show_orders()
    QApplication.processEvents()
    assert desk.page.orders.uncover.isVisible()
    assert desk.page.orders.hint.width() >= 0.4 * desk.page.orders.head.width()


def test_at_the_usual_size_the_buttons_stand_beside_the_words(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """And end where the page does."""
    desk = desk_of(session)
    desk.resize(1280, 720)
    desk.turning.show_injects()
    page = desk.page.injects
    qtbot.waitUntil(lambda: page.head.buttons.geometry().right() == page.head.rect().right())
    assert page.uncover.isVisible()
    assert page.head.buttons.y() == page.head.words.y()
    assert page.tell.geometry().right() == page.head.buttons.rect().right()
