"""Conditions in packs: integer comparisons joined by and, or, not.

The grammar is closed, so that a pack can never run code and a second engine can compile it::

    condition  = all { "or" all }
    all        = part { "and" part }
    part       = "not" part | "(" condition ")" | comparison
    comparison = sum [ ( "<" | "<=" | "==" | "!=" | ">=" | ">" ) sum ]
    sum        = [ "-" ] term { ( "+" | "-" ) term }
    term       = integer | name { "." name }

A sum that stands alone is true when it is not nought.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """Signed names and a constant: ``calm + anger - 2``."""

    names: tuple[tuple[int, str], ...] = ()
    constant: int = 0

    def __str__(self) -> str:
        parts = [("-" if sign < 0 else "+", name) for sign, name in self.names]
        if self.constant or not parts:
            parts.append(("-" if self.constant < 0 else "+", str(abs(self.constant))))
        first_sign, first = parts[0]
        head = f"-{first}" if first_sign == "-" else first
        return " ".join([head, *(f"{sign} {term}" for sign, term in parts[1:])])


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left op right``."""

    left: Sum
    op: str
    right: Sum

    def __str__(self) -> str:
        if self.op == "!=" and self.right == Sum():
            return str(self.left)
        return f"{self.left} {self.op} {self.right}"


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false."""

    part: Condition

    def __str__(self) -> str:
        return f"not {_bracketed(self.part, (All, AnyOf))}"


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is; with no parts, always."""

    parts: tuple[Condition, ...] = ()

    def __str__(self) -> str:
        return " and ".join(_bracketed(part, (AnyOf,)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " or ".join(str(part) for part in self.parts)


Condition = Comparison | Not | All | AnyOf


ALWAYS = All()
NEVER = AnyOf(())  # no text of a pack says it


def _bracketed(part: Condition, kinds: tuple[type, ...]) -> str:
    return f"({part})" if isinstance(part, kinds) else str(part)


def names_in(condition: Condition) -> Iterator[str]:
    """Every name a condition reads, in order, repeats included."""
    match condition:
        case Comparison(left, _, right):
            for side in (left, right):
                yield from (name for _, name in side.names)
        case Not(part):
            yield from names_in(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from names_in(part)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The parts that must all hold: a condition that is no conjunction is its own one part."""
    return condition.parts if isinstance(condition, All) else (condition,)
