"""A turn goes back to its orders, sealed as they were; what came after is struck."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.kind import ActKind, Json, Position, only_control
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Reopen(Act):
    """A turn goes back to its orders, sealed as they were; what came after is struck."""

    turn: int


def _body(act: Reopen, by: str, at: Position) -> Json:
    opened = (moment for moment in at.moments if moment.kind is ADJUDICATED)
    for moment in opened:
        if moment.entry.body["turn"] == act.turn:
            return {"turn": act.turn, "number": moment.number}
    said = _("Turn {turn} has not been adjudicated, so it cannot be re-opened.")
    raise Refused(fill(said, turn=act.turn))


def _strikes(entry: Entry, standing: Iterable[int]) -> Set[int]:
    first = entry.body["number"]
    return {number for number in standing if number >= first}


def _line(scenario: Scenario, entry: Entry) -> str:
    said = _("Turn {turn} re-opened; entries from {number} no longer stand.")
    return fill(said, turn=entry.body["turn"], number=entry.body["number"])


def _covered_line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("Turn {turn} re-opened."), turn=entry.body["turn"])


REOPENED = ActKind(
    name="reopened",
    act=Reopen,
    body=_body,
    strikes=_strikes,
    line=_line,
    covered_line=_covered_line,
    audience=only_control,
)
