"""Seats and room may read the report of a turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class ReleaseReport(Act):
    """Seats and room may read the report of that turn from now on."""

    turn: int


def check_has_report(turn: int, play: Play) -> None:
    """Raises Refused for a turn whose results do not stand."""
    if turn not in {each.number for each in play.closed}:
        said = _("Turn {turn} is not closed, so it has no report yet.")
        raise Refused(fill(said, turn=turn))


def _body(act: ReleaseReport, by: str, at: Position) -> Json:
    check_has_report(act.turn, at.play)
    if act.turn in at.play.released:
        said = _("The report of turn {turn} can be read already.")
        raise Refused(fill(said, turn=act.turn))
    return {"turn": act.turn}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(play, released=play.released | {entry.body["turn"]})


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("The report of turn {turn} may be read."), turn=entry.body["turn"])


# It was read by the time that anybody could take it back; what a turn led to whose close is taken
# back is another matter, and has a report of its own.
REPORT_RELEASED = ActKind(
    name="report_released",
    shape=row(turn=turn),
    act=ReleaseReport,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    goes_with_turn=True,
    goes_with_close=True,
    after_finish=True,
)
