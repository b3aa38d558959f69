"""The rule tables: moves, their choices, and how each is coded and counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.table_colours import TABLE_COLOURS
from idlib_wargame.rules.pack.tracks import Effects


@dataclass(frozen=True, slots=True)
class Modifier:
    """A shift on the odds of the order it stands with, when the condition holds."""

    when: Condition
    shift: int
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way of playing a move; its tags and effects come on top of the move's own."""

    id: str
    name: str
    needs: Condition = ALWAYS
    tags: frozenset[str] = frozenset()
    effects: Mapping[Band, Effects] = field(default_factory=dict)
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """How an act is coded: CAMEO code, Goldstein weight in hundredths, and at whom it aims."""

    cameo: str
    name: str
    goldstein: int
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A row of a rule table.

    ``effects`` holds what each band does, complete (a strong success holds the success too).
    ``needs`` decides whether a seat may order it; ``only_if`` is read again when the orders are
    open, and an order that fails it lapses at no cost.
    The first event is the one that the Goldstein flow counts. ``means`` says for people what a
    result comes to, where the pack has words for it. ``own`` are rows that were written in an
    exercise (``OwnRows``).
    """

    id: str
    code: str
    name: str
    table: str
    step: str
    seats: tuple[str, ...]
    target: int
    severity: str
    needs: Condition = ALWAYS
    only_if: Condition = ALWAYS
    only_if_words: str = ""
    modifiers: tuple[Modifier, ...] = ()
    effects: Mapping[Band, Effects] = field(default_factory=dict)
    by_seat: Mapping[str, Mapping[Band, Effects]] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    tags: frozenset[str] = frozenset()
    events: tuple[Event, ...] = ()
    summary: str = ""
    note: str = ""
    seen_by: frozenset[str] | None = None
    means: Mapping[Band, str] = field(default_factory=dict)
    basis: Basis = Basis()
    own: bool = False

    def choice(self, choice: str) -> Choice | None:
        """The choice of that id; None for none."""
        return next((each for each in self.choices if each.id == choice), None)


@dataclass(frozen=True, slots=True)
class Table:
    """A rule table: its name, its limit of orders a seat and turn, and what a backfire adds.

    ``colour`` is one of TABLE_COLOURS as "#RRGGBB", and no two tables of a pack share one.
    """

    id: str
    name: str
    most_orders: int | None = None
    backfire: Effects = ()
    colour: str = TABLE_COLOURS["green"]


@dataclass(frozen=True, slots=True)
class Severity:
    """A class of acts and its points."""

    id: str
    name: str
    points: int
