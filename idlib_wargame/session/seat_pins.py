"""The PINs of those behind one curtain: they set them, and any of them opens it.

Who sits at a seat is as the exercise has it now. Everybody has one PIN at a time, which goes along
wherever they are seated (``session/same_person.py``). That of an observer is theirs as long as they
are here: who comes later, be it by the same name, sets one of their own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import NamedTuple

from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.observer_pin import TellOfObserverPin
from idlib_wargame.session.kinds.seat_pin import TellOfSeatPin, people_at, pins_at
from idlib_wargame.session.naming import same_in
from idlib_wargame.session.pins import (
    PinLock,
    hashed,
    is_fit,
    is_same,
    owner_by,
    owner_watching,
    unfit_words,
)
from idlib_wargame.session.same_person import sitter_of
from idlib_wargame.session.seating import Observer, PinState
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


class Pins(ABC):
    """Those of one curtain. ``among`` is a lock whose book counts who guesses at them."""

    def __init__(self, session: Session, by: str, among: PinLock | None = None) -> None:
        self._session = session
        self._by = by
        # Whoever has the lock reaches the session by nothing that it holds.
        self.lock = (among or PinLock()).alike(lambda: self.hashes())

    @abstractmethod
    def _names(self) -> tuple[str, ...]:
        """Who there is; "" for nobody by name."""

    @abstractmethod
    def _told(self) -> Mapping[str, PinState]:
        """What became last of the PINs of those."""

    @abstractmethod
    def _owner(self, person: str) -> str:
        """Whose the PIN of that person is among the secrets of the record; "" for none."""

    @abstractmethod
    def _next_owner(self, person: str) -> str:
        """The same of the PIN of which the next entry tells."""

    @abstractmethod
    def _tells(self, person: str, state: PinState) -> Act:
        """The act that tells of it."""

    def hashes(self) -> Mapping[str, str]:
        """The hash of each who is there now and has a PIN."""
        found = {name: self._session.pin_hash_of(self._owner(name)) for name in self._names()}
        told = self._told()
        return {
            person: pin_hash
            for person, pin_hash in found.items()
            if pin_hash and told.get(person) is PinState.SET
        }

    def take_over(self, person: str, state: PinState, pin_hash: str, by: str) -> None:
        """Tell of a PIN and keep its hash in place of the one before, which nobody tries again.

        Raises Refused where the act that tells of it is.
        """
        hashes = self.hashes()
        before = hashes.get(same_in(hashes, person) or "", "")
        old, new = self._owner(person), self._next_owner(person)
        forgets = [old] if old and old != new else []
        act = self._tells(person, state)
        self._session.take_pin_over(new, pin_hash, act, by, forgets)
        self.lock.forget([before] if before else [])

    def people(self) -> tuple[PersonAtSeat, ...]:
        """Those who are there, in the order of the seating."""
        hashes, told = self.hashes(), self._told()
        return tuple(
            _person(name, name in hashes, bool(hashes), told.get(name)) for name in self._names()
        )

    def set(self, person: str, pin: str, given: str = "") -> None:
        """A person sets a PIN; ``given`` is their own until now, or that of somebody beside them.

        Raises Refused where it is neither and one is needed, the PIN is not fit, or it is that of
        whoever helped. Of the others beside them nothing is looked up: a refusal would tell that
        somebody has that PIN.
        """
        if not is_fit(pin):
            raise Refused(unfit_words())
        lock = self.lock_for(person)
        opened_by = lock.owner_of(given) if lock is not None else None
        self._check_may(person, opened_by)
        self.check_new(person, pin, given)
        self.set_hashed(person, hashed(pin), opened_by)

    def lock_for(self, person: str) -> PinLock | None:
        """The lock that a PIN must open for that person to set one: of their own PIN where they
        have one, else of all beside them. None where they may begin without.
        """
        row = self._row_of(person)
        if row is None or row.may_begin:
            return None
        if not row.has_pin:
            return self.lock
        return self.lock.alike(
            lambda: {name: kept for name, kept in self.hashes().items() if name == row.name}
        )

    def check_new(self, person: str, pin: str, given: str = "") -> None:
        """Raise Refused for a PIN that is not fit, or is ``given``: their own until now, which
        would change nothing, or that of whoever helped.
        """
        row = self._row_of(person)
        if not is_fit(pin):
            raise Refused(unfit_words())
        if row is not None and given and is_same(pin, given):
            raise Refused(same_words() if row.has_pin else _not_of_another())

    def set_hashed(self, person: str, pin_hash: str, opened_by: str | None = None) -> None:
        """A person sets the PIN of that hash, which ``check_new`` let pass.

        ``opened_by`` is whom ``end_try`` of ``lock_for`` named. Raises Refused where that is not
        enough as things stand now: others may have set theirs while it was being hashed.
        """
        if not pin_hash:
            raise Refused(unfit_words())
        self._check_may(person, opened_by)
        self.take_over(person, PinState.SET, pin_hash, self._by)

    def set_first(self, person: str, pin_hash: str) -> None:
        """Somebody who is there by name sets their first PIN, on a device of their own.

        No PIN of anybody beside them is needed, as theirs opens nothing but their own page and the
        curtain. Raises Refused for one who has a PIN.
        """
        row = self._row_of(person)
        if not pin_hash:
            raise Refused(unfit_words())
        if row is None or not row.name or row.has_pin:
            raise Refused(_("Somebody has set a PIN by that name already."))
        self.take_over(person, PinState.SET, pin_hash, self._by)

    def _check_may(self, person: str, opened_by: str | None) -> None:
        row = self._row_of(person)
        if row is None or row.may_begin:
            return  # who is not there, the act that tells of it refuses
        if opened_by not in ([row.name] if row.has_pin else self.hashes()):
            raise Refused(_not_the_pin(row))

    def _row_of(self, person: str) -> PersonAtSeat | None:
        name = same_in(self._names(), person)
        return next((each for each in self.people() if each.name == name), None)

    def go_without(self, person: str) -> None:
        """A person has no PIN. Raises Refused where the exercise asks for one, or there is one."""
        if self.lock.is_set:
            raise Refused(_("A PIN has been set at this seat."))
        self._session.submit(self._tells(person, PinState.NONE), self._by)

    def reset(self, person: str) -> None:
        """The facilitator takes a PIN away; that person may then begin with another."""
        self.take_over(person, PinState.RESET, "", FACILITATOR)


class SeatPins(Pins):
    """Those of the people at one seat."""

    def __init__(self, session: Session, seat: str, among: PinLock | None = None) -> None:
        super().__init__(session, seat, among)

    def _names(self) -> tuple[str, ...]:
        return people_at(self._session.play, self._by)

    def _told(self) -> Mapping[str, PinState]:
        return pins_at(self._session.play, self._by)

    def _owner(self, person: str) -> str:
        return owner_by(sitter_of(self._session.play, self._by, person).pin)

    def _next_owner(self, person: str) -> str:
        return owner_by(self._session.next_number)

    def _tells(self, person: str, state: PinState) -> Act:
        return TellOfSeatPin(self._by, person, state)


class ObserverPins(Pins):
    """That of one observer or assistant, for as long as they are here."""

    def __init__(self, session: Session, observer: Observer, among: PinLock | None = None) -> None:
        self._observer = observer
        super().__init__(session, observer.by, among)

    def _names(self) -> tuple[str, ...]:
        there = self._session.play.observers.get(self._observer.name)
        is_here = there is not None and there.since == self._observer.since
        return (self._observer.name,) if is_here else ()

    def _told(self) -> Mapping[str, PinState]:
        state = self._session.play.observer_pins.get(self._observer.since)
        return {self._observer.name: state} if state is not None else {}

    def _owner(self, person: str) -> str:
        return owner_watching(self._observer.since)

    def _next_owner(self, person: str) -> str:
        return owner_watching(self._observer.since)

    def _tells(self, person: str, state: PinState) -> Act:
        return TellOfObserverPin(person, state)


def _person(name: str, has_pin: bool, any_has: bool, last: PinState | None) -> PersonAtSeat:
    was_reset = last is PinState.RESET and not has_pin
    goes_without = last is PinState.NONE and not has_pin
    return PersonAtSeat(name, has_pin, was_reset, goes_without, was_reset or not any_has)


def same_words() -> str:
    """What is said of a new PIN that is the one before."""
    return _("The new PIN is the same as the old one; choose another.")


def _not_of_another() -> str:
    return _("Choose another PIN: the curtain was opened with this one just now.")


def _not_the_pin(row: PersonAtSeat) -> str:
    if row.has_pin:
        return _("That is not the PIN that you have now.")
    return _("That is not the PIN of anybody at this seat.")
