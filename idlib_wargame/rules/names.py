"""The names that conditions read, and what each of them stands for.

Every spelling of a name stands here once: a track by its id, the words that stand alone, a word
with a prefix (``flag.thaw``), and counts (``turn.raid.borea.success``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from idlib_wargame.rules.odds import Band

TURN, TURNS, EVEN_TURN, RUNG = "turn", "turns", "even_turn", "rung"
ALONE = (TURN, TURNS, EVEN_TURN, RUNG)

ORDERED, THIS_TURN, LAST_TURN, TOTAL = "ordered", "turn", "last", "total"
SCOPES = (ORDERED, THIS_TURN, LAST_TURN, TOTAL)
RESULTS = {"success": Band.SUCCESS, "strong": Band.STRONG}

KEYWORDS = ("and", "or", "not")


class Prefix(StrEnum):
    """What stands before the dot of a name, and says whose id stands after it."""

    FLAG = "flag"  # 1 while the flag is on
    LIT = "lit"  # how many flags of the group are on
    CLAUSE = "clause"  # 0 to 3
    DAYS_LEFT = "days_left"  # days from the first day of the turn; below nought once past
    INJECT = "inject"  # the turn it was sent; 0 before
    AGREEMENT = "agreement"  # how many are in force: between two actors, or from a template
    VAGUE = "vague"  # how many of those between two actors are vague
    KEPT = "kept"  # terms that the rules found kept: in the turn closed last, or by an actor
    BREACHED = "breached"  # the same of terms broken
    DECLARED = "declared"  # agreements declared over: in the turn closed last, or by an actor

    def of(self, row: str) -> str:
        """The name of that row: ``Prefix.FLAG.of("thaw")`` is ``flag.thaw``."""
        return f"{self.value}.{row}"


# What agreements come to; after the dot stands an actor, two of them, a template, or "turn".
BARGAINED = (Prefix.AGREEMENT, Prefix.VAGUE, Prefix.KEPT, Prefix.BREACHED, Prefix.DECLARED)
IN_TURN = TURN  # kept.turn: in the turn that was closed last


def is_bargained(name: str) -> bool:
    """Whether a name says what agreements come to, so that who reads it may know only a part."""
    split = parted(name)
    return split is not None and split[0] in BARGAINED


_PREFIXES = {prefix.value: prefix for prefix in Prefix}


def parted(name: str) -> tuple[Prefix, str] | None:
    """The prefix of a name and the id after it; None where the name is of another kind."""
    head, dot, row = name.partition(".")
    prefix = _PREFIXES.get(head)
    return (prefix, row) if prefix is not None and dot else None


# No track may be called so: each of these words means something else in a condition.
TAKEN = frozenset((*ALONE, *SCOPES, *_PREFIXES, *KEYWORDS))


class Count(NamedTuple):
    """A count that conditions read: ``turn.raid.borea.success``."""

    scope: str
    what: str
    seat: str | None
    at_least: Band | None

    @classmethod
    def from_name(cls, name: str) -> Count | None:
        """The count of that name; None where the name is of another kind."""
        scope, _, rest = name.partition(".")
        if scope not in SCOPES or not rest:
            return None
        what, *narrowed = rest.split(".")
        seat, at_least = None, None
        for word in narrowed:
            if word in RESULTS:
                at_least = RESULTS[word]
            else:
                seat = word
        return cls(scope, what, seat, at_least)

    def to_name(self) -> str:
        """The name that conditions use."""
        result = next((word for word, band in RESULTS.items() if band == self.at_least), None)
        return ".".join(part for part in (self.scope, self.what, self.seat, result) if part)
