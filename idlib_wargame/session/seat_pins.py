"""The PINs of those who sit at a seat: they set them, and any of them opens its curtain.

Who sits there is as the exercise has it now. A PIN stays with a seat and a name: whoever is seated
elsewhere has none there, and whoever comes back has the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.seat_pin import TellOfSeatPin, people_at, pins_at
from idlib_wargame.session.pins import PinLock, is_fit, is_same, owner_at, same_name, unfit_words
from idlib_wargame.session.play import PinState
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import _


class PersonAtSeat(NamedTuple):
    """Somebody who sits at a seat; ``name`` is "" for nobody by name.

    ``goes_without`` says that they chose to. ``may_begin`` says that they may set a PIN without
    giving one that opens the curtain already.
    """

    name: str
    has_pin: bool
    was_reset: bool
    goes_without: bool
    may_begin: bool


class SeatPins:
    """Those of one seat. ``among`` is a lock whose book counts who guesses at them."""

    def __init__(self, session: Session, seat: str, among: PinLock | None = None) -> None:
        self._session = session
        self._seat = seat
        # Whoever has the lock reaches the session by nothing that it holds.
        self.lock = (among or PinLock()).alike(lambda: self.hashes())

    def hashes(self) -> Mapping[str, str]:
        """The hash of each who sits at the seat now and has a PIN."""
        session, seat = self._session, self._seat
        found = {
            person: session.pin_hash_of(owner_at(seat, person))
            for person in people_at(session.play, seat)
        }
        return {person: pin_hash for person, pin_hash in found.items() if pin_hash}

    def people(self) -> tuple[PersonAtSeat, ...]:
        """Those who sit there, in the order of the seating."""
        play, hashes = self._session.play, self.hashes()
        told = pins_at(play, self._seat)
        return tuple(
            _person(name, name in hashes, bool(hashes), told.get(name))
            for name in people_at(play, self._seat)
        )

    def set(self, person: str, pin: str, given: str = "") -> None:
        """A person sets a PIN; ``given`` is their own until now, or that of somebody beside them.

        Raises Refused where it is neither and one is needed, the PIN is not fit, or it is that of
        whoever helped. Of the others beside them nothing is looked up: a refusal would tell that
        somebody has that PIN.
        """
        name = same_name(person)
        row = next((each for each in self.people() if each.name == name), None)
        if not is_fit(pin):
            raise Refused(unfit_words())
        if row is not None and not row.may_begin and not self._may_change(row, given):
            raise Refused(_not_the_pin(row))
        if row is not None and not row.has_pin and given and is_same(pin, given):
            raise Refused(_("Choose another PIN: the curtain was opened with this one just now."))
        act = TellOfSeatPin(self._seat, person, PinState.SET)
        self._session.change_pin(owner_at(self._seat, person), pin, act, self._seat)

    def _may_change(self, row: PersonAtSeat, given: str) -> bool:
        """Their own PIN is needed where they have one; else that of anybody who sits there."""
        own = self.lock.alike(lambda: {row.name: self.hashes()[row.name]})
        return (own if row.has_pin else self.lock).owner_of(given) is not None

    def go_without(self, person: str) -> None:
        """A person has no PIN. Raises Refused where the exercise asks for one, or there is one."""
        if self.lock.is_set:
            raise Refused(_("A PIN has been set at this seat."))
        self._session.submit(TellOfSeatPin(self._seat, person, PinState.NONE), self._seat)

    def reset(self, person: str) -> None:
        """The facilitator takes a forgotten PIN away; that person may then begin with another."""
        act = TellOfSeatPin(self._seat, person, PinState.RESET)
        self._session.change_pin(owner_at(self._seat, person), "", act, FACILITATOR)


def _person(name: str, has_pin: bool, any_has: bool, last: PinState | None) -> PersonAtSeat:
    was_reset = last is PinState.RESET and not has_pin
    goes_without = last is PinState.NONE and not has_pin
    return PersonAtSeat(name, has_pin, was_reset, goes_without, was_reset or not any_has)


def _not_the_pin(row: PersonAtSeat) -> str:
    if row.has_pin:
        return _("That is not the PIN that you have now.")
    return _("That is not the PIN of anybody at this seat.")
