"""A pack's moves as a seat can judge them before it orders, from nothing but what it may know.

What a seat may not know neither closes a move to it nor changes the odds that it is shown. The
order may then be sealed, and lapses if what it needs does not hold when its step begins.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from idlib_wargame.rules.conditions.condition import NEVER, Condition, names_in
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.moves import Choice, Modifier, Move
from idlib_wargame.rules.pack.scenario import Scenario

Leaning = TypeVar("Leaning", Modifier, Shift)


def known_moves(scenario: Scenario, known: frozenset[str]) -> Scenario:
    """The pack with moves and shifts that read known names alone, every row in its place."""
    return replace(
        scenario,
        moves=tuple(_known_move(move, known) for move in scenario.moves),
        shifts=tuple(_known_leaning(row, known) for row in scenario.shifts),
    )


def needs_more_than_known(move: Move, choice: Choice | None, known: frozenset[str]) -> bool:
    """Whether some of what a move needs is not for the seat to know, so that it may lapse."""
    read = (move.needs, *([choice.needs] if choice else ()))
    return not all(_reads_known(each, known) for each in read)


def _known_move(move: Move, known: frozenset[str]) -> Move:
    return replace(
        move,
        needs=could_hold(move.needs, known),
        choices=tuple(replace(each, needs=could_hold(each.needs, known)) for each in move.choices),
        modifiers=tuple(_known_leaning(each, known) for each in move.modifiers),
    )


def _known_leaning(row: Leaning, known: frozenset[str]) -> Leaning:
    """The row as it is or, where it reads something unknown, as one that never counts."""
    return row if _reads_known(row.when, known) else replace(row, when=NEVER)


def _reads_known(condition: Condition, known: frozenset[str]) -> bool:
    return known.issuperset(names_in(condition))
