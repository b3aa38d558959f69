"""What somebody who knows only some names can tell of a condition."""

from __future__ import annotations

from collections.abc import Iterable

from idlib_wargame.rules.conditions.condition import (
    ALWAYS,
    NEVER,
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    names_in,
)


def could_hold(condition: Condition, known: frozenset[str]) -> Condition:
    """The condition as far as it reads known names; what it asks of others is taken as met.

    Where this fails the condition fails, whatever the unknown names stand at.
    """
    return _cut(condition, known, unknown=ALWAYS)


def _cut(condition: Condition, known: frozenset[str], unknown: Condition) -> Condition:
    match condition:
        case Comparison():
            return condition if known.issuperset(names_in(condition)) else unknown
        case Not(part):
            return _opposite(_cut(part, known, unknown=_opposite(unknown)))
        case All(parts):
            return _all([_cut(part, known, unknown) for part in parts])
        case AnyOf(parts):
            return _any([_cut(part, known, unknown) for part in parts])


def _opposite(part: Condition) -> Condition:
    if part == ALWAYS:
        return NEVER
    return ALWAYS if part == NEVER else Not(part)


def _all(parts: Iterable[Condition]) -> Condition:
    kept = tuple(part for part in parts if part != ALWAYS)
    if NEVER in kept:
        return NEVER
    return kept[0] if len(kept) == 1 else All(kept)


def _any(parts: Iterable[Condition]) -> Condition:
    kept = tuple(part for part in parts if part != NEVER)
    if ALWAYS in kept:
        return ALWAYS
    return kept[0] if len(kept) == 1 else AnyOf(kept)
