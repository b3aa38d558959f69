"""A session's escalation as arrays, ready to draw."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from idlib_wargame.rules.pack.course import Rung
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.escalation import Escalation

Floats = NDArray[np.float64]
Turns = NDArray[np.intp]


class Figures(NamedTuple):
    """What the chart draws, as float64; the start is turn 0, so a point's place is its turn.

    ``rungs`` (points,) holds places on the ladder, 0 the lowest, whole and below the number of
    rungs. ``severity`` (seats, points) holds severity points of the ``seats`` that have acted, in
    the pack's order: about −2 to 60 an act, and without a bound. ``worse`` (points,) is the
    Goldstein flow in plain numbers (−10 to 10 an act) with its sign turned, so that up is worse.
    """

    rungs: Floats
    seats: tuple[str, ...]
    severity: Floats
    worse: Floats

    @property
    def turns(self) -> int:
        """The number of turns played."""
        return len(self.rungs) - 1


def figures_of(scenario: Scenario, found: Escalation) -> Figures:
    """The arrays of a session."""
    points = found.points
    place = {rung.number: n for n, rung in enumerate(rungs_upwards(scenario))}
    acted = {seat for point in points for seat in point.severity}
    seats = tuple(seat.id for seat in scenario.seats if seat.id in acted)
    severity = [[point.severity.get(seat, 0) for point in points] for seat in seats]
    return Figures(
        rungs=np.array([place[point.rung.number] for point in points], dtype=np.float64),
        seats=seats,
        severity=np.array(severity, dtype=np.float64).reshape(len(seats), len(points)),
        worse=np.array([-point.flow / 100 for point in points], dtype=np.float64),
    )


def rungs_upwards(scenario: Scenario) -> list[Rung]:
    """The rungs of the ladder, lowest first."""
    return sorted(scenario.ladder, key=lambda rung: rung.number)


def worst_of_each(weights: Floats, most: int) -> Turns:
    """Places of at most so many points, the heaviest of each run of neighbours.

    Bars thinner than a pixel would blur into each other; this keeps the peaks.
    """
    count = len(weights)
    if count <= most:
        return np.arange(count)
    run = -(-count // most)
    padded = np.full(-(-count // run) * run, -np.inf)
    padded[:count] = weights
    blocks = padded.reshape(-1, run)
    heaviest: Turns = np.arange(len(blocks)) * run + blocks.argmax(axis=1)
    return heaviest


def stack_feet(severity: Floats) -> Floats:
    """Where each bar of a stack (seats, points) starts: gains pile upwards, losses downwards."""
    up = np.cumsum(np.maximum(severity, 0), axis=0)
    down = np.cumsum(np.minimum(severity, 0), axis=0)
    return np.where(severity >= 0, up, down) - severity


def span_of(low: float, high: float) -> tuple[float, float]:
    """The range of a flow's axis: nought is always on it, and no panel is ever flat."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low < 1:
        high = low + 10
    room = (high - low) * 0.08
    return low - (room if low < 0 else 0), high + (room if high > 0 else 0)
