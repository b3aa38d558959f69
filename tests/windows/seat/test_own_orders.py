"""A seat writes an order of its own, beside the moves that it picks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.session import Session
from tests.session.exercises import begun, to_orders
from tests.windows.play_harbour import shown_text
from tests.windows.seat.conftest import Opener

HEADS = ["What we do", "To what end", "Why it comes off"]  # once filled in, no placeholder says so
OWN = FreeOrder("Ferry the crews home by night", "The quays calm down", ("The sea is smooth",))


@pytest.fixture
def free(harbour: PackReading, tmp_path: Path) -> Session:
    """Astra may write one order of its own a turn; orders are open."""
    session = begun(harbour, tmp_path / "own.wargame", free_orders=FreeOrders(1, ("astra",)))
    to_orders(session)
    return session


def test_a_seat_writes_an_order_of_its_own_and_seals_it(seat_of: Opener, free: Session) -> None:
    """What it does, to what end and why; kept as it goes, taken off, brought back, and sealed."""
    window = seat_of(free)
    column = window.orders
    assert column.begin is not None
    column.begin.click()
    (slot,) = column.own
    assert slot.what.hasFocus()
    assert [field.isHidden() for field in slot.reasons] == [False, True, True]
    QTest.keyClicks(slot.what, OWN.what)
    QTest.keyClicks(slot.fields[1], OWN.aim)
    QTest.keyClicks(slot.reasons[0], OWN.reasons[0])
    assert [field.isHidden() for field in slot.reasons] == [False, False, True]
    window.drafting.keep()
    assert [each for each in shown_text(slot).split("\n") if each in HEADS] == HEADS
    (wish,) = free.play.drafts["astra"]
    assert (wish.move, wish.free) == ("F1_astra_1", OWN)
    slot.drop.click()
    assert free.play.drafts["astra"] == ()
    column.begin.click()
    (slot,) = column.own
    assert slot.free == OWN
    assert column.begin.toolTip() == "You may write 1 order of your own a turn."
    column.seal.click()
    assert free.play.sealed["astra"] == (wish,)
    assert not column.own[0].fields
    sheet = shown_text(column)
    assert "An order of our own" in sheet
    assert "To what end: The quays calm down" in sheet
    assert "Because: The sea is smooth" in sheet


def test_an_order_that_says_nothing_is_not_sealed(seat_of: Opener, free: Session) -> None:
    """Why is said beside the button."""
    column = seat_of(free).orders
    assert column.begin is not None
    column.begin.click()
    column.seal.click()
    assert "Say what you do: an order of your own needs a few words." in column.fault.text()
    assert "astra" not in free.play.sealed


def test_only_where_the_exercise_lets_it(seat_of: Opener, free: Session) -> None:
    """No other seat sees a way to it."""
    column = seat_of(free, "borea").orders
    assert column.begin is None
    assert "of our own" not in shown_text(column)
