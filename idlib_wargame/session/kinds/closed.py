"""The facilitator accepts a turn's results: they become the situation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import row, turn
from idlib_wargame.session.play import REPORTS_GO, Play
from idlib_wargame.session.timer import Timer
from idlib_wargame.words.language import _, fill, ngettext


@dataclass(frozen=True, slots=True)
class CloseTurn(Act):
    """The facilitator accepts the results: they become the situation, and the report is due."""


def _body(act: CloseTurn, by: str, at: Position) -> Json:
    if at.play.pending is None:
        raise Refused(_("There are no results to accept yet."))
    left = len(at.play.undecided)
    if left:
        raise Refused(_undecided_words(at.play.turn, left))
    return {"turn": at.play.pending.number}


def _undecided_words(turn: int, count: int) -> str:
    said = ngettext(
        "{count} order of turn {turn} waits for your decision; decide it first.",
        "{count} orders of turn {turn} wait for your decision; decide them first.",
        count,
    )
    return fill(said, turn=turn, count=count)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    if play.pending is None:
        return play
    turn = replace(play.pending, closed_at=entry.at)
    result = turn.result
    # From how things stand now: an agreement may have become known since its orders were opened.
    ledger = play.ledger.closed(turn.number, turn.turns, result.marks, result.found_out)
    return replace(
        play,
        ledger=ledger,
        phase=REPORT,
        phase_since=entry.at,
        timer=Timer(entry.number),
        state=folding.referee.bargaining.standing_in(result.state, ledger),
        closed=(*play.closed, turn),
        pending=None,
        released=_released(play, turn.number),
    )


def _released(play: Play, turn: int) -> frozenset[int]:
    """The turns whose reports may be read: this one by itself, unless the facilitator does that."""
    return play.released if REPORTS_GO in play.by_hand else play.released | {turn}


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("Turn {turn} closed; its results stand."), turn=entry.body["turn"])


CLOSED = ActKind(
    name="closed",
    shape=row(turn=turn),
    act=CloseTurn,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
