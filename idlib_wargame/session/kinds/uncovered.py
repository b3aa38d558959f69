"""The facilitator looks at sealed orders before they are opened, and everyone can read that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import list_of, row, seat, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class UncoverOrders(Act):
    """The facilitator looks at what the seats have sealed so far."""


def still_covered(play: Play) -> tuple[str, ...]:
    """The seats whose sealed orders of this turn nobody has looked at, in the order they sealed."""
    return tuple(seat for seat in play.sealed if seat not in play.uncovered)


def _body(act: UncoverOrders, by: str, at: Position) -> Json:
    play = at.play
    if play.phase in (ADJUDICATION, REPORT):
        raise Refused(fill(_("The orders of turn {turn} have been opened."), turn=play.turn))
    seats = still_covered(play)
    if not seats:
        raise Refused(_("There are no sealed orders to look at."))
    return {"turn": play.turn, "seats": list(seats)}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn, seats = entry.body["turn"], entry.body["seats"]
    known = play.uncovered_by_turn
    seen = known.get(turn, frozenset()).union(seats)
    return replace(play, uncovered_by_turn={**known, turn: seen})


def _line(scenario: Scenario, entry: Entry) -> str:
    names = [scenario.seat_by_id[seat].name for seat in entry.body["seats"]]
    return fill(_("The facilitator looks at the sealed orders of {seats}."), seats=series(names))


# Not to be undone: what was seen was seen.
UNCOVERED = ActKind(
    name="uncovered",
    shape=row(turn=turn, seats=list_of(seat)),
    act=UncoverOrders,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
)
