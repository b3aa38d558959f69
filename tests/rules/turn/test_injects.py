"""Injects and private aims: when due, what sending does, what stays to be read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.pack.injects import Inject, InjectOrder
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import EffectLine, Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import move, scenario, when


def inject(inject_id: str, condition: str, **more: Any) -> Inject:
    """An inject with its words filled in."""
    words = (inject_id.upper(), inject_id, when(condition), "UN", "Cable", "Text")
    return replace(Inject(inject_id, *words), **more)


PACK = scenario(
    move("call", "north"),
    move("raid", "east", step="fight"),
    injects=(
        inject("cold", "turn == 1", effects=(Effect("peace", -9), Effect("trade", 1))),
        inject("columns", "peace <= 2", to=("north",)),
        inject("rockets", "turn == 2", orders=(InjectOrder("east", "raid"),)),
    ),
    shifts=(Shift("s", frozenset({"call"}), when("inject.cold == turn"), 2, "the cold presses"),),
    aims=(
        Aim("a", "north", "Trade", when("trade >= 6")),
        Aim("b", "east", "War", when("peace <= 1")),
    ),
)
REFEREE = Referee(PACK)


def due(state: State) -> list[str]:
    """Ids of the injects that are due."""
    return [row.id for row in REFEREE.messages.due(state)]


def test_an_inject_is_due_until_it_is_sent() -> None:
    """Its condition makes it due; sending it works at once and makes the next one due."""
    opening = REFEREE.opening()
    assert due(opening) == ["cold"]
    sent = REFEREE.messages.send(opening, PACK.injects[0])
    assert sent.effects == (
        EffectLine("peace", -9, -5, cut="range.0"),
        EffectLine("trade", 1, 1, ""),
    )
    assert due(sent.state) == ["columns"]


def test_conditions_read_when_an_inject_was_sent() -> None:
    """A modifier counts in the turn of the inject and not in the next."""
    state = REFEREE.messages.send(REFEREE.opening(), PACK.injects[0]).state
    first = REFEREE.adjudicate(state, [Order("north", "call")], LoadedDice())
    second = REFEREE.adjudicate(first.state, [Order("north", "call")], LoadedDice())
    assert [first.cards[0].shift, second.cards[0].shift] == [2, 0]
    assert second.state["inject.cold"] == 1


def test_an_inject_makes_control_play_in_its_own_turn() -> None:
    """Its orders stand in the turn it was sent and in no other."""
    state = REFEREE.messages.send(REFEREE.opening(), PACK.injects[2]).state
    assert REFEREE.messages.orders(state) == ((Order("east", "raid"), PACK.injects[2].id),)
    following = REFEREE.adjudicate(state, [], LoadedDice()).state
    assert REFEREE.messages.orders(following) == ()


def test_an_order_that_two_injects_give_is_opened_once() -> None:
    """On the word of the first of them."""
    again = inject("columns_too", "turn == 2", orders=(InjectOrder("east", "raid"),))
    pack = replace(PACK, injects=(*PACK.injects, again))
    messages = Referee(pack).messages
    state = messages.send(Referee(pack).opening(), pack.injects[2]).state
    state = messages.send(state, pack.injects[3]).state
    assert messages.orders(state) == ((Order("east", "raid"), "rockets"),)


def test_a_private_inject_is_not_known_to_others() -> None:
    """Only those it went to may have odds that rest on it."""
    north, east = (REFEREE.sight(seat) for seat in ("north", "east"))
    assert "inject.columns" in north.known
    assert "inject.columns" not in east.known
    assert "inject.cold" in east.known


def test_aims_are_met_by_the_situation() -> None:
    """At the end each aim is met or not."""
    assert REFEREE.aims.met(REFEREE.opening()) == ()
    state = REFEREE.messages.send(REFEREE.opening(), PACK.injects[0]).state
    assert [aim.id for aim in REFEREE.aims.met(state)] == ["a", "b"]
