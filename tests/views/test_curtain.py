"""What stands on a seat's curtain."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.views.curtain import CurtainView
from idlib_wargame.views.seat_door import seat_door
from tests.session.exercises import begun, do

ADA, AMIR = "ada's own", "amir's own"


def curtain(session: Session, seat: str = "astra") -> CurtainView:
    """The curtain of a seat."""
    return seat_door(session, seat).own.curtain()


def test_the_first_lifting_asks_for_a_pin_until_somebody_answers(session: Session) -> None:
    """A seat that goes without is not asked again; one that set a PIN is asked for it."""
    assert curtain(session).asks_to_set
    SeatPins(session, "astra").go_without("Ada")
    shown = curtain(session)
    assert (shown.asks_to_set, shown.asks_pin) == (False, False)
    SeatPins(session, "astra").set("Amir", AMIR)
    shown = curtain(session)
    assert (shown.asks_to_set, shown.asks_pin) == (False, True)
    assert shown.words == (
        "Hand over the laptop. It opens to the PIN of Amir; after that Ada may set one too."
    )
    assert [person.name for person in shown.without] == ["Ada"]


def test_where_everybody_sets_one_it_asks_until_there_is(harbour: PackReading) -> None:
    """Nobody may go without."""
    session = begun(harbour, pins=True)
    assert (curtain(session).asks_to_set, curtain(session).must_set) == (True, True)
    SeatPins(session, "astra").set("Ada", ADA)
    assert not curtain(session).asks_to_set


def test_a_reset_is_told_on_the_curtain(session: Session) -> None:
    """So that the seat knows who took the PIN away; it is gone with the next PIN."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    pins.reset("Ada")
    shown = curtain(session)
    assert shown.remark == "The facilitator has reset the PIN of Ada."
    assert (shown.asks_to_set, shown.asks_pin) == (True, False)
    pins.set("Ada", ADA)
    assert curtain(session).remark == ""


def test_a_seat_that_the_facilitator_plays_asks_nobody(session: Session) -> None:
    """Nor does one that was taken over from people who had set no PIN."""
    assert (curtain(session, "press").asks_to_set, curtain(session, "press").takes_pins) == (
        False,
        False,
    )
    SeatPins(session, "astra").set("Ada", ADA)
    do(session, Reseat("astra", (), "control"))
    assert not curtain(session).asks_pin


def test_nobody_by_name_is_asked_for_the_pin_of_the_seat(session: Session) -> None:
    """No name stands where there is none."""
    do(session, Reseat("borea", (), "person"))
    SeatPins(session, "borea").set("", ADA)
    assert curtain(session, "borea").words == "Hand over the laptop, then type your PIN."


def test_who_has_the_laptop_already_is_not_told_to_hand_it_over(session: Session) -> None:
    """As while it goes round: whoever reads the curtain has just opened their own seat."""
    shown = curtain(session)
    assert shown.words == "Hand over the laptop, then press Enter."
    assert shown.words_in_hand == "Press Enter once nobody else can see the screen."
    SeatPins(session, "astra").set("Amir", AMIR)
    assert curtain(session).words_in_hand == (
        "It opens to the PIN of Amir; after that Ada may set one too."
    )
