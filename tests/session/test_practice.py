"""A practice turn: a session of its own, and what carries over from it."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.brief_read import ReadBrief
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.practice import practice_of
from idlib_wargame.session.seat_pins import ObserverPins, SeatPins
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from tests.session.exercises import begun, do, to_orders


@pytest.fixture
def exercise(harbour: PackReading) -> Session:
    """An exercise that has not begun, in which one person has set a PIN."""
    session = begun(harbour)
    SeatPins(session, "astra").set("Ada", "a grey seal")
    return session


def test_a_practice_is_thrown_away(exercise: Session) -> None:
    """Its dice are its own, it has one turn, and nothing of its game is in the exercise."""
    practice = practice_of(exercise)
    assert practice.play.setup.practice
    assert practice.play.setup.fingerprint != exercise.play.setup.fingerprint
    before = exercise.play
    do(practice, TakeNote("They learn"))
    to_orders(practice)
    do(practice, Adjudicate(), CloseTurn())
    assert practice.next_act() == (Finish(), "End the practice turn")
    do(practice, Finish())
    assert exercise.play == before
    assert practice.path is None


def test_who_sits_where_carries_over_at_once(exercise: Session) -> None:
    """A seat that changed hands, a PIN, an observer, a brief that was read: people keep those."""
    practice = practice_of(exercise)
    do(practice, Reseat("borea", ("Bea", "Bo"), "person"), SeatObserver(Observer("Olga")))
    SeatPins(practice, "borea").set("Bea", "nine fathoms")
    practice.submit(ReadBrief("borea"), "borea")
    assert exercise.play.setup.of("borea").people == ("Bea", "Bo")
    assert set(exercise.play.observers) == {"Olga"}
    assert exercise.play.briefs_read == {"borea"}
    assert SeatPins(exercise, "borea").lock.owner_of("nine fathoms") == "Bea"


def test_whoever_is_put_back_at_their_seat_in_practice_is_who_they_were(exercise: Session) -> None:
    """Muted, and with the PIN that they have: nobody sets another by taking their name."""
    do(exercise, Reseat("astra", ("Ada",), "person"), Mute("Ada", "astra"))
    SeatPins(exercise, "astra").set("Ada", "a red seal", given="a grey seal")
    do(exercise, Reseat("astra", (), "person"))
    practice = practice_of(exercise)
    do(practice, Reseat("astra", ("Ada",), "person"))
    assert SeatPins(practice, "astra").lock.owner_of("a red seal") == "Ada"
    assert practice.play.muted == {("astra", "ada")}
    before = len(exercise.entries)
    with pytest.raises(Refused):
        SeatPins(practice, "astra").set_first("Ada", "another hash")
    assert SeatPins(exercise, "astra").lock.owner_of("a red seal") == "Ada"
    assert len(exercise.entries) == before


def test_the_pin_of_an_observer_goes_both_ways(exercise: Session) -> None:
    """Who was let in before has it in practice; one set there opens the exercise's curtain too."""
    do(exercise, SeatObserver(Observer("Olga")), SeatObserver(Observer("Otto")))
    ObserverPins(exercise, exercise.play.observers["Olga"]).set("Olga", "a grey gull")
    practice = practice_of(exercise)
    olga, otto = (practice.play.observers[name] for name in ("Olga", "Otto"))
    assert ObserverPins(practice, olga).lock.owner_of("a grey gull") == "Olga"
    ObserverPins(practice, otto).set("Otto", "nine fathoms")
    assert ObserverPins(exercise, exercise.play.observers["Otto"]).lock.opens("nine fathoms")
    assert not ObserverPins(exercise, exercise.play.observers["Otto"]).lock.opens("a grey gull")


def test_pins_are_known_in_practice(exercise: Session) -> None:
    """Nobody has to think of another; the facilitator's opens the desk too."""
    exercise.reset_pin("white cell")
    practice = practice_of(exercise)
    assert SeatPins(practice, "astra").lock.owner_of("a grey seal") == "Ada"
    assert practice.pin_hash == exercise.pin_hash
