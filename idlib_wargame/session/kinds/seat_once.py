"""What a seat does once, telling nobody anything: two kinds are alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.shapes import row, seat, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import fill


@dataclass(frozen=True, slots=True)
class SeatOnce(Act):
    """What ``seat`` does once in an exercise."""

    seat: str


def seat_once(
    name: str,
    act: type[SeatOnce],
    have: Callable[[Play], frozenset[str]],
    with_these: Callable[[Play, frozenset[str]], Play],
    not_yours: Callable[[], str],
    again: Callable[[], str],
) -> ActKind[SeatOnce]:
    """The kind of such an act. ``have`` gives the seats that did it, ``with_these`` notes them.

    ``not_yours`` and ``again`` say why it is refused, with a place for {seat}.
    """

    def body(act: SeatOnce, by: str, at: Position) -> Json:
        named = at.seat(act.seat).name
        if by != act.seat:
            raise Refused(fill(not_yours(), seat=named))
        if act.seat in have(at.play):
            raise Refused(fill(again(), seat=named))
        return {"turn": at.play.turn, "seat": act.seat}

    def fold(play: Play, entry: Entry, folding: Folding) -> Play:
        return with_these(play, have(play) | {entry.body["seat"]})

    return ActKind(
        name=name,
        shape=row(turn=turn, seat=seat),
        act=act,
        body=body,
        fold=fold,
        line=no_line,
        audience=only_control,
        open_to_seats=True,
        after_finish=True,
    )
