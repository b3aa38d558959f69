"""What somebody who knows only some names can tell of a condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from math import inf

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


class _Told(Enum):
    """What somebody can tell of a condition: how it stands, or that they could look it up."""

    HOLDS = "holds"
    FAILS = "fails"
    OWN = "own"  # whichever it is, it rests on nothing but names whose values they know
    OPEN = "open"  # what they do not know may decide it


def is_decided(condition: Condition, known: frozenset[str], least: Mapping[str, int]) -> bool:
    """Whether nothing unknown has a part in whether the condition holds.

    The values of ``known`` names are known. Of the names in ``least`` that are not among them,
    somebody knows that they stand so high, and not how much higher.
    """
    return _told(condition, known, least) is not _Told.OPEN


def _told(condition: Condition, known: frozenset[str], least: Mapping[str, int]) -> _Told:
    match condition:
        case Comparison():
            if known.issuperset(names_in(condition)):
                return _Told.OWN
            return _compared(condition, known, least)
        case Not(part):
            told = _told(part, known, least)
            return {_Told.HOLDS: _Told.FAILS, _Told.FAILS: _Told.HOLDS}.get(told, told)
        case All(parts):
            return _joined([_told(part, known, least) for part in parts], _Told.FAILS, _Told.HOLDS)
        case AnyOf(parts):
            return _joined([_told(part, known, least) for part in parts], _Told.HOLDS, _Told.FAILS)


def _joined(parts: list[_Told], decides: _Told, otherwise: _Told) -> _Told:
    """Of several parts, of which any that ``decides`` does so for all."""
    ranked = (decides, _Told.OPEN, _Told.OWN)
    return next((each for each in ranked if each in parts), otherwise)


def _compared(test: Comparison, known: frozenset[str], least: Mapping[str, int]) -> _Told:
    """How it stands wherever the names lie that may be higher than the least known of them."""
    low: float = test.left.constant - test.right.constant
    high = low
    weights: dict[str, int] = {}
    for weight, name in _weights(test):
        weights[name] = weights.get(name, 0) + weight
    for name, weight in weights.items():
        if name not in least:
            return _Told.OPEN  # it may be known, but not how it stood when this was read
        low += weight * least[name] if name in known or weight >= 0 else -inf
        high += weight * least[name] if name in known or weight <= 0 else inf
    return _ordered(test.op, low, high)


def _weights(test: Comparison) -> Iterator[tuple[int, str]]:
    """Each name with its sign, as if all stood on the left."""
    yield from test.left.names
    yield from ((-sign, name) for sign, name in test.right.names)


def _ordered(op: str, low: float, high: float) -> _Told:
    """How what lies from ``low`` to ``high`` compares with nought."""
    never, always = {
        ">=": (high < 0, low >= 0),
        ">": (high <= 0, low > 0),
        "<=": (low > 0, high <= 0),
        "<": (low >= 0, high < 0),
        "==": (low > 0 or high < 0, low == high == 0),
        "!=": (low == high == 0, low > 0 or high < 0),
    }[op]
    if always:
        return _Told.HOLDS
    return _Told.FAILS if never else _Told.OPEN


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
