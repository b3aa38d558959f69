"""Escalation turn by turn: the ladder and the two flows, what moved them, and the clocks beside."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from idlib_wargame.rules.names import RUNG, TURN, Prefix
from idlib_wargame.rules.pack.course import Rung
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.state import State
from idlib_wargame.session.day import on_one_line
from idlib_wargame.session.play import Play
from idlib_wargame.views.known_play import known_result

# A turn is drawn from half a unit before its number to half a unit after it.
HALF = 0.5


class AfterTurn(NamedTuple):
    """Where a turn left things; turn 0 is the start.

    ``day`` is the turn's last day (the first day of play for turn 0). ``severity`` is in points
    (−2 to 60 an act) and ``goldstein`` in hundredths (−1000 to 1000 an act), each by the seat an
    act is booked to. ``flags`` are the ids of the flags lit.
    """

    turn: int
    day: date
    rung: Rung
    severity: Mapping[str, int]
    goldstein: Mapping[str, int]
    flags: tuple[str, ...]

    @property
    def severity_points(self) -> int:
        """Severity points of all seats."""
        return sum(self.severity.values())

    @property
    def flow(self) -> int:
        """Goldstein hundredths of all seats; below nought is conflict."""
        return sum(self.goldstein.values())


@dataclass(frozen=True, slots=True)
class Escalation:
    """The three measures of a session, the start first and then a point a turn."""

    points: tuple[AfterTurn, ...]


class ClockMark(NamedTuple):
    """A clock on the turn axis, where turn n lies from n − ½ to n + ½."""

    name: str
    day: date
    turn_position: float


def escalation(
    scenario: Scenario,
    opening: State,
    results: Sequence[TurnResult],
    sight: Sight | None = None,
) -> Escalation:
    """The measures of a session that opened so, and whose turns so far came to these results.

    With ``sight``, both flows count only cards that the reader may read, and no flag is named that
    they may not know. The rung and the clocks everybody knows.
    """
    lit = tuple(flag.id for flag in scenario.flags if opening[Prefix.FLAG.of(flag.id)])
    if sight is not None:
        lit = tuple(filter(sight.knows_flag, lit))
        results = [known_result(result, sight) for result in results]
    rungs = scenario.rung_by_number
    start = AfterTurn(0, scenario.start, rungs[opening[RUNG]], {}, {}, lit)
    turns = [
        AfterTurn(
            turn=result.turn,
            day=scenario.last_day(result.turn),
            rung=rungs[result.rung],
            severity=result.severity,
            goldstein=result.goldstein,
            flags=result.flags,
        )
        for result in results
    ]
    return Escalation((start, *turns))


def movers(result: TurnResult) -> tuple[Card, ...]:
    """The orders that moved a turn, most first: by severity points, then by how far tracks moved.

    Orders that were not rolled, and those that cost nothing and changed nothing, are left out.
    """
    rolled = [card for card in result.cards if card.final is not None]
    moved = [card for card in rolled if card.severity or _size(card)]
    return tuple(sorted(moved, key=lambda card: (-card.severity, -_size(card))))


def _size(card: Card) -> int:
    return sum(abs(line.through) for line in card.effects)


def clock_marks(
    scenario: Scenario, turns: int, state: State | None = None
) -> tuple[ClockMark, ...]:
    """The clocks that run out within so many turns, soonest first.

    With ``state``, a clock stands where the session has moved it to; without, on its own date.
    """
    marks = []
    for clock in scenario.clocks:
        day = clock.on
        if state is not None:
            left = state[Prefix.DAYS_LEFT.of(clock.id)]
            day = scenario.first_day(state[TURN]) + timedelta(days=left)
        position = HALF + (day - scenario.start).days / scenario.turn_days
        if HALF <= position <= turns + HALF:
            marks.append(ClockMark(clock.name, day, position))
    return tuple(sorted(marks, key=lambda mark: mark.turn_position))


def figures_csv(scenario: Scenario, found: Escalation, handling: str = "") -> str:
    """The chart's figures as comma-separated text, a row a point, Goldstein in plain numbers.

    The exercise's ``handling`` line, if it has one, is the last column of every row: so it is there
    still where rows are sorted or copied, and what reads tables finds its heads in the first line.
    """
    handled = [on_one_line(handling)] if handling.strip() else []
    seats = [seat for seat in scenario.seats if _acted(seat.id, found)]
    flags = {flag.id: flag.name for flag in scenario.flags}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        [
            *("turn", "day", "rung", "rung name", "severity points", "Goldstein"),
            *(f"severity points: {seat.name}" for seat in seats),
            *(f"Goldstein: {seat.name}" for seat in seats),
            "flags lit",
            *(["handling"] if handled else []),
        ]
    )
    for point in found.points:
        writer.writerow(
            [
                *(point.turn, point.day.isoformat(), point.rung.number, point.rung.name),
                *(point.severity_points, point.flow / 100),
                *(point.severity.get(seat.id, 0) for seat in seats),
                *(point.goldstein.get(seat.id, 0) / 100 for seat in seats),
                "; ".join(flags[flag] for flag in point.flags),
                *handled,
            ]
        )
    return text.getvalue()


def _acted(seat: str, found: Escalation) -> bool:
    return any(seat in point.severity for point in found.points)


def turns_told_in(play: Play) -> list[int]:
    """The turns in which control told seats something, but for what a re-opened turn took back."""
    told = (each.turn for each in play.messages if not each.taken_back)
    return sorted({turn for turn in told if turn <= play.turn})


def rulings_in(result: TurnResult) -> int:
    """How many of a turn's orders the facilitator ruled on; a ruling always has a reason.

    One whose reason was taken out for a reader is none of theirs to count.
    """
    return sum(card.ruled is not None and bool(card.ruled.why) for card in result.cards)


def steps_between(before: AfterTurn, after: AfterTurn) -> int:
    """How many rungs the ladder moved between two turns, up above nought."""
    return after.rung.number - before.rung.number
