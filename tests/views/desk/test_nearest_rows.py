"""The rows that a free order may mean are offered by what it says."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.views.desk.nearest_rows import MOST_OFFERED, nearest_rows


@pytest.fixture(scope="module", params=shipped_packs(), ids=lambda path: path.name)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """The packs that ship."""
    found = read_pack(request.param).scenario
    assert found is not None
    return found


def test_a_move_said_in_its_own_words_is_offered_first_or_nearly(scenario: Scenario) -> None:
    """Among the first three in nine of ten moves: several moves may say much the same."""
    seats = {seat.actor: seat.id for seat in scenario.seats}
    missed = []
    for move in scenario.moves:
        found = nearest_rows(
            scenario, seats[move.seats[0]], FreeOrder(f"{move.name} {move.summary}")
        )
        if move.id not in [each.move for each in found[:3]]:
            missed.append(move.id)
    assert len(missed) <= len(scenario.moves) / 10, missed


def test_what_no_row_says_anything_of_has_none_near(scenario: Scenario) -> None:
    """Better none than any."""
    seat = scenario.seats[0].id
    assert nearest_rows(scenario, seat, FreeOrder("Xylophon zzyzx")) == ()
    found = nearest_rows(scenario, seat, FreeOrder(scenario.moves[0].name))
    assert 0 < len(found) <= MOST_OFFERED
