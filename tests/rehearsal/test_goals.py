"""A designer's goals, judged from figures: met or not, and by how much."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from idlib_wargame.rehearsal.goals import (
    AimsMet,
    AllMovesSeen,
    AtLeast,
    Ending,
    FewAtLimits,
    FewestMoves,
    Goal,
    LeadsSomewhere,
    Likeliest,
    NoOutcomeAbove,
    runs_for,
)
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.course import Outcome
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.pack.variants import Start
from tests.rules.small import bands, does, move, scenario, when

OUTCOMES = tuple(
    Outcome(each, each.capitalize(), when()) for each in ("win", "gain", "lose", "draw")
)
PACK = replace(
    scenario(move("wait", "north", effects=bands(does(peace=1)))),
    outcomes=OUTCOMES,
    habits=(Habit("first", "First"), Habit("random", "At random")),
    starts=(Start("late", "Late", ""), Start("other", "Other", "")),
    aims=(Aim("quiet", "north", "Quiet", when()), Aim("rich", "east", "Rich", when())),
    seats=scenario().seats[::2],
)
ENDINGS = {"well": Ending("Well", ("win", "gain")), "lose": Ending("Lose", ("lose",))}


def tally(win: int, gain: int, lose: int, draw: int) -> Tally:
    """A hundred sessions with these outcomes."""
    counts = Tally(100, outcomes=Counter(win=win, gain=gain, lose=lose, draw=draw))
    counts.aims.update(quiet=50, rich=win)
    counts.at_high.update(peace=draw, arms=1)
    for seat in ("north", "east"):
        counts.freedom.update({(seat, 1, 6): 60, (seat, 2, 7): 40})
    counts.bands.update({("wait", band): 5 for band in Band})
    return counts


REHEARSALS = Rehearsals(
    PACK,
    {
        Run("first"): tally(30, 20, 10, 40),
        Run("random"): tally(5, 5, 44, 46),
        Run("first", "late"): tally(0, 0, 90, 10),
    },
)


@pytest.mark.parametrize(
    ("goal", "met", "figures"),
    [
        (Likeliest("well", "first"), True, "Well 50.0%, “Draw” 40.0%, Lose 10.0%"),
        (Likeliest("lose", "first"), False, "Well 50.0%, “Draw” 40.0%, Lose 10.0%"),
        (AtLeast("lose", "first", 10), True, "10.0%"),
        (AtLeast("lose", "first", 10.5), False, "10.0%"),
        (LeadsSomewhere("well"), True, "“First” 50.0%"),
        (LeadsSomewhere("lose", "late"), True, "“First” from “Late” 90.0%"),
        (
            LeadsSomewhere("lose"),
            False,
            "at most 44.0%, under “At random” (“Draw” 46.0%, Lose 44.0%, Well 10.0%)",
        ),
        (
            NoOutcomeAbove("first", 40),
            True,
            "“Draw” 40.0%, “Win” 30.0%, “Gain” 20.0%, “Lose” 10.0%",
        ),
        (
            NoOutcomeAbove("random", 40),
            False,
            "“Draw” 46.0%, “Lose” 44.0%, “Gain” 5.0%, “Win” 5.0%",
        ),
        (FewAtLimits("first", 40), True, "none does"),
        (FewAtLimits("first", 35), False, "Peace 40.0%"),
        (
            FewAtLimits("first", 35, {"peace": "it is meant to"}),
            True,
            "allowed: Peace 40.0%, as it is meant to",
        ),
        (AllMovesSeen(), True, "all do"),
        (FewestMoves(6), True, "North 6, East 6"),
        (FewestMoves(7), False, "North 6, East 6"),
        (AimsMet("first", 20, 80), True, "mean by seat: North 50%, East 30%"),
        (
            AimsMet("random", 20, 80),
            False,
            "East: “Rich” 5.0%; mean by seat: North 50%, East 5%",
        ),
    ],
)
def test_a_goal_is_judged_with_its_figures(goal: Goal, met: bool, figures: str) -> None:
    """Each kind of goal, met and not met."""
    verdict = goal.judge(REHEARSALS, ENDINGS)
    assert (verdict.figures, verdict.met) == (figures, met)


def test_a_tie_is_not_the_likeliest() -> None:
    """An ending that shares the lead does not lead."""
    tied = Rehearsals(PACK, {Run("first"): tally(25, 25, 50, 0)})
    assert not Likeliest("well", "first").judge(tied, ENDINGS).met
    assert not Likeliest("lose", "first").judge(tied, ENDINGS).met


def test_a_band_that_never_came_up_is_named() -> None:
    """The goal for moves fails with the move and the band."""
    counts = tally(1, 1, 1, 1)
    del counts.bands["wait", Band.PARTIAL]
    verdict = AllMovesSeen().judge(Rehearsals(PACK, {Run("first"): counts}), ENDINGS)
    assert (verdict.met, verdict.figures) == (False, "WAIT “Wait” never a partial")


def test_a_starting_point_that_the_pack_lacks_is_told() -> None:
    """The goal is not met, and says what it looked for."""
    goal = LeadsSomewhere("lose", "never")
    base = Rehearsals(PACK, {Run("first"): tally(30, 20, 10, 40)})
    assert goal.judge(base, ENDINGS).figures.endswith("no starting point “never”")


def test_every_habit_is_played_and_the_first_from_each_start_that_a_goal_names() -> None:
    """A start that no goal names is not played."""
    goals: list[Goal] = [Likeliest("well", "first"), LeadsSomewhere("lose", "late")]
    assert runs_for(PACK, goals) == [Run("first"), Run("random"), Run("first", "late")]


def test_endings_of_one_name_do_not_merge() -> None:
    """Two endings that people call the same are judged apart, and told apart by their ids."""
    endings = {"well": Ending("End", ("win",)), "badly": Ending("End", ("gain", "lose"))}
    rehearsals = Rehearsals(PACK, {Run("first"): tally(40, 30, 25, 5)})
    verdict = Likeliest("well", "first").judge(rehearsals, endings)
    assert verdict == (
        "Under “First”, End (well) is the likeliest ending",
        False,
        "End (badly) 55.0%, End (well) 40.0%, “Draw” 5.0%",
    )
