"""Clauses of ours that stand alone, at the start of a sentence or within one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.words.language import _, fill


class Clause(NamedTuple):
    """A marked clause and what fills its places: texts, numbers or other clauses.

    It is kept apart until it is known where the clause stands: at the start its first letter is
    large where that is ours, but a name from a pack keeps its author's letters.
    """

    template: str
    places: Mapping[str, object]

    @classmethod
    def of(cls, template: str, **places: object) -> Clause:
        """``Clause.of(_("from turn {turn}"), turn=3)``."""
        return cls(template, places)

    def within(self) -> str:
        """The clause in the middle of a sentence."""
        return self._filled(self.template, "")

    def at_start(self) -> str:
        """The clause at the start of a sentence."""
        first, closed, _rest = self.template.removeprefix("{").partition("}")
        if closed and self.template.startswith("{"):
            return self._filled(self.template, first)
        return self._filled(f"{self.template[:1].upper()}{self.template[1:]}", "")

    def _filled(self, template: str, first: str) -> str:
        return fill(template, **{name: _said(v, name == first) for name, v in self.places.items()})


def _said(value: object, starts: bool) -> object:
    if isinstance(value, Clause):
        return value.at_start() if starts else value.within()
    return value


def either_way(ways: Sequence[Clause]) -> Clause:
    """``in the last turn, or Calm must be 5, and is 4``: one of them will do."""
    return _chained(ways, lambda: _("{first}, or {rest}"))


def together(parts: Sequence[Clause]) -> Clause:
    """``from turn 3 and Calm must be 5``: all must hold."""
    return _chained(parts, lambda: _("{first} and {rest}"))


def side_by_side(parts: Sequence[Clause]) -> Clause:
    """``Calm must be 5; Trust must be 3``: each whole by itself, and each told once."""
    once = {part.within(): part for part in parts}
    return _chained(list(once.values()), lambda: _("{first}; {rest}"))


def _chained(parts: Sequence[Clause], pattern: Callable[[], str]) -> Clause:
    """At least one, by pairs from the end, so that a translation may set each pair as it must."""
    *most, chain = parts
    for part in reversed(most):
        chain = Clause.of(pattern(), first=part, rest=chain)
    return chain
