"""What a seat is told, what it wants, and what it reads of a turn, in its own window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import seat_view
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import (
    begin,
    closed,
    lift_by_hand,
    open_orders,
    seal_both,
    shown_text,
    texts,
)
from tests.windows.seat.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with injects and aims, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def tell(session: Session, text: str, *to: str) -> None:
    """Words of the moment."""
    session.submit(Tell(to, "A skipper", text), FACILITATOR)


def tabs(window: SeatWindow) -> list[str]:
    """What the tabs say."""
    return window.pages.titles()


def test_a_page_without_messages_says_what_will_stand_there(
    seat_of: Opener, session: Session
) -> None:
    """Its button counts what comes, and no longer what is undone."""
    window = seat_of(session)
    assert tabs(window) == ["Orders", "Situation", "Brief", "Agreements", "Messages", "Notes"]
    window.show_messages()
    assert "What the facilitator tells you" in shown_text(window.messages)
    window.turn_to("orders")
    tell(session, "Fog")
    assert tabs(window) == [
        "Orders",
        "Situation",
        "Brief",
        "Agreements",
        "Messages (1 new)",
        "Notes",
    ]
    session.submit(Undo(), FACILITATOR)
    assert tabs(window) == ["Orders", "Situation", "Brief", "Agreements", "Messages", "Notes"]


def test_new_messages_are_what_a_player_sees_first(seat_of: Opener, session: Session) -> None:
    """Behind the curtain wait the messages, the newest on top, with sender, means and text."""
    session.submit(SendInject("cold_spring"), FACILITATOR)
    tell(session, "Nobody has seen the fleet", "astra")
    window = seat_of(session)
    assert window.pages.current == "messages"
    lines = shown_text(window.messages.list).split("\n")
    assert lines == [
        *("New", "A skipper", "Turn 1", "Nobody has seen the fleet"),
        *("New", "Fisheries institute · Letter", "Turn 1", "A cold spring"),
        "The shoals are late, and fewer.",
        "Fish stocks −1 · End of the season: days left −2",
        "Answer",
    ]
    assert "Messages" in tabs(window)


def test_without_news_the_moves_come_first(seat_of: Opener, session: Session) -> None:
    """What was read before does not stand in the way again."""
    tell(session, "Fog")
    seen = frozenset(seat_view(session, "astra").messages)
    window = seat_of(session, seen=seen)
    assert window.pages.current == "orders"
    assert QApplication.focusWidget() is window.moves.filter
    assert "New" not in shown_text(window.messages).split("\n")


def test_the_curtain_hides_messages_and_does_not_count_them_read(
    seat_of: Opener, session: Session
) -> None:
    """A window closed behind its curtain has shown nothing."""
    tell(session, "ZANZIBAR")
    window = seat_of(session, lifted=False)
    assert "ZANZIBAR" not in shown_text(window)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert "ZANZIBAR" not in shown_text(window)
    window.close()
    assert not window.inbox.seen


def test_what_comes_while_a_player_works_is_told_in_one_line(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """The move being looked for stays under the hands; one key goes to the message."""
    window = seat_of(session)
    QTest.keyClicks(window.moves.filter, "minis")
    session.submit(SendInject("wreck"), FACILITATOR)
    assert window.arrival.isVisible()
    assert window.arrival.words.text() == "A message has come from Coastguard: A wreck on the bank"
    assert QApplication.focusWidget() is window.moves.filter
    assert window.pages.current == "orders"
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert "A hull has been found, keel up." in shown_text(window.messages)
    assert not window.arrival.isVisible()
    assert tabs(window) == ["Orders", "Situation", "Brief", "Agreements", "Messages", "Notes"]


def test_the_desk_remembers_what_a_seat_has_seen(qtbot: QtBot, session: Session) -> None:
    """Opened again, the window marks only what came since; another seat has its own memory."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    desk.show()

    def new_for(seat: str) -> list[str]:
        desk.page.seats.rows[seat].open.click()
        window = desk.handover.seat_window
        assert window is not None
        lift_by_hand(window)
        new = [message.text for message in window.inbox.new]
        window.close()
        desk.handover.cover.button.click()
        return new

    tell(session, "first")
    assert new_for("astra") == ["first"]
    assert new_for("astra") == []
    tell(session, "second")
    assert new_for("astra") == ["second"]
    assert set(new_for("borea")) == {"first", "second"}


def test_after_a_break_earlier_turns_count_as_read(seat_of: Opener, session: Session) -> None:
    """A desk opened afresh remembers nothing; what was sent this turn is taken for new."""
    tell(session, "old")
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    tell(session, "fresh")
    window = seat_of(session)
    assert [message.text for message in window.inbox.new] == ["fresh"]


def test_no_message_or_aim_of_another_seat_reaches_the_window(
    seat_of: Opener, session: Session
) -> None:
    """A word told to Astra, an inject for others and an aim of theirs are nowhere in Borea's."""
    window = seat_of(session, "borea")

    def clean() -> bool:
        everything = "\n".join(texts(window))
        secrets = ("ZANZIBAR", "keel up", "wreck on the bank", "A treaty with both coasts")
        return not any(secret in everything for secret in secrets)

    tell(session, "ZANZIBAR", "astra", "caldis")
    session.submit(SendInject("wreck"), FACILITATOR)
    assert clean()
    assert tabs(window) == ["Orders", "Situation", "Brief", "Agreements", "Messages", "Notes"]
    open_orders(session)
    seal_both(session)
    for act in (Adjudicate(), CloseTurn(), Finish()):
        session.submit(act, FACILITATOR)
        assert clean()
    assert session.play.aims_met == ("caldis_heard",)


def test_aims_stand_in_the_brief_and_are_judged_at_the_end(
    seat_of: Opener, session: Session
) -> None:
    """Private until the end; then each is met or not."""
    window = seat_of(session)
    text = shown_text(window.orders_page.knowledge)
    assert "Your aims\nA treaty with both coasts on it\nYours alone until the end" in text
    assert "Met" not in text.split("\n")
    closed(session)
    session.submit(Finish(), FACILITATOR)
    assert "A treaty with both coasts on it\nNot met\n0 of 1 met." in shown_text(
        window.orders_page.knowledge
    )


def test_a_seat_without_aims_has_no_heading_for_them(seat_of: Opener, session: Session) -> None:
    """Nothing is promised that the pack does not have."""
    assert "Your aims" not in shown_text(seat_of(session, "borea").orders_page.knowledge)


def test_a_seat_can_be_opened_after_the_end(qtbot: QtBot, session: Session) -> None:
    """The players come back for the results and their aims, and can change nothing."""
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    closed(session)
    session.submit(Finish(), FACILITATOR)
    desk.page.seats.rows["astra"].open.click()
    window = desk.handover.seat_window
    assert window is not None
    qtbot.addWidget(window)
    window.lift()
    assert window.pages.current == "results"
    assert not window.orders.seal.isVisibleTo(window)
    assert not window.drafting.is_open


def test_injects_phase_lets_a_seat_draft(seat_of: Opener, session: Session) -> None:
    """While the messages are read, picks are kept already, and the seal waits."""
    window = seat_of(session)
    assert session.play.phase == "injects"
    next(b for b in window.moves.buttons() if b.option.wish.move == "call_talks").click()
    assert session.play.drafts["astra"] == (Wish("call_talks"),)
    assert not window.orders.seal.isEnabled()
    assert "Orders open after the talks" in shown_text(window.orders)


def test_results_lead_from_value_to_value(seat_of: Opener, session: Session) -> None:
    """A seat reads where each order took each track that it may know."""
    window = seat_of(session)
    before = session.play.state["talks"]
    closed(session)
    (turn,) = session.play.closed
    through = next(
        line.through
        for card in turn.result.cards
        for line in card.effects
        if line.track == "talks" and line.through
    )
    text = shown_text(window.results)
    assert f"Stage of the talks {before} → {before + through}" in text
    assert "through the orders that you know of" in text


@at_each_size_of_text
def test_messages_fit_a_small_screen(seat_of: Opener, session: Session, scale: int) -> None:
    """At 1366 × 768 nothing is pushed off the screen, at any size of text."""
    window = seat_of(session)
    session.submit(SendInject("wreck"), FACILITATOR)
    theme.set_text_scale(scale)
    window.resize(1366, 768)
    assert window.arrival.isVisible()
    least = window.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 768) == (True, True)
