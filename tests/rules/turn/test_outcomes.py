"""Endings: the first that holds, and how near the others were."""

from __future__ import annotations

from idlib_wargame.rules.pack.course import Outcome
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import scenario, when

PACK = scenario(
    outcomes=(
        Outcome("war", "War", when("peace <= 1")),
        Outcome("boom", "Boom", when("trade >= 5 and arms <= 2 and peace >= 3")),
        Outcome("rest", "Rest", when()),
    )
)


def test_the_first_outcome_that_holds_counts() -> None:
    """Outcomes are read from the top."""
    referee = Referee(PACK)
    outcome = referee.endings.outcome(referee.opening())
    assert outcome is not None
    assert outcome.id == "rest"


def test_nearness_counts_the_tests_that_hold() -> None:
    """For each outcome it says how many tests hold and names those that do not."""
    referee = Referee(PACK)
    near = referee.endings.nearness(referee.opening())
    assert [(n.outcome.id, n.met, n.tests) for n in near] == [
        ("war", 0, 1),
        ("boom", 2, 3),
        ("rest", 0, 0),
    ]
    assert [str(part) for part in near[1].unmet] == ["arms <= 2"]
