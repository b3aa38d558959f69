"""Somebody wants the deal: what it takes to make it hold, and what it is worth to keep or break it.

Goals of the design. A few hundred sessions tell enough; the thorough run plays as many as they ask.
"""

from __future__ import annotations

from functools import cache

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import data_folder
from idlib_wargame.rehearsal.rehearsal import Rehearsal
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.agreements.fitness import signer, unfit
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from tests.scenarios.deal_seekers import signing_all, together, with_faith
from tests.tries import is_quick, thorough, tries

SESSIONS = 40 if is_quick() else tries(1000)
ROOM = 0.0 if not is_quick() else 0.12  # what chance may take in so few sessions
WORTH = 0.3  # aims of a seat, in the mean
PACKS = ("idlib-2020", "lanner-sound")


@cache
def pack(name: str) -> Scenario:
    """A shipped pack, read once."""
    return load(data_folder("scenarios") / name)


@cache
def referee(name: str, turns: int = 0) -> Referee:
    """The pack as it is played so many turns."""
    return Referee(chosen(pack(name), turns or None))


def played(name: str, habit: Habit, turns: int = 0) -> Tally:
    """What the same sessions come to under a habit."""
    return Rehearsal(referee(name, turns), habit).play(range(SESSIONS))


@pytest.mark.parametrize(
    ("turns", "seekers", "least"),
    [
        pytest.param(8, ("russia", "turkey"), 0.25, marks=thorough),
        pytest.param(8, ("russia", "turkey", "damascus"), 0.45, marks=thorough),
        (4, ("russia", "turkey"), 0.10),
        (4, ("russia", "turkey", "damascus"), 0.25),
    ],
)
def test_the_deal_holds_for_those_who_want_it(
    turns: int, seekers: tuple[str, ...], least: float
) -> None:
    """The named seats play for the deal, all others as the paper describes."""
    habit = together(pack("idlib-2020"), "paper_like", **dict.fromkeys(seekers, "conciliatory"))
    found = played("idlib-2020", habit, turns)
    assert found.share(found.outcomes["deal_holds"]) >= least - ROOM


# Of each seat: what an agreement serves better than force does, and what it harms.
SERVED_AND_HARMED = [
    ("russia", "russia_signed", "russia_road"),
    ("turkey", "turkey_lines", "turkey_trust"),
    ("damascus", "damascus_spoken_to", "damascus_no_map"),
]


@thorough
def test_a_deal_serves_one_aim_of_each_party_and_harms_another() -> None:
    """Three who bargain among others as the paper describes, beside the paper's own way."""
    seekers = dict.fromkeys(("russia", "turkey", "damascus"), "conciliatory")
    deal = played("idlib-2020", together(pack("idlib-2020"), "paper_like", **seekers))
    force = played("idlib-2020", together(pack("idlib-2020"), "paper_like"))
    gains = {
        aim.id: deal.share(deal.aims[aim.id]) - force.share(force.aims[aim.id])
        for aim in pack("idlib-2020").aims
    }
    seats = {aim.id: aim.seat for aim in pack("idlib-2020").aims}
    for seat, served, harmed in SERVED_AND_HARMED:
        assert {seats[served], seats[harmed]} == {seat}
        assert gains[served] >= 0.15, (served, gains[served])
        assert gains[harmed] <= -0.15, (harmed, gains[harmed])
    assert gains["us_not_left_out"] <= -0.15


@thorough
def test_keeping_is_worth_something_to_one_and_breaking_to_another() -> None:
    """All sign, with the same dice; one seat's own word is all that differs."""
    gains = {
        (name, seat): _worth_of_keeping(name, habit, seat)
        for name, habit, seat in (
            ("idlib-2020", "paper_like", "damascus"),
            ("idlib-2020", "paper_like", "turkey"),
            ("lanner-sound", "wary", "isken"),
            ("lanner-sound", "wary", "corveil"),
        )
    }
    assert gains["idlib-2020", "damascus"] >= WORTH
    assert gains["idlib-2020", "turkey"] <= -WORTH
    assert gains["lanner-sound", "isken"] >= WORTH
    assert gains["lanner-sound", "corveil"] <= -WORTH


def _worth_of_keeping(name: str, habit: str, seat: str) -> float:
    """How many more of its aims a seat meets that keeps its word than if it does not."""
    willing = signing_all(pack(name), together(pack(name), habit))
    mine = [aim.id for aim in pack(name).aims if aim.seat == seat]
    kept, broken = (played(name, with_faith(willing, {seat: faith})) for faith in (100, 0))
    return sum(kept.share(kept.aims[aim]) - broken.share(broken.aims[aim]) for aim in mine)


@pytest.mark.parametrize("name", PACKS)
def test_every_template_may_be_tabled_by_each_of_its_parties(name: str) -> None:
    """In every turn but the last, in every length: nothing on the shelf is refused."""
    looked = 0
    for scenario in (chosen(pack(name), turns) for turns in {4, pack(name).turns}):
        assert scenario.bargain is not None
        for template in scenario.bargain.templates:
            for maker in template.parties:
                for turn in range(1, scenario.turns + 1):
                    offer = offer_from(scenario, template, maker, turn)
                    assert unfit(scenario, offer, turn) == (), (template.id, maker, turn)
                    looked += 1
    assert looked >= 48


@pytest.mark.parametrize(
    ("name", "arrangement", "signs"),
    [
        (
            "idlib-2020",
            "eight",
            {"turkey": "turkey_presidency", "opposition": "opposition_government"},
        ),
        ("lanner-sound", "four", {"hestmark": "hestmark_cabinet"}),
    ],
)
def test_a_shared_actor_has_one_pen(name: str, arrangement: str, signs: dict[str, str]) -> None:
    """Where two tables share an actor, the one that can give what is promised signs for it."""
    scenario = chosen(pack(name), arrangement=arrangement)
    assert {actor: signer(scenario, actor) for actor in signs} == signs


def test_everybody_breaches_as_the_paper_describes_and_nobody_declares() -> None:
    """Much is offered, some of it signed, some of that broken, and nothing is said to be over."""
    found = played("idlib-2020", together(pack("idlib-2020"), "paper_like"))
    told = {
        what: sum(count for (_, each), count in found.agreed.items() if each == what)
        for what in ("offered", "signed", "breached", "declared")
    }
    assert told["offered"] > told["signed"] > 0
    assert told["breached"] >= found.sessions
    assert told["declared"] == 0
