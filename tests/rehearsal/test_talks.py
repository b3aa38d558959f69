"""What rehearsals tell of agreements: offered, signed, kept and broken, and what never was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from idlib_wargame.rehearsal.as_json import to_json
from idlib_wargame.rehearsal.findings import findings
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rules.offer import Does
from idlib_wargame.rules.pack.bargain import (
    Consequence,
    Discovery,
    Lacks,
    On,
    Template,
    TemplateTerm,
    Vagueness,
)
from idlib_wargame.rules.pack.habits import AnswerPick, EndPick, Habit, Manner, OfferPick, Pick
from idlib_wargame.rules.pack.scenario import Scenario
from tests.rehearsal.played import played, texts
from tests.rules.agreements.bargains import GIVE, STRIKE, pack
from tests.rules.small import does, when

SESSIONS = 10
TERMS = (
    TemplateTerm("north", Does.ACT, GIVE, 1),
    TemplateTerm("south", Does.RESTRAINT, "no_force", 4),
)
TRUCE = Template("truce", "A quiet season", ("north", "south"), TERMS)
LEAGUE = Template("league", "The league", ("north", "east"), TERMS[:1])
OFFERS = (OfferPick("truce", 100),)
YES = (AnswerPick(accept=1),)
STRIKES = {"south": (Pick(STRIKE, 1),)}


def habit(faith: int = 100, ends: tuple[EndPick, ...] = (), **more: Any) -> Habit:
    """North offers the truce in each turn in which none stands; south signs, and would strike."""
    manners = {"north": Manner(OFFERS, ends=ends), "south": Manner(answers=YES, faith=faith)}
    return Habit("h", "Habit", seats=STRIKES, bargains=manners, **more)


def agreed(scenario: Scenario) -> tuple[Rehearsals, dict[str, int]]:
    """What the truce came to in so many sessions of four turns."""
    rehearsals = played(scenario, SESSIONS)
    tally = rehearsals.tallies[Run("h")]
    counted = ("offered", "signed", "declared", "kept", "breached")
    return rehearsals, {each: tally.agreed["truce", each] for each in counted}


@pytest.mark.parametrize(
    ("played_by", "counted"),
    [
        # Offered and signed in turn 1. North gives then; south strikes nobody in four turns.
        (habit(), (1, 1, 0, 1 + 4, 0)),
        # South strikes in each.
        (habit(faith=0), (1, 1, 0, 1, 4)),
        # From turn 2 on north tears up what stands, and offers it anew.
        (habit(ends=(EndPick(100),)), (4, 4, 3, None, 0)),
    ],
)
def test_what_became_of_a_template_is_counted(
    played_by: Habit, counted: tuple[int | None, ...]
) -> None:
    """Offers, signatures and declarations over once each; terms in each turn anew."""
    _rehearsals, found = agreed(pack(templates=(TRUCE,), habits=(played_by,)))
    for each, wanted in zip(found.values(), counted, strict=True):
        assert wanted is None or each == wanted * SESSIONS, found


def test_programs_read_the_same() -> None:
    """Each run has the counts of each template, none where it was never offered."""
    scenario = pack(templates=(TRUCE, LEAGUE), habits=(habit(),))
    rehearsals, found = agreed(scenario)
    (run,) = to_json(rehearsals, findings(rehearsals))["runs"]
    assert run["agreements"]["truce"] == found
    assert set(run["agreements"]["league"].values()) == {0}


def test_what_no_habit_signs_and_what_never_followed_is_told() -> None:
    """Templates, consequences, kinds of vagueness and discoveries; none of it is a fault."""
    scenario = pack(
        templates=(TRUCE, LEAGUE),
        habits=(habit(),),
        consequences=(
            Consequence("warm", On.SIGNED, does(trade=1), "They signed"),
            Consequence("anger", On.BROKEN, does(peace=-1), "It was broken"),
        ),
        vagueness=(
            Vagueness("unseen", "Nobody looks", Lacks.VERIFICATION),
            Vagueness("unmapped", "No map", when=when("peace >= 99")),
        ),
        discoveries=(Discovery("spies", when("peace >= 99"), "Spies tell"),),
    )
    rehearsals, _found = agreed(scenario)
    told = texts(rehearsals, "Other rows")
    for sentence in (
        "The template league (“The league”) was never signed.",
        "The consequence anger (“It was broken”) never followed.",
        "No agreement was ever vague by unmapped (“No map”).",
        "Nothing was ever found out by the discovery spies (“Spies tell”).",
    ):
        assert sentence in told
    assert not any(name in text for text in told for name in ("truce", "warm", "unseen"))
    rows = [each for each in findings(rehearsals) if "template league" in each.text]
    assert [each.fault for each in rows] == [False]


def test_a_discovery_that_uncovers_is_not_told() -> None:
    """It counts once for each agreement that it is about."""
    spies = Discovery("spies", when("turn == 2"), "Spies tell", templates=("truce",))
    blind = Discovery("blind", when("turn == 2"), "Nobody looks there", templates=("league",))
    scenario = pack(templates=(TRUCE, LEAGUE), habits=(habit(),), discoveries=(spies, blind))
    rehearsals, _found = agreed(scenario)
    assert rehearsals.all.rows["discovery", "spies"] == SESSIONS
    assert rehearsals.all.rows["discovery", "blind"] == 0


def test_a_pack_without_agreements_tells_nothing_of_them() -> None:
    """Neither figures nor findings."""
    scenario = replace(pack(habits=(habit(),)), bargain=None)
    rehearsals = played(replace(scenario, habits=(Habit("h", "Habit", seats=STRIKES),)), SESSIONS)
    assert not rehearsals.all.agreed
    (run,) = to_json(rehearsals, ())["runs"]
    assert run["agreements"] == {}
    assert not any("template" in text for text in texts(rehearsals, "Other rows"))
