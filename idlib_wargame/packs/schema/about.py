"""pack.yaml: what the pack is, how long it lasts, and how a turn is ordered."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.registry import SITREP
from idlib_wargame.packs.schema.effects import Changes
from idlib_wargame.packs.schema.kinds import (
    Day,
    Days,
    Grounded,
    Id,
    Ids,
    Making,
    NotNegative,
    Orders,
    PhaseId,
    StepId,
    TableFile,
    Text,
    Turns,
    Whole,
    Words,
    not_empty,
    refuse,
)
from idlib_wargame.packs.schema.variants import ArrangementRow, OptionRow, TurnOptions
from idlib_wargame.rules.pack.moves import Severity, Table

TABLES = ("concessions", "military", "diplomatic")
NEEDED_PHASES = ("orders", "adjudication")


class StepRow(Grounded):
    """A step of the adjudication."""

    noun: ClassVar[str] = "step"
    id: Id
    name: Words


def _known_table(table: str) -> str:
    if table not in TABLES:
        expected = "'concessions', 'military' or 'diplomatic'"
        raise refuse(Fault(f"table {quoted(table)}", expected, nearest(table, TABLES)))
    return table


class TableRow(Grounded):
    """One of the three rule tables."""

    noun: ClassVar[str] = "table"
    id: Annotated[Id, AfterValidator(_known_table)]
    name: Words
    step: StepId
    most_orders: Orders | None = None
    backfire: Changes = ()

    def build(self) -> Table:
        """The table, as the rules have it."""
        return Table(self.id, self.name, self.most_orders, self.backfire)


class SeverityRow(Grounded):
    """A class of acts and its points."""

    noun: ClassVar[str] = "severity"
    id: Id
    name: Words
    points: Whole

    def build(self) -> Severity:
        """The class, as the rules have it."""
        return Severity(self.id, self.name, self.points)


def _played(phases: tuple[str, ...]) -> tuple[str, ...]:
    missing = [phase for phase in NEEDED_PHASES if phase not in phases]
    if missing:
        raise refuse(
            *(Fault(f"phases without '{each}'", "every turn to have it") for each in missing)
        )
    return phases


class PackFile(TableFile):
    """pack.yaml."""

    noun: ClassVar[str] = "pack"
    id: Id
    title: Words
    version: Words
    summary: Text = ""
    source: Text = ""
    start: Day
    turn_days: Days
    turns: Turns
    turn_options: TurnOptions = ()
    orders_per_turn: Orders
    phases: Annotated[Ids, AfterValidator(_played)] = (
        "talks",
        "orders",
        "adjudication",
        "report",
    )
    minutes: dict[PhaseId, NotNegative] = Field(default_factory=dict)
    steps: Annotated[tuple[StepRow, ...], AfterValidator(not_empty)]
    tables: Annotated[tuple[TableRow, ...], AfterValidator(not_empty)]
    severities: Annotated[tuple[SeverityRow, ...], AfterValidator(not_empty)]
    options: tuple[OptionRow, ...] = ()
    arrangements: tuple[ArrangementRow, ...] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "id": self.id,
            "title": self.title,
            "version": self.version,
            "start": self.start,
            "turn_days": self.turn_days,
            "turns": self.turns,
            "orders_per_turn": self.orders_per_turn,
            "steps": tuple(step.id for step in self.steps),
            "tables": tuple(table.build() for table in self.tables),
            "severities": tuple(severity.build() for severity in self.severities),
            "summary": self.summary,
            "source": self.source,
            "sitrep": making.texts.get(SITREP, ""),
            "phases": self.phases,
            "turn_options": tuple(option.turns for option in self.turn_options),
            "days_by_turns": {
                option.turns: option.turn_days for option in self.turn_options if option.turn_days
            },
            "minutes": dict(self.minutes),
            "step_names": {step.id: step.name for step in self.steps},
            "options": tuple(option.build() for option in self.options),
            "arrangements": tuple(arrangement.build() for arrangement in self.arrangements),
        }
