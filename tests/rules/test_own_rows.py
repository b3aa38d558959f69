"""Rows that were written during an exercise, beside the pack's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import ProvableDice
from idlib_wargame.rules.pack.own_rows import NO_ROWS, OwnRows
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.referee import Referee

DICE = ProvableDice(bytes(32))


@pytest.fixture
def pack(full: PackReading) -> Scenario:
    """A pack with injects."""
    assert full.scenario is not None
    return full.scenario


def a_row(pack: Scenario) -> OwnRows:
    """A move like the first of the pack, by another name, and an inject like its first."""
    move = replace(pack.moves[0], id="own_a", name="Do it otherwise", own=True)
    return OwnRows((move,), (replace(pack.injects[0], id="own_b"),))


def test_a_row_is_played_like_one_of_the_pack(pack: Scenario) -> None:
    """Same effects, another address; the situation has the same cells."""
    own, referee = a_row(pack), Referee(pack)
    with_rows = referee.with_rows(own)
    first, choice = pack.moves[0], pack.moves[0].choices
    named = choice[0].id if choice else ""
    seat = next(seat.id for seat in pack.seats if seat.actor in first.seats)
    state = with_rows.opening()
    assert state.layout is referee.layout
    result = with_rows.adjudicate(state, [Order(seat, "own_a", named)], None)
    same = referee.adjudicate(state, [Order(seat, first.id, named)], None)
    assert [card.effects for card in result.cards] == [card.effects for card in same.cards]
    assert result.cards[0].order.move == "own_a"


def test_the_pack_knows_nothing_of_them(pack: Scenario) -> None:
    """Nor does anybody know more or less of the situation by them."""
    referee = Referee(pack)
    with_rows = referee.with_rows(a_row(pack))
    assert "own_a" not in referee.scenario.move_by_id
    assert with_rows.with_rows(NO_ROWS) is referee
    for seat in (*(each.id for each in pack.seats), ""):
        assert with_rows.sight(seat).known == referee.sight(seat).known


def test_the_same_rows_are_worked_out_once(pack: Scenario) -> None:
    """Also where they were read again from a record."""
    referee = Referee(pack)
    assert referee.with_rows(a_row(pack)) is referee.with_rows(a_row(pack))


def test_a_row_written_anew_takes_the_place_of_the_one_before(pack: Scenario) -> None:
    """Two rows never share an id."""
    own = a_row(pack)
    anew = replace(own.moves[0], name="And otherwise again")
    both = own.joined(OwnRows((anew,)))
    assert both.moves == (anew,)
    played = both.added_to(own.added_to(pack))
    assert [move.name for move in played.moves if move.own] == ["And otherwise again"]
    assert both.added_to(played) == played
