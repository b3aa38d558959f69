"""Escalation turn by turn: the ladder and the two flows, what moved them, and the clocks beside."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.figures import counted, listed
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.results import points_words
from idlib_wargame.words.situation import move_words

# A turn is drawn from half a unit before its number to half a unit after it.
HALF = 0.5


class AfterTurn(NamedTuple):
    """Where a turn left things; turn 0 is the start.

    ``day`` is the turn's last day (the first day of play for turn 0). ``severity`` is in points
    and ``goldstein`` in hundredths, each by the seat an act is booked to. ``flags`` are the ids
    of the flags lit.
    """

    turn: int
    day: date
    rung: int
    rung_name: str
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


class Mover(NamedTuple):
    """An order that moved a turn, and how it reads in one line."""

    card: Card
    text: str


class ClockMark(NamedTuple):
    """A clock on the turn axis, where turn n lies from n − ½ to n + ½."""

    name: str
    day: date
    turn_position: float


def escalation(scenario: Scenario, opening: State, results: Sequence[TurnResult]) -> Escalation:
    """The measures of a session that opened so, and whose turns so far came to these results."""
    lit = tuple(flag.id for flag in scenario.flags if opening[f"flag.{flag.id}"])
    start = _point(scenario, 0, scenario.start, opening["rung"], {}, {}, lit)
    turns = [
        _point(
            scenario,
            result.turn,
            scenario.last_day(result.turn),
            result.rung,
            result.severity,
            result.goldstein,
            result.flags,
        )
        for result in results
    ]
    return Escalation((start, *turns))


def _point(
    scenario: Scenario,
    turn: int,
    day: date,
    rung: int,
    severity: Mapping[str, int],
    goldstein: Mapping[str, int],
    flags: tuple[str, ...],
) -> AfterTurn:
    name = scenario.rung_by_number[rung].name
    return AfterTurn(turn, day, rung, name, severity, goldstein, flags)


def movers(scenario: Scenario, result: TurnResult) -> tuple[Mover, ...]:
    """The orders that moved a turn, most first: by severity points, then by how far tracks moved.

    Orders that were not rolled, and those that cost nothing and changed nothing, are left out.
    """
    rolled = [card for card in result.cards if card.final is not None]
    moved = [card for card in rolled if card.severity or _size(card)]
    moved.sort(key=lambda card: (-card.severity, -_size(card)))
    return tuple(Mover(card, _mover_words(scenario, card)) for card in moved)


def _size(card: Card) -> int:
    return sum(abs(line.through) for line in card.effects)


def _mover_words(scenario: Scenario, card: Card) -> str:
    """ "Astra: Cut the other fleet's nets — success, 28 points"."""
    who = listed([scenario.seat_by_id[seat].name for seat in card.seats])
    what = move_words(scenario, card.order.move, card.order.choice)
    assert card.final is not None
    return f"{who}: {what} — {band_words(card.final)}, {points_words(card.severity)}"


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
            left = state[f"days_left.{clock.id}"]
            day = scenario.first_day(state["turn"]) + timedelta(days=left)
        position = HALF + (day - scenario.start).days / scenario.turn_days
        if HALF <= position <= turns + HALF:
            marks.append(ClockMark(clock.name, day, position))
    return tuple(sorted(marks, key=lambda mark: mark.turn_position))


def figures_csv(scenario: Scenario, found: Escalation) -> str:
    """The chart's figures as comma-separated text, a row a point, Goldstein in plain numbers."""
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
        ]
    )
    for point in found.points:
        writer.writerow(
            [
                *(point.turn, point.day.isoformat(), point.rung, point.rung_name),
                *(point.severity_points, point.flow / 100),
                *(point.severity.get(seat.id, 0) for seat in seats),
                *(point.goldstein.get(seat.id, 0) / 100 for seat in seats),
                "; ".join(flags[flag] for flag in point.flags),
            ]
        )
    return text.getvalue()


def _acted(seat: str, found: Escalation) -> bool:
    return any(seat in point.severity for point in found.points)


def rulings_in(result: TurnResult) -> int:
    """How many of a turn's orders the facilitator ruled on."""
    return sum(card.ruled is not None for card in result.cards)


def change_words(before: AfterTurn, after: AfterTurn) -> str:
    """How the ladder moved between two points: "up 2 rungs", "down 1 rung", "no change"."""
    steps = after.rung - before.rung
    if not steps:
        return "no change"
    return f"{'up' if steps > 0 else 'down'} {counted(abs(steps), 'rung', 'rungs')}"
