"""What belongs to a seat alone: its curtain and PINs, its notes, its history, its first look.

It stands beside the seat's view, which tells of the exercise; both are reached by the seat's door.
It holds functions and no session, as the door does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from idlib_wargame.session.kinds.brief_read import ReadBrief
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.views.curtain import CurtainView, curtain_view
from idlib_wargame.views.first_look import FirstLook, first_look
from idlib_wargame.views.own_history import OwnHistory, OwnTurn
from idlib_wargame.views.seat_notes import OwnNotes, own_notes


@dataclass(frozen=True, slots=True)
class OwnDoor:
    """Made by ``own_door``. Every act raises Refused where it may not be done now.

    ``lock`` opens the seat's curtain for the PIN of any who sit there. ``set_pin`` takes the
    person, the PIN and one that is given with it (``SeatPins.set``); ``write_note`` a note's
    number, its text and whether it is done. ``lock_for``, ``check_new_pin`` and ``set_hashed_pin``
    are the same as ``set_pin`` in steps, for a server that hashes elsewhere. ``watch`` calls what
    it is given after every change of the exercise; what comes back ends that.
    """

    lock: PinLock
    curtain: Callable[[], CurtainView]
    set_pin: Callable[[str, str, str], None]
    lock_for: Callable[[str], PinLock | None]
    check_new_pin: Callable[[str, str, str], None]
    set_hashed_pin: Callable[[str, str, str | None], None]
    go_without_pin: Callable[[str], None]
    notes: Callable[[], OwnNotes]
    write_note: Callable[[int, str, bool], None]
    history: Callable[[], tuple[OwnTurn, ...]]
    first_look: Callable[[], FirstLook]
    end_first_look: Callable[[], None]
    read_brief: Callable[[], None]
    watch: Callable[[Callable[[], None]], Callable[[], None]]


def own_door(session: Session, seat: str, among: PinLock | None = None) -> OwnDoor:
    """What belongs to a seat of that session; ``among`` is a lock that counts who guesses."""
    pins = SeatPins(session, seat, among)
    history = OwnHistory(seat)

    def write_note(number: int, text: str, is_done: bool) -> None:
        session.submit(WriteSeatNote(seat, number, text, is_done), seat)

    def end_first_look() -> None:
        if seat not in session.play.looked_round:
            session.submit(EndFirstLook(seat), seat)

    def read_brief() -> None:
        if seat not in session.play.briefs_read:
            session.submit(ReadBrief(seat), seat)

    return OwnDoor(
        lock=pins.lock,
        curtain=lambda: curtain_view(session, pins, seat),
        set_pin=lambda person, pin, given: pins.set(person, pin, given),
        lock_for=lambda person: pins.lock_for(person),
        check_new_pin=lambda person, pin, given: pins.check_new(person, pin, given),
        set_hashed_pin=lambda person, kept, opened_by: pins.set_hashed(person, kept, opened_by),
        go_without_pin=lambda person: pins.go_without(person),
        notes=lambda: own_notes(session.play, seat),
        write_note=write_note,
        history=lambda: history.of(session.referee, session.play),
        first_look=lambda: first_look(session.scenario, session.play, seat),
        end_first_look=end_first_look,
        read_brief=read_brief,
        watch=lambda look: session.subscribe(lambda _change: look()),
    )
