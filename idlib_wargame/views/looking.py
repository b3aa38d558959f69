"""What a seat is shown, for somebody who looks and does nothing: the facilitator, or an observer.

What the seat has not given to anybody yet stays covered, as it is to control: its drafts, its own
notes, and its sealed orders until they are opened or control has looked at them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.writing import Reading, reading_of
from idlib_wargame.views.drawing import Drawing, Drawings
from idlib_wargame.views.first_look import FirstLook
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.own_door import own_door
from idlib_wargame.views.own_history import own_history
from idlib_wargame.views.seat import SeatView, view_of
from idlib_wargame.views.seat_door import Listener, SeatAct, SeatDoor
from idlib_wargame.views.seat_notes import OwnNotes

Kept = TypeVar("Kept")


def looking_door(session: Session, seat: str) -> SeatDoor:
    """A seat's door that shows what the seat is shown, and through which nothing is done."""
    sight = session.referee.sight(seat)
    drawings = Drawings(session.scenario, sight)

    def look() -> SeatView:
        return view_of(session.referee, as_looked_at(session.play, seat), seat)

    def listen(listener: Listener) -> Callable[[], None]:
        shown = look()

        def look_again(_change: object) -> None:
            nonlocal shown
            view = look()
            if view != shown:
                shown = view
                listener(view)

        return session.subscribe(look_again)

    def read(offer: Offer, answers: str) -> Reading:
        play = known_play(as_looked_at(session.play, seat), sight)
        return reading_of(session.referee, play, offer, sight, answers)

    def draw() -> Drawing:
        return drawings.of(as_looked_at(session.play, seat))

    own = replace(
        own_door(session, seat),
        lock=PinLock(),
        set_pin=_nothing,
        go_without_pin=_nothing,
        notes=lambda: OwnNotes(None, (), 1),
        write_note=_nothing,
        history=lambda: own_history(session.referee, as_looked_at(session.play, seat), seat),
        first_look=lambda: FirstLook(is_due=False, cards=()),
        end_first_look=_nothing,
        read_brief=_nothing,
    )
    return SeatDoor(seat, look, _do_nothing, listen, read, own, draw)


def as_looked_at(play: Play, seat: str) -> Play:
    """The exercise without what the seat has not given to anybody: that it has sealed is told, and
    not what.
    """
    opened = {turn.number for turn in play.closed}
    opened |= {play.opened_turn}
    sealed = {
        turn: {**sheets, seat: ()} if _is_covered(play, turn, seat, opened) else sheets
        for turn, sheets in play.sealed_by_turn.items()
    }
    return replace(
        play,
        drafts_by_turn={turn: _less(kept, seat) for turn, kept in play.drafts_by_turn.items()},
        sealed_by_turn=sealed,
        letter_drafts=_less(play.letter_drafts, seat),
        offer_drafts=_less(play.offer_drafts, seat),
        allegation_drafts=_less(play.allegation_drafts, seat),
        judgement_drafts={turn: _less(kept, seat) for turn, kept in play.judgement_drafts.items()},
        judged={turn: _less(kept, seat) for turn, kept in play.judged.items()}
        if not play.finished
        else play.judged,
        seat_notes=_less(play.seat_notes, seat),
        hands=_less(play.hands, seat),
    )


def _is_covered(play: Play, turn: int, seat: str, opened: Collection[int]) -> bool:
    looked_at = seat in play.uncovered_by_turn.get(turn, frozenset())
    return seat in play.sealed_by_turn[turn] and turn not in opened and not looked_at


def _less(kept: Mapping[str, Kept], seat: str) -> dict[str, Kept]:
    return {who: what for who, what in kept.items() if who != seat}


def _nothing(*_what: object) -> None:
    """Nothing is done by looking."""


def _do_nothing(_act: SeatAct) -> None:
    """Nothing is done by looking."""
