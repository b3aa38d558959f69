"""Every row of a pack has a name that views over a record can show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Arrangement, Part
from idlib_wargame.rules.variants import chosen
from idlib_wargame.words.row_names import Name, names_of
from tests.rules.small import move, scenario, track


@pytest.fixture(scope="module")
def bank(harbour: PackReading) -> Scenario:
    """The pack of the tests."""
    assert harbour.scenario is not None
    return harbour.scenario


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("track.astra_borea", "Astra and Borea"),
        ("seat.astra", "Astra"),
        ("actor.astra", "Astra"),
        ("move.open_ground", "Open one fishing ground to the others"),
        ("choice.open_ground.north", "The northern ground"),
        ("modifier.open_ground.2", "The quays would not stand for it"),
        ("event.open_ground.1", "Ease a blockade"),
        ("table.military", "At sea"),
        ("severity.clash", "Clash at sea"),
        ("step.violence", "Violence"),
        ("shift.talk_helps", "The ministers met first"),
        ("joint.2", "Two allies act together"),
        ("principals.sign_treaty", "A treaty wants both its coasts"),
        ("contradiction.talk_while_cutting", "Words by day and knives by night"),
        ("contest.nets_fought_over", "The cutters met the escort"),
        ("chance.patrols_collide", "Too many hulls on one bank"),
        ("upkeep.fishing_wears", "The fleets fish on"),
        ("conversion.nets_answered", "Two lost nets make a grievance"),
        ("limit.no_early_treaty", "The drafts are not ready"),
        ("flag.quays_burning", "The quays burn"),
        ("flag_group.alarm", "Alarm on the quays"),
        ("clock.season", "End of the season"),
        ("clause.crews_home", "The crews come home"),
        ("outcome.drift", "The quarrel goes on"),
        ("habit.cautious", "Cautious"),
        ("habit.random", "random"),
    ],
)
def test_a_row_goes_by_the_packs_own_words(bank: Scenario, row: str, name: str) -> None:
    """What has a name goes by it, what has none by why it is there, else by its id."""
    assert {each.row: each.name for each in names_of(bank)}[row] == name


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("template.quiet_season", "A quiet season"),
        ("restraint.no_raids", "No nets are cut"),
        ("consequence.word_broken", "A word was broken"),
        ("vagueness.no_map", "No line was drawn"),
        ("discovery.front_page_tells", "The press has read it"),
        ("shift.paper_helps", "There is a paper"),
    ],
)
def test_what_is_said_of_agreements_has_names_too(full: PackReading, row: str, name: str) -> None:
    """Templates and restraints by their names, what follows from them by why."""
    assert full.scenario is not None
    names = [each for each in names_of(full.scenario) if each.row == row]
    assert [each.name for each in names] == [name]


def test_no_two_rows_share_a_name(bank: Scenario) -> None:
    """An id in a result leads to one row."""
    rows = [name.row for name in names_of(bank)]
    assert len(rows) > 50
    assert len(rows) == len(set(rows))


def test_a_step_without_a_name_goes_by_its_id() -> None:
    """Nothing is left without words."""
    pack = scenario(move("call", "north"), tracks=(track("truce"),))
    steps = [name for name in names_of(pack) if name.kind == "step"]
    assert steps == [Name("step", step, step) for step in pack.steps]
    assert steps


def test_an_actor_that_is_shared_out_keeps_its_name(bank: Scenario) -> None:
    """The seats that play a part of an actor have names of their own; so has the actor."""
    parts = (Part("astra_navy", "astra", "Astra’s navy", 1), Part("astra_port", "astra", "Port", 1))
    pack = replace(bank, arrangements=(Arrangement("split", "Split", parts=parts),))
    names = {name.row: name.name for name in names_of(chosen(pack, arrangement="split"))}
    assert names["actor.astra"] == "Astra"
    assert names["seat.astra_navy"] == "Astra’s navy"
    assert "seat.astra" not in names
    assert names["arrangement.split"] == "Split"
