"""The reception: what the server of browser seats may ask of a session, on the session's thread.

It hands out doors and never the session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.joined import JoinFrom
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.naming import each_once, same_in
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.same_person import only_seat_of, sitter_of
from idlib_wargame.session.seat_pins import ObserverPins, PersonAtSeat, Pins, SeatPins
from idlib_wargame.session.seating import OBSERVER_PREFIX, Observer
from idlib_wargame.session.sent import Sent
from idlib_wargame.session.session import Change, Session
from idlib_wargame.views.observer_door import ObserverDoor, observer_door
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.moved import Moved, moved_since
from idlib_wargame.views.online.room_server import HeldUp
from idlib_wargame.views.online.standing import Standing, standing_of
from idlib_wargame.views.online.who import Who
from idlib_wargame.views.room_door import RoomDoor, room_door
from idlib_wargame.views.seat_door import SeatDoor, seat_door
from idlib_wargame.words.language import _

NOTHING: Mapping[tuple[str, str], str] = {}


class Invited(NamedTuple):
    """Somebody on the list of those who may join, with the seat's name and colour."""

    who: Who
    seat_name: str
    colour: str


class PinAsked(NamedTuple):
    """What is asked of somebody before their page opens.

    ``has_pin``: theirs; without one they set it. ``wait`` is whole seconds until the next try is
    looked at.
    """

    has_pin: bool
    wait: int


class Reception:
    """Of one session. ``clock`` reads the clock of the phase, ``among`` counts who guesses."""

    def __init__(
        self,
        session: Session,
        clock: Callable[[], ClockSeen] = ClockSeen,
        among: PinLock | None = None,
    ) -> None:
        self._session = session
        self._among = among or PinLock(session.pin_hash)
        self._doors: dict[str, SeatDoor] = {}
        self._observers: dict[Observer, ObserverDoor] = {}
        self._room: RoomDoor | None = None
        self.clock = clock

    @property
    def title(self) -> str:
        """What the exercise is called."""
        return self._session.play.setup.name_in(self._session.scenario)

    @property
    def is_over(self) -> bool:
        """Whether the exercise is finished, and nobody's seat changes any more."""
        return self._session.play.finished

    def invited(self) -> tuple[Invited, ...]:
        """Everybody by name who sits at a seat that people play, in the order of the seats."""
        play = self._session.play
        found = []
        for seat in self._session.scenario.seats:
            seating = play.setup.of(seat.id)
            if seating.played_by != "person" or seat.id in play.at_laptop:
                continue
            found += [
                Invited(Who("seat", person, seat.id), seat.name, seat.colour)
                for person in each_once(seating.people)
            ]
        return tuple(found)

    def observer(self, name: str) -> Who | None:
        """An observer or assistant of that name; None for nobody."""
        observers = self._session.play.observers
        there = observers.get(same_in(observers, name) or "")
        return Who("observer", there.name, "", there.since) if there is not None else None

    def observer_since(self, since: int) -> Who | None:
        """The observer whom that entry let in; None for nobody who is here."""
        watching = self._session.play.observers.values()
        found = next((each for each in watching if each.since == since), None)
        return self.observer(found.name) if found is not None else None

    def named(self, who: Who) -> str:
        """What they are here as, for the desk: the seat's name, or what they watch."""
        if who.role == "screen":
            return _("The room's screen")
        if who.role == "observer":
            return _("Observer")
        return self._session.scenario.seat_by_id[who.seat].name

    def standing(self, who: Who) -> Standing:
        """How somebody stands now."""
        return standing_of(self._session.play, who)

    def check_may_write(self, who: Who) -> None:
        """Raise Refused where nothing is taken from somebody now: not in the record, and not of
        what the room keeps, but for what they have typed and not sent.
        """
        if said := self.standing(who).may_not_write:
            raise Refused(said)

    def moved(self, was: Who, came: int) -> Moved | None:
        """Where somebody sits who came in by that entry and was taken from their seat."""
        return moved_since(self._session.play, was, came)

    def invited_at(self, who: Who, seat: str) -> Invited | None:
        """They as they may join at that seat; None where nobody may now."""
        key = Who("seat", who.person, seat).key
        return next((each for each in self.invited() if each.who.key == key), None)

    def may_join(self, who: Who) -> Standing:
        """The same of somebody who is coming in."""
        return standing_of(self._session.play, who, joins=True)

    def asked_of(self, who: Who) -> PinAsked:
        """What is asked of somebody before their page opens."""
        row = self._row_of(who)
        if row is None:
            return PinAsked(False, 0)
        return PinAsked(row.has_pin, self._lock_of(who).wait)

    def _row_of(self, who: Who) -> PersonAtSeat | None:
        rows = {each.name: each for each in self._pins(who).people()}
        return rows.get(same_in(rows, who.person) or "")

    def held_up(self) -> tuple[HeldUp, ...]:
        """Those whom wrong PINs have wait."""
        found = (each.who for each in self.invited())
        return tuple(HeldUp(who.person, who.seat) for who in found if self._lock_of(who).wait)

    def begin_try(self, who: Who) -> Mapping[str, str] | None:
        """A try at somebody's own PIN is counted; the hash to hold it against, None in a wait."""
        return self._lock_of(who).begin_try()

    def begin_change(self, who: Who) -> Mapping[str, str] | None:
        """The same of somebody who is in, before they set another PIN. Raises Refused."""
        self.check_may_write(who)
        return self.begin_try(who)

    def end_try(self, who: Who, hashes: Mapping[str, str], owner: str | None) -> str:
        """The hash of the PIN that was found; "" for none, or one that was replaced meanwhile."""
        found = self._lock_of(who).end_try(hashes, owner)
        return hashes[found] if found is not None else ""

    def has_pin(self, who: Who, pin_hash: str) -> bool:
        """Whether that is the PIN that somebody has, still."""
        return bool(pin_hash) and pin_hash in self._own_hashes(who).values()

    def lift_wait(self, who: Who) -> None:
        """Somebody who guessed may try again at once."""
        self._lock_of(who).lift()

    def set_first_pin(
        self, who: Who, pin_hash: str, gone: Mapping[tuple[str, str], str] = NOTHING
    ) -> None:
        """Somebody who has none sets the PIN of that hash. Raises Refused.

        ``gone`` is what was typed by that name before: it goes first, as they may be another.
        """
        row = self._row_of(who)
        if gone and row is not None and not row.has_pin:
            self.keep(gone)
        self._pins(who).set_first(who.person, pin_hash)

    def set_pin(self, who: Who, pin_hash: str, before: str) -> None:
        """Another one in place of that which ``end_try`` found. Raises Refused, also where that was
        reset or replaced meanwhile.
        """
        self.check_may_write(who)
        own = self._own_hashes(who)
        opened_by = next((owner for owner, kept in own.items() if kept == before), None)
        if opened_by is None:
            raise Refused(_("That is not the PIN that you have now."))
        self._pins(who).set_hashed(who.person, pin_hash, opened_by)

    def seat_them(self, name: str, seat: str, asks: bool = False) -> Who:
        """The facilitator lets somebody in at a seat, who sits there from now on. Raises Refused.

        The only one of that name who sits elsewhere sits there no more. Of one who ``asks`` at the
        door no earlier page leads there.
        """
        session = self._session
        seatings = []
        if (before := only_seat_of(session.play, name)) not in ("", seat):
            seating = session.play.setup.of(before)
            there = same_in(seating.people, name)
            left = tuple(person for person in seating.people if person != there)
            seatings.append(Reseat(before, left, seating.played_by))
        seating = session.play.setup.of(seat)
        there = same_in(seating.people, name)
        if there is None or seating.played_by != "person":
            people = each_once((*seating.people, name))
            seatings.append(Reseat(seat, people, "person"))
        # Together: a program that is killed in between would leave them without a seat.
        session.submit_together(seatings, FACILITATOR)
        there = same_in(session.play.setup.of(seat).people, name)
        if there is None:
            raise Refused(_("A name is needed; ask them to type one."))
        who = Who("seat", there, seat)
        if asks and sitter_of(session.play, seat, there).came:
            self.tell_ended(who)
        return who

    def tell_joined(self, who: Who, device: str) -> int:
        """The record tells that somebody is here on a device of their own; by that entry, 0 for
        the screen.
        """
        if who.role == "screen":
            return 0
        by = who.seat or f"{OBSERVER_PREFIX}{who.person}"
        return self._session.submit(JoinFrom(who.person, who.seat, device), by).number

    def pin_began(self, who: Who) -> int:
        """The entry by which somebody set a PIN who had none; 0 where they have none now."""
        return sitter_of(self._session.play, who.seat, who.person).began if who.seat else 0

    def tell_ended(self, who: Who) -> None:
        """The record tells that the facilitator ended somebody's page. Raises Refused."""
        if who.role != "screen":
            self._session.submit(EndPerson(who.person, who.seat), FACILITATOR)

    def seat_door(self, seat: str) -> SeatDoor:
        """The door of a seat, one for all who sit there."""
        if seat not in self._doors:
            self._doors[seat] = seat_door(self._session, seat, self._among)
        return self._doors[seat]

    def observer_door(self, who: Who) -> ObserverDoor | None:
        """The door of somebody who watches; None where they are gone."""
        there = self._session.play.observers.get(who.person)
        if there is None or there.since != who.since:
            return None
        if there not in self._observers:
            self._observers[there] = observer_door(self._session, there, self._among)
        return self._observers[there]

    def room_door(self) -> RoomDoor:
        """The door of the room's screen."""
        if self._room is None:
            self._room = room_door(self._session)
        return self._room

    def kept(self, owner: str) -> Mapping[str, str]:
        """What was kept for an owner beside the record."""
        return self._session.kept(owner)

    def keep(self, rows: Mapping[tuple[str, str], str]) -> None:
        """Keep that, by owner and name; "" lets go of it."""
        self._session.keep(rows)

    def was_done(self, sent: str) -> bool:
        """Whether the record has an act that was sent by that id."""
        return self._session.answered(sent) is not None

    def sending(self, sent: Sent) -> AbstractContextManager[None]:
        """What is done inside was sent so."""
        return self._session.sending(sent)

    def close_first(self, close: Callable[[], None]) -> Callable[[], None]:
        """Have the room closed before the file is; what comes back ends that."""
        return self._session.close_first(close)

    def end_newcomer(self, who: Who) -> None:
        """It was not they who came by that name and chose a PIN: the PIN goes, and with it every
        page that it opened. Raises Refused.
        """
        self._pins(who).reset(who.person)

    def watch(self, look: Callable[[], None]) -> Callable[[], None]:
        """Call that after every change of the exercise; what comes back ends it."""

        def told(_change: Change) -> None:
            look()

        return self._session.subscribe(told)

    def _pins(self, who: Who) -> Pins:
        if who.role == "observer":
            there = self._session.play.observers[who.person]
            return ObserverPins(self._session, there, self._among)
        return SeatPins(self._session, who.seat, self._among)

    def _lock_of(self, who: Who) -> PinLock:
        """Opens to that person's own PIN alone."""
        return self._pins(who).lock.alike(lambda: self._own_hashes(who))

    def _own_hashes(self, who: Who) -> Mapping[str, str]:
        hashes = self._pins(who).hashes()
        mine = same_in(hashes, who.person)
        return {mine: hashes[mine]} if mine is not None else {}
