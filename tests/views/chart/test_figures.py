"""What the chart draws, as numbers."""

from __future__ import annotations

import numpy as np
import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.views.chart.figures import figures_of, span_of, stack_feet, worst_of_each
from idlib_wargame.views.escalation import escalation
from tests.windows.chart.exercises import played


def test_figures_follow_the_points(harbour: PackReading) -> None:
    """A point a turn with the start first, and the Goldstein flow turned so that up is worse."""
    assert harbour.scenario is not None
    play = played(harbour, 3)
    results = [turn.result for turn in play.closed]
    found = escalation(harbour.scenario, play.closed[0].opening, results)
    figures = figures_of(harbour.scenario, found)
    assert figures.turns == 3
    assert figures.rungs.tolist() == [point.rung.number for point in found.points]
    assert figures.worse.tolist() == [-point.flow / 100 for point in found.points]
    assert figures.severity.sum(axis=0).tolist() == [
        point.severity_points for point in found.points
    ]


def test_bars_pile_upwards_and_downwards_apart() -> None:
    """A gain of −2 hangs below nought and never eats into what stands above it."""
    severity = np.array([[4.0], [-2.0], [28.0], [-2.0]])
    assert stack_feet(severity)[:, 0].tolist() == [0, 0, 4, -2]


def test_thinning_keeps_the_peaks() -> None:
    """Of neighbours too many to draw, the heaviest stands for them."""
    weights = np.array([1.0, 9.0, 2.0, 3.0, 8.0, 1.0, 7.0])
    assert worst_of_each(weights, 3).tolist() == [1, 4, 6]
    assert worst_of_each(weights, 7).tolist() == list(range(7))


@pytest.mark.parametrize(("low", "high"), [(0, 0), (-4, 0), (0, 200), (-30, 90)])
def test_nought_is_always_on_the_scale(low: float, high: float) -> None:
    """Every flow is read from nought, and none is flat."""
    bottom, top = span_of(low, high)
    assert bottom <= min(low, 0) <= max(high, 0) <= top
    assert top - bottom >= 1
