"""A seat takes its sealed orders back to the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.orders import (
    check_may_write,
    covered_again,
    seat_name,
    was_opened,
    without_sheet,
)
from idlib_wargame.session.kinds.shapes import row, seat, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class UnsealOrders(Act):
    """The seat takes its orders back to the draft, while the phase lasts."""

    seat: str


def _body(act: UnsealOrders, by: str, at: Position) -> Json:
    check_may_write(act.seat, by, at)
    if act.seat not in at.play.sealed:
        raise Refused(_("There are no sealed orders to take back."))
    return {"turn": at.play.turn, "seat": act.seat}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn, seat = entry.body["turn"], entry.body["seat"]
    if was_opened(play, turn):
        return play
    return replace(
        play,
        sealed_by_turn=without_sheet(play.sealed_by_turn, turn, seat),
        sealed_for=without_sheet(play.sealed_for, turn, seat),
        uncovered_by_turn=covered_again(play, turn, seat),
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("{seat} takes its orders back."), seat=seat_name(scenario, entry))


UNSEALED = ActKind(
    name="unsealed",
    shape=row(turn=turn, seat=seat),
    act=UnsealOrders,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    open_to_seats=True,
    ends_redo=True,
)
