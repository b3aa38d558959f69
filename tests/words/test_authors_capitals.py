"""Names of a pack keep their author's capitals wherever they stand."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_files
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.inject_when import when_words
from idlib_wargame.words.refusals import refusal_words
from tests.packs.harbour import changed


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """The harbour pack with a track and a table whose names have capitals of their own."""
    files = changed("tracks.yaml", "name: Stage of the talks", "name: iPhone sales")
    files = changed("pack.yaml", "name: At sea", "name: NATO moves", files)
    found = read_files(files).scenario
    assert found is not None
    return found


def test_what_an_inject_waits_for_begins_with_the_tracks_own_name(scenario: Scenario) -> None:
    """The facilitator reads the name that stands everywhere else."""
    state = Referee(scenario).opening()
    assert when_words(scenario, parse("talks >= 3"), state).startswith("iPhone sales must be “")
    assert when_words(scenario, parse("turn == 3"), state).startswith("In turn 3")


def test_a_full_table_is_named_as_its_author_names_it(scenario: Scenario) -> None:
    """A refusal quotes the table rather than bending its name into the sentence."""
    referee = Referee(scenario)
    orders = [Order("astra", "send_patrols"), Order("astra", "guard_fleet")]
    refusals = referee.desk.refusals(referee.opening(), "astra", orders)
    assert [refusal_words(scenario, each, referee.opening()) for each in refusals] == [
        "“Sail the fleet under escort” is one too many: a seat has 1 order of “NATO moves” a turn."
    ]
