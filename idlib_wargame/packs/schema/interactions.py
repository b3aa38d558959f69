"""interactions.yaml: how orders of one turn bear on each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from idlib_wargame.packs.schema.conditions import When
from idlib_wargame.packs.schema.effects import Changes
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Making,
    MoveId,
    Row,
    ShiftBy,
    SomeSeatIds,
    StepId,
    TableFile,
    TagOrMove,
    Target,
    TrackId,
    Words,
    not_empty,
    these,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.interactions import (
    Chance,
    Contest,
    Contradiction,
    Joint,
    Principals,
    Shift,
)
from idlib_wargame.rules.pack.moves import Move

SomeTagsOrMoves = Annotated[tuple[TagOrMove, ...], AfterValidator(not_empty)]


class ShiftRow(Grounded):
    """A modifier on tagged orders."""

    noun: ClassVar[str] = "shift"
    id: Id
    on: SomeTagsOrMoves
    when: When = ALWAYS
    shift: ShiftBy
    why: Words
    seats: SomeSeatIds | None = None

    def build(self) -> Shift:
        """The shift, as the rules have it."""
        return Shift(
            self.id,
            frozenset(self.on),
            self.when,
            self.shift,
            self.why,
            these(self.seats),
            self.basis,
        )


class PrincipalsRow(Grounded):
    """A move that needs several seats."""

    noun: ClassVar[str] = "row of principals"
    move: MoveId
    seats: SomeSeatIds
    why: Words

    def build(self) -> Principals:
        """The principals, as the rules have them."""
        return Principals(self.move, tuple(self.seats), self.why, self.basis)


class JointRow(Grounded):
    """Allies who act together."""

    noun: ClassVar[str] = "joint"
    on: SomeTagsOrMoves | None = None
    shift: ShiftBy
    why: Words

    def build(self, moves: Iterable[Move]) -> Joint:
        """The joint, as the rules have it: tags become the moves that carry them."""
        on = None if self.on is None else set(self.on)
        ids = frozenset(
            move.id
            for move in moves
            if on is None or move.id in on or not on.isdisjoint(_tags(move))
        )
        return Joint(ids, self.shift, self.why, self.basis)


def _tags(move: Move) -> frozenset[str]:
    return move.tags.union(*(choice.tags for choice in move.choices))


class ContradictionRow(Grounded):
    """A move whose gains are halved while something else goes on."""

    noun: ClassVar[str] = "contradiction"
    id: Id
    on: TagOrMove
    when: When
    halves: tuple[TrackId, ...] = ()
    effects: Changes = ()
    why: Words
    seats: SomeSeatIds | None = None

    def build(self) -> Contradiction:
        """The contradiction, as the rules have it."""
        return Contradiction(
            self.id,
            self.on,
            self.when,
            tuple(self.halves),
            self.effects,
            self.why,
            these(self.seats),
            self.basis,
        )


class ContestRow(Grounded):
    """Two kinds of order of which only one can stand."""

    noun: ClassVar[str] = "contest"
    id: Id
    attack: TagOrMove
    defence: TagOrMove
    why: Words

    def build(self) -> Contest:
        """The contest, as the rules have it."""
        return Contest(self.id, self.attack, self.defence, self.why, self.basis)


class ChanceTarget(Row):
    """A target, for when its condition holds."""

    noun: ClassVar[str] = "target"
    when: When = ALWAYS
    target: Target


class ChanceRow(Grounded):
    """Two dice after a step."""

    noun: ClassVar[str] = "chance"
    id: Id
    after: StepId
    when: When = ALWAYS
    targets: Annotated[tuple[ChanceTarget, ...], AfterValidator(not_empty)]
    effects: Changes
    why: Words

    def build(self) -> Chance:
        """The chance, as the rules have it."""
        targets = tuple((each.when, each.target) for each in self.targets)
        return Chance(self.id, self.after, self.when, targets, self.effects, self.why, self.basis)


class InteractionFile(TableFile):
    """interactions.yaml."""

    noun: ClassVar[str] = "table of interactions"
    shifts: tuple[ShiftRow, ...] = ()
    principals: tuple[PrincipalsRow, ...] = ()
    joints: tuple[JointRow, ...] = ()
    contradictions: tuple[ContradictionRow, ...] = ()
    contests: tuple[ContestRow, ...] = ()
    chances: tuple[ChanceRow, ...] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "shifts": tuple(row.build() for row in self.shifts),
            "principals": tuple(row.build() for row in self.principals),
            "joints": tuple(row.build(making.fields["moves"]) for row in self.joints),
            "contradictions": tuple(row.build() for row in self.contradictions),
            "contests": tuple(row.build() for row in self.contests),
            "chances": tuple(row.build() for row in self.chances),
        }
