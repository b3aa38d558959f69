"""Two people of one seat pick and write at once, and neither wipes the other's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import SeatDoor, seat_door
from idlib_wargame.windows.seat.window import SeatWindow
from tests.session.exercises import begun, to_orders
from tests.windows.seat.conftest import Opener
from tests.windows.seat.picking import option

TALKS, PROTEST = Wish("call_talks"), Wish("protest")


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Session:
    """Orders are open; Astra may write an order of its own."""
    session = begun(harbour, tmp_path / "two.wargame", free_orders=FreeOrders(1, ("astra",)))
    to_orders(session)
    return session


@pytest.fixture
def window(qtbot: QtBot, seat_of: Opener, session: Session) -> SeatWindow:
    """Astra's window on the laptop."""
    window = seat_of(session)
    qtbot.wait_exposed(window)
    return window


@pytest.fixture
def phone(session: Session) -> SeatDoor:
    """What Amir's phone acts through, at the same seat."""
    return seat_door(session, "astra")


def typing_in(window: SeatWindow, place: int = 0) -> QPlainTextEdit:
    """The reason of an order, with the keys."""
    reason = window.orders.slots[place].why
    assert reason is not None
    reason.setFocus()
    return reason


def picked(window: SeatWindow) -> tuple[Wish, ...]:
    """What is picked, as this window has it."""
    return window.drafting.wishes


def kept(session: Session) -> tuple[Wish, ...]:
    """The draft in the record."""
    return session.play.drafts["astra"]


def reasons(window: SeatWindow) -> list[str]:
    """What stands in the fields."""
    return [slot.why.toPlainText() for slot in window.orders.slots if slot.why is not None]


def test_what_another_picks_stands_beside_ones_own(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """As it is picked, and taken off."""
    option(window, "call_talks").click()
    phone.add_pick(PROTEST)
    assert picked(window) == (TALKS, PROTEST)
    assert len(window.orders.slots) == 2
    option(window, "call_talks").click()
    assert kept(session) == (PROTEST,)
    phone.take_pick_off("protest")
    assert picked(window) == ()


def test_a_reason_goes_on_being_typed_while_another_picks(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """The keys, the caret and the letters stay; both are in the record in the end."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "The season")
    phone.add_pick(PROTEST)
    phone.explain_pick("protest", "", "They fished")
    field = window.orders.slots[0].why
    assert field is not None
    assert field.hasFocus()
    QTest.keyClicks(field, " presses")
    assert reasons(window) == ["The season presses", "They fished"]
    window.drafting.keep()
    assert kept(session) == (
        Wish("call_talks", "", "The season presses"),
        Wish("protest", "", "They fished"),
    )


def test_typing_at_the_place_that_it_had(window: SeatWindow, phone: SeatDoor) -> None:
    """Also in the middle of a word, and after the order above it has gone."""
    phone.add_pick(PROTEST)
    phone.add_pick(TALKS)
    field = typing_in(window, 1)
    QTest.keyClicks(field, "Nw")
    cursor = field.textCursor()
    cursor.setPosition(1)
    field.setTextCursor(cursor)
    phone.take_pick_off("protest")
    left = window.orders.slots[0].why
    assert left is not None
    assert left.hasFocus()
    QTest.keyClicks(left, "o")
    assert reasons(window) == ["Now"]


def test_what_another_writes_shows_where_nobody_types(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """And what is typed here is never replaced by it, nor takes it away."""
    phone.add_pick(TALKS)
    phone.add_pick(PROTEST)
    QTest.keyClicks(typing_in(window, 0), "Mine")
    phone.explain_pick("call_talks", "", "Theirs")
    phone.explain_pick("protest", "", "Theirs too")
    assert reasons(window) == ["Mine", "Theirs too"]
    assert window.drafting.is_unkept
    window.drafting.keep()
    assert [wish.why for wish in kept(session)] == ["Theirs", "Theirs too"]


@pytest.mark.parametrize(("is_mine", "stays"), [(True, "Mine"), (False, "Theirs")])
def test_whoever_typed_a_reason_where_another_wrote_reads_it_and_chooses(
    qtbot: QtBot,
    window: SeatWindow,
    phone: SeatDoor,
    session: Session,
    is_mine: bool,
    stays: str,
) -> None:
    """Until then theirs stays in the record, and nothing is sealed."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "Mine")
    phone.explain_pick("call_talks", "", "Theirs")
    phone.add_pick(PROTEST)
    row = window.orders.slots[0].meanwhile
    qtbot.wait_until(row.isVisible)
    assert "Theirs" in row.words.text()
    window.orders.seal.click()
    assert "choose there first" in window.orders.fault.text()
    assert "astra" not in session.play.sealed
    (row.mine if is_mine else row.theirs).click()
    assert not row.isVisible()
    assert not window.orders.fault.isVisible()
    assert reasons(window)[0] == stays
    assert kept(session)[0].why == stays
    assert not window.drafting.is_unkept


def test_whoever_reads_the_same_as_they_typed_is_asked_nothing(
    qtbot: QtBot, window: SeatWindow, phone: SeatDoor
) -> None:
    """Also once the other came round to it."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "The season presses")
    phone.explain_pick("call_talks", "", "The season")
    row = window.orders.slots[0].meanwhile
    qtbot.wait_until(row.isVisible)
    phone.explain_pick("call_talks", "", "The season presses")
    assert not row.isVisible()
    assert not window.drafting.is_unkept


def test_of_whoever_closes_the_window_without_choosing_both_reasons_stand(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """One under the other, for the seat to make one of them."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "Mine")
    phone.explain_pick("call_talks", "", "Theirs")
    window.close()
    assert kept(session)[0].why == "Theirs\nMine"


def test_two_who_write_one_order_of_their_own_are_asked_only_where_both_wrote(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """What each wrote elsewhere is kept, also of whoever takes theirs."""
    assert window.orders.begin is not None
    window.orders.begin.click()
    (slot,) = window.orders.own
    QTest.keyClicks(slot.what, "We light")
    QTest.keyClicks(slot.reasons[0], "Lamps are there")
    (own,) = phone.view().wishes
    phone.write_free(own.move, FreeOrder("They light", "That all see it", ("Oil is there",)))
    (slot,) = window.orders.own
    assert slot.free == FreeOrder(
        "We light", "That all see it", ("Lamps are there", "Oil is there")
    )
    assert "They light" in slot.meanwhile.words.text()
    slot.meanwhile.theirs.click()
    both = FreeOrder("They light", "That all see it", ("Lamps are there", "Oil is there"))
    assert slot.free == both
    assert kept(session)[0].free == both


def test_a_reason_of_what_another_took_off_waits_till_it_is_picked_again(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """Typing does not bring the order back, and is not lost either."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "The season presses")
    phone.take_pick_off("call_talks")
    assert window.orders.slots == []
    window.drafting.keep()
    assert kept(session) == ()
    option(window, "call_talks").click()
    assert reasons(window) == ["The season presses"]
    assert kept(session) == (Wish("call_talks", "", "The season presses"),)


def test_typing_is_kept_after_a_pause_in_it(
    qtbot: QtBot, window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """Beside what another picked, which stays."""
    option(window, "call_talks").click()
    phone.add_pick(PROTEST)
    QTest.keyClicks(typing_in(window), "Now")
    assert [wish.why for wish in kept(session)] == ["", ""]
    qtbot.wait_until(lambda: kept(session)[0].why == "Now", timeout=3000)


def test_what_was_typed_is_sealed_with_what_another_picked(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """One of them seals for both."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "Now")
    phone.add_pick(PROTEST)
    window.orders.seal.click()
    assert session.play.sealed["astra"] == (Wish("call_talks", "", "Now"), PROTEST)
    assert phone.view().is_sealed


def test_what_was_being_typed_as_another_sealed_is_there_once_it_is_taken_back(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """The sealed sheet shows what was sealed."""
    option(window, "call_talks").click()
    QTest.keyClicks(typing_in(window), "Half a th")
    phone.seal_as_seen(phone.view().wishes)
    assert session.play.sealed["astra"] == (TALKS,)
    assert picked(window) == (TALKS,)
    phone.unseal()
    assert reasons(window) == ["Half a th"]
    window.drafting.keep()
    assert kept(session) == (Wish("call_talks", "", "Half a th"),)


def test_the_last_order_goes_to_whoever_picks_first(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """The other reads why, and takes nothing off."""
    phone.add_pick(TALKS)
    phone.add_pick(PROTEST)
    option(window, "send_patrols").click()
    said = "You have 2 orders a turn; take one back first."
    assert window.orders.fault.text() == said
    assert kept(session) == (TALKS, PROTEST)


def test_an_order_of_its_own_is_written_by_two(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """What one types in a field stays while the other picks; what the other writes then shows."""
    assert window.orders.begin is not None
    window.orders.begin.click()
    (slot,) = window.orders.own
    QTest.keyClicks(slot.what, "We light")
    phone.add_pick(PROTEST)
    (slot,) = window.orders.own
    assert slot.what.hasFocus()
    QTest.keyClicks(slot.what, " the bank")
    window.drafting.keep()
    (own, _protest) = phone.view().wishes
    assert own.free == FreeOrder("We light the bank")
    whole = FreeOrder("We light the bank", "That all see it", ("Lamps are there",))
    phone.write_free(own.move, whole)
    assert slot.free == whole
    assert not window.drafting.is_unkept
    assert slot.what.hasFocus()
    phone.take_pick_off(own.move)
    assert window.orders.own == []
    window.orders.begin.click()
    assert kept(session) == (PROTEST, Wish(own.move, free=whole))


def test_what_is_too_long_to_be_kept_is_said_and_not_lost(
    window: SeatWindow, phone: SeatDoor, session: Session
) -> None:
    """It stays in the field, and is kept once it is shorter."""
    option(window, "call_talks").click()
    field = typing_in(window)
    field.setPlainText("x" * 100_001)
    window.drafting.keep()
    assert "have 100001 characters in all" in window.orders.fault.text()
    phone.add_pick(PROTEST)
    assert len(reasons(window)[0]) == 100_001
    shorter = window.orders.slots[0].why
    assert shorter is not None
    shorter.setPlainText("Short")
    window.drafting.keep()
    assert kept(session) == (Wish("call_talks", "", "Short"), PROTEST)
