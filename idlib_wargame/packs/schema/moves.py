"""moves/*.yaml: the rows of the rule tables."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from idlib_wargame.packs.schema.about import PackFile, TableRow
from idlib_wargame.packs.schema.conditions import EarlyWhen, When
from idlib_wargame.packs.schema.effects import Bands
from idlib_wargame.packs.schema.kinds import (
    Cameo,
    Goldstein,
    Grounded,
    Id,
    Ids,
    Making,
    Name,
    SeatId,
    SeatIds,
    SeverityId,
    ShiftBy,
    SomeSeatIds,
    StepId,
    TableFile,
    TableId,
    Target,
    Text,
    Words,
    these,
)
from idlib_wargame.packs.schema.meanings import Meanings
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.moves import Choice, Event, Modifier, Move


class ModifierRow(Grounded):
    """A shift on the odds of its own move."""

    noun: ClassVar[str] = "modifier"
    when: When
    shift: ShiftBy
    why: Words

    def build(self) -> Modifier:
        """The modifier, as the rules have it."""
        return Modifier(self.when, self.shift, self.why, self.basis)


class BySeat(Bands):
    """What one seat's order does besides."""

    noun: ClassVar[str] = "seat's effects"


class ChoiceRow(Bands, Grounded):
    """One way of playing a move."""

    noun: ClassVar[str] = "choice"
    id: Id
    name: Name
    needs: EarlyWhen = ALWAYS
    tags: Ids = ()
    targets: SeatIds = ()

    def build(self) -> Choice:
        """The choice, as the rules have it."""
        return Choice(
            id=self.id,
            name=self.name,
            needs=self.needs,
            tags=frozenset(self.tags),
            effects=self.by_band(),
            targets=tuple(self.targets),
        )


class EventRow(Grounded):
    """How an act is coded."""

    noun: ClassVar[str] = "event"
    cameo: Cameo
    name: Name
    goldstein: Goldstein
    targets: SeatIds = ()

    def build(self) -> Event:
        """The event, as the rules have it."""
        return Event(self.cameo, self.name, self.goldstein, tuple(self.targets))


class MoveRow(Bands, Grounded):
    """A row of a rule table."""

    noun: ClassVar[str] = "move"
    id: Id
    code: Name
    name: Name
    summary: Text = ""
    seats: SomeSeatIds
    step: StepId | None = None
    needs: EarlyWhen = ALWAYS
    only_if: When = ALWAYS
    only_if_words: Text = ""
    target: Target
    modifiers: tuple[ModifierRow, ...] = ()
    tags: Ids = ()
    by_seat: dict[SeatId, BySeat] = Field(default_factory=dict)
    choices: tuple[ChoiceRow, ...] = ()
    severity: SeverityId
    events: tuple[EventRow, ...] = ()
    seen_by: SeatIds | None = None
    note: Text = ""
    means: Meanings = Field(default_factory=dict)

    def build(self, table: TableRow) -> Move:
        """The move, as the rules have it, in its table and with what the table gives it."""
        return Move(
            id=self.id,
            code=self.code,
            name=self.name,
            table=table.id,
            step=self.step or table.step,
            seats=tuple(self.seats),
            target=self.target,
            severity=self.severity,
            needs=self.needs,
            only_if=self.only_if,
            only_if_words=self.only_if_words,
            modifiers=tuple(each.build() for each in self.modifiers),
            effects=self.by_band(table.backfire),
            by_seat={seat: extra.by_band() for seat, extra in self.by_seat.items()},
            choices=tuple(each.build() for each in self.choices),
            tags=frozenset(self.tags),
            events=tuple(each.build() for each in self.events),
            summary=self.summary,
            note=self.note,
            means={**table.means, **self.means},
            seen_by=these(self.seen_by),
            basis=self.basis,
        )


class MoveFile(TableFile):
    """A file of moves that share a table."""

    noun: ClassVar[str] = "table of moves"
    table: TableId
    moves: tuple[MoveRow, ...]

    @classmethod
    def fill(cls, making: Making) -> dict[str, Any]:
        """The moves table by table as pack.yaml has them, whatever their files are called."""
        (pack,) = making.all_of(PackFile)
        files = making.all_of(cls)
        moves = (
            move.build(table)
            for table in pack.tables
            for file in files
            if file.table == table.id
            for move in file.moves
        )
        return {"moves": tuple(moves)}
