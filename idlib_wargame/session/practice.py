"""A practice turn: a session of its own that is thrown away, and what carries over from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.at_laptop import PutAtLaptop
from idlib_wargame.session.kinds.brief_read import ReadBrief
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.joined import JoinFrom
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.observer_left import LetObserverGo
from idlib_wargame.session.kinds.observer_pin import TellOfObserverPin
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.pin_reset import ResetPin
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.seat_pin import TellOfSeatPin
from idlib_wargame.session.naming import same_in, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.session.seat_pins import ObserverPins, Pins, SeatPins
from idlib_wargame.session.seating import PinState
from idlib_wargame.session.session import Change, Session

# Who is here, what they have read and how the day goes: true of the exercise as of its practice.
_CARRIED = (
    Reseat,
    SeatObserver,
    LetObserverGo,
    ReadBrief,
    EndFirstLook,
    SetHandling,
    PlanDay,
    JoinFrom,
    EndPerson,
    Mute,
    PutAtLaptop,
)


def practice_of(session: Session) -> Session:
    """A practice turn of an exercise, in memory and with dice of its own.

    People sit where they sit now, with the PINs that they have. What of that changes in practice
    changes in the exercise too, at once, so that nothing of it is lost with the practice.
    """
    play = session.play
    setup = replace(play.setup, practice=True, day=play.day)
    practice = Session.create(None, session.reading, setup)
    _bring(session, practice)
    practice.subscribe(_carrying(practice, session))
    return practice


def without_practice(play: Play) -> PlanDay | None:
    """The plan of the day once its practice turn is over; None where none was planned."""
    return PlanDay(replace(play.day, practice=0)) if play.day.practice else None


def _bring(session: Session, practice: Session) -> None:
    play = session.play
    for observer in play.observers.values():
        practice.submit(SeatObserver(observer), FACILITATOR)
    for seat in play.briefs_read:
        practice.submit(ReadBrief(seat), seat)
    for seat in play.looked_round:
        practice.submit(EndFirstLook(seat), seat)
    if session.pin_hash:
        practice.take_pin_over(FACILITATOR, session.pin_hash, ResetPin(is_set=True), FACILITATOR)
    for seat, states in play.pins.items():
        for person, state in states.items():
            told = TellOfSeatPin(seat, person, state)
            by = FACILITATOR if state is PinState.RESET else seat
            _take_over(told, by, session, practice)
    _bring_devices(play, practice)
    for observer in play.observers.values():
        if observer.since in play.observer_pins:
            was = play.observer_pins[observer.since]
            by = FACILITATOR if was is PinState.RESET else observer.by
            _take_over(TellOfObserverPin(observer.name, was), by, session, practice)


def _bring_devices(play: Play, practice: Session) -> None:
    """Who is there on a device of their own, and what they may do."""
    for here in play.joined.values():
        there = play.observers.get(same_in(play.observers, here.person) or "")
        by = here.seat or (there.by if there is not None else "")
        _do_there(JoinFrom(here.person, here.seat, here.device), by, practice)
    names = (*play.observers, *(each for seating in play.setup.seating for each in seating.people))
    for seat, told_apart in play.muted:
        who = next((name for name in names if told_apart_by(name) == told_apart), "")
        if who:  # or they sit nowhere now
            _do_there(Mute(who, seat), FACILITATOR, practice)
    for seat in play.at_laptop:
        _do_there(PutAtLaptop(seat), FACILITATOR, practice)


def _carrying(practice: Session, session: Session) -> Callable[[Change], None]:
    def carry(change: Change) -> None:
        act = change.act
        if isinstance(act, ResetPin):
            pin_hash = practice.pin_hash_of(FACILITATOR)
            session.take_pin_over(FACILITATOR, pin_hash, act, change.by)
        elif isinstance(act, TellOfSeatPin | TellOfObserverPin):
            _take_over(act, change.by, practice, session)
        elif isinstance(act, _CARRIED):
            _do_there(act, change.by, session)
        if isinstance(act, Reseat):
            _bring_known(act.seat, session, practice)

    return carry


def _bring_known(seat: str, session: Session, practice: Session) -> None:
    """Whoever the exercise knows from before they sat nowhere is they in practice too."""
    play = session.play
    for person, state in play.pins.get(seat, {}).items():
        _take_over(TellOfSeatPin(seat, person, state), seat, session, practice)
    for person in play.setup.of(seat).people:
        if (seat, told_apart_by(person)) in play.muted:
            _do_there(Mute(person, seat), FACILITATOR, practice)


def _take_over(
    act: TellOfSeatPin | TellOfObserverPin, by: str, here: Session, there: Session
) -> None:
    """Tell of a PIN there, and keep its hash: nobody has to think of another."""
    person = act.person if isinstance(act, TellOfSeatPin) else act.name
    was, now = _pins(act, here), _pins(act, there)
    if was is None or now is None:
        return
    pin_hash, there_already = (_hash_of(pins, person) for pins in (was, now))
    if pin_hash and pin_hash == there_already:
        return
    try:
        now.take_over(person, act.state, pin_hash, by)
    except Refused:
        return  # whoever it was of no longer sits there


def _hash_of(pins: Pins, person: str) -> str:
    hashes = pins.hashes()
    return hashes.get(same_in(hashes, person) or "", "")


def _pins(act: TellOfSeatPin | TellOfObserverPin, session: Session) -> Pins | None:
    """An observer was let in by an entry of each of the two."""
    if isinstance(act, TellOfSeatPin):
        return SeatPins(session, act.seat)
    observers = session.play.observers
    there = observers.get(same_in(observers, act.name) or "")
    return ObserverPins(session, there) if there is not None else None


def _do_there(act: Act, by: str, session: Session) -> None:
    """What the exercise has already, as after an undo of the practice, is not done twice."""
    try:
        session.submit(act, by)
    except Refused:
        return
