"""The door of somebody who watches: the room's view, one seat's, or control's, and nothing to do.

It holds functions and no session, as a seat's door does. An observer's notes are the only thing
that is written through it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import Play
from idlib_wargame.session.seat_pins import ObserverPins
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.curtain import CurtainView, observers_curtain
from idlib_wargame.views.ending import Ending, ending
from idlib_wargame.views.judging.at_end import Thoughts, thoughts
from idlib_wargame.views.known_play import KnownPlay, known_turn
from idlib_wargame.views.looking import looking_door
from idlib_wargame.views.notes.door import NoteDoor, note_door
from idlib_wargame.views.people import sees_words, who_words
from idlib_wargame.views.room.results import Results, results_so_far
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.views.situation_report import SeatReport, last_report
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.phases import phase_name


@dataclass(frozen=True, slots=True)
class LookingOn:
    """What the room, or control, is shown: made by ``looking_on``.

    ``pack`` is the pack as far as the reader may know it, ``play`` gives the exercise cut to that;
    ``rules`` and ``sight`` (None for control) are what cards and agreements are drawn with.
    ``report`` gives the last turn's; ``so_far`` the results that the room was shown of an open
    turn, None where none was or the reader has all; ``ending`` and ``thoughts`` what it came to
    and what seats thought, None until it is finished.
    """

    pack: Scenario
    rules: Referee
    sight: Sight | None
    play: Callable[[], Play]
    where: Callable[[], str]
    report: Callable[[], SeatReport]
    so_far: Callable[[], Results | None]
    ending: Callable[[], Ending | None]
    thoughts: Callable[[], Thoughts | None]
    watch: Callable[[Callable[[], None]], Callable[[], None]]


@dataclass(frozen=True, slots=True)
class ObserverDoor:
    """Made by ``observer_door``: either a ``seat``'s view or the room's and control's ``on``.

    ``who`` says who looks, ``sees`` what they were given. ``lock``, ``curtain``, ``set_pin`` and
    ``go_without_pin`` are of their curtain, as ``OwnDoor`` has them; ``handling`` is the line that
    says how what is seen may be passed on.
    """

    observer: Observer
    who: str
    sees: str
    seat: SeatDoor | None
    on: LookingOn | None
    notes: NoteDoor
    lock: PinLock
    curtain: Callable[[], CurtainView]
    handling: Callable[[], str]
    set_pin: Callable[[str, str, str], None]
    go_without_pin: Callable[[str], None]
    watch: Callable[[Callable[[], None]], Callable[[], None]]


def looking_on(session: Session, whole: bool = False) -> LookingOn:
    """What the room is shown of that session, or control with ``whole``."""
    sight = None if whole else session.referee.sight()
    known = KnownPlay(session.scenario, sight)

    def play() -> Play:
        now = session.play
        if sight is not None:
            # What the table gave may be ruled on yet: the room is told what a turn was closed with.
            now = replace(now, pending=None)
        else:
            now = replace(now, drafts_by_turn={}, sealed_by_turn={})  # to control they are covered
        return known.of(now)

    def where() -> str:
        said = _("Turn {turn} of {turns} · {phase}")
        now = session.play
        return fill(said, turn=now.turn, turns=now.setup.turns, phase=phase_name(now.phase))

    def watch(look: Callable[[], None]) -> Callable[[], None]:
        return session.subscribe(lambda _change: look())

    def so_far() -> Results | None:
        now = session.play
        if sight is None or now.pending is None or not now.pending.shown:
            return None
        seen = sight.of_rows(now.own)
        return results_so_far(
            session.scenario, known_turn(now.pending, seen), seen, now.setup.numbers
        )

    def ended() -> Ending | None:
        now = session.play
        return ending(session.referee, now, sight) if now.finished else None

    return LookingOn(
        known.scenario,
        session.referee,
        sight,
        play,
        where,
        report=lambda: last_report(session.referee, session.play, CONTROL if whole else ROOM),
        so_far=so_far,
        ending=ended,
        thoughts=lambda: thoughts(session.scenario, session.play, for_control=whole),
        watch=watch,
    )


def observer_door(
    session: Session, observer: Observer, among: PinLock | None = None
) -> ObserverDoor:
    """The door of an observer or assistant, for what they see; ``among`` counts who guesses."""
    pins = ObserverPins(session, observer, among)
    by_seat = observer.sees not in (ROOM_VIEW, EVERYTHING)
    return ObserverDoor(
        observer=observer,
        who=who_words(observer),
        sees=sees_words(session.scenario, observer.sees),
        seat=looking_door(session, observer.sees) if by_seat else None,
        on=None if by_seat else looking_on(session, observer.sees == EVERYTHING),
        notes=note_door(session, observer),
        lock=pins.lock,
        curtain=lambda: observers_curtain(session, pins, observer),
        handling=lambda: session.play.setup.handling,
        set_pin=lambda person, pin, given: pins.set(person, pin, given),
        go_without_pin=lambda person: pins.go_without(person),
        watch=lambda look: session.subscribe(lambda _change: look()),
    )
