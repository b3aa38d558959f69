"""pack.yaml: what the pack is, how long it lasts, and how a turn is ordered."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PlainValidator

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.registry import SITREP
from idlib_wargame.packs.schema.effects import Changes
from idlib_wargame.packs.schema.endings import OutcomeFile
from idlib_wargame.packs.schema.free_orders import FreeOrdersRow
from idlib_wargame.packs.schema.judgements import JudgementsRow
from idlib_wargame.packs.schema.kinds import (
    Day,
    Days,
    Grounded,
    Id,
    Making,
    Name,
    NotNegative,
    Orders,
    PhaseId,
    StepId,
    TableFile,
    TagId,
    Text,
    Turns,
    Whole,
    Words,
    describe,
    not_empty,
    refuse,
)
from idlib_wargame.packs.schema.meanings import Meanings
from idlib_wargame.packs.schema.phases import Phases
from idlib_wargame.packs.schema.variants import ArrangementRow, OptionRow, TurnOptions
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS
from idlib_wargame.rules.pack.judgements import Judgements
from idlib_wargame.rules.pack.moves import Severity, Table
from idlib_wargame.rules.pack.phases import DEFAULT_PHASES
from idlib_wargame.rules.pack.table_colours import TABLE_COLOURS
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

FEWEST_TABLES, MOST_TABLES = 2, 5
# What a pack's texts call a turn that it has no word for: true of any length.
ANY_TURN = "turn"


class StepRow(Grounded):
    """A step of the adjudication."""

    noun: ClassVar[str] = "step"
    id: Id
    name: Name


def read_table_colour(value: object) -> str:
    """One of the colours for tables, by its word."""
    if isinstance(value, str) and value in TABLE_COLOURS:
        return value
    near = nearest(value, TABLE_COLOURS) if isinstance(value, str) else ""
    raise refuse(
        Fault(describe(value), fill(_("one of {names}"), names=series([*TABLE_COLOURS])), near)
    )


class TableRow(Grounded):
    """One of the rule tables. ``colour`` is "" where the pack leaves it to the program."""

    noun: ClassVar[str] = "table"
    id: Id
    name: Name
    colour: Annotated[str, PlainValidator(read_table_colour)] = ""
    step: StepId
    most_orders: Orders | None = None
    backfire: Changes = ()
    means: Meanings = Field(default_factory=dict)

    def build(self, colour: str) -> Table:
        """The table, as the rules have it, in the colour of that word."""
        return Table(
            self.id, self.name, self.most_orders, self.backfire, colour=TABLE_COLOURS[colour]
        )


def _few_in_colours_of_their_own(tables: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """Two to five tables: what can stand side by side on a screen, each in its own colour."""
    if not FEWEST_TABLES <= len(tables) <= MOST_TABLES:
        count = len(tables)
        found = fill(ngettext("{count} table", "{count} tables", count), count=count)
        raise refuse(
            Fault(
                found,
                fill(
                    _("{fewest_tables} to {most_tables} tables"),
                    fewest_tables=FEWEST_TABLES,
                    most_tables=MOST_TABLES,
                ),
            )
        )
    named = [table.colour for table in tables]
    faults = [
        Fault(
            fill(_("the colour {colour} twice"), colour=quoted(colour)),
            _("a colour for each table"),
            inside=(at, "colour"),
        )
        for at, colour in enumerate(named)
        if colour and colour in named[:at]
    ]
    if faults:
        raise refuse(*faults)
    return tables


def _in_colours(tables: tuple[TableRow, ...]) -> tuple[Table, ...]:
    """Tables without a colour take those that are left, in the order of the set."""
    named = {table.colour for table in tables}
    left = (colour for colour in TABLE_COLOURS if colour not in named)
    return tuple(table.build(table.colour or next(left)) for table in tables)


class SeverityRow(Grounded):
    """A class of acts and its points."""

    noun: ClassVar[str] = "severity"
    id: Id
    name: Name
    points: Whole

    def build(self) -> Severity:
        """The class, as the rules have it."""
        return Severity(self.id, self.name, self.points)


class PackFile(TableFile):
    """pack.yaml."""

    noun: ClassVar[str] = "pack"
    id: Id
    title: Name
    version: Words
    summary: Text = ""
    source: Text = ""
    start: Day
    turn_days: Days
    turn_word: Name = ANY_TURN
    turns: Turns
    turn_options: TurnOptions = ()
    orders_per_turn: Orders
    phases: Phases = DEFAULT_PHASES
    minutes: dict[PhaseId, NotNegative] = Field(default_factory=dict)
    steps: Annotated[tuple[StepRow, ...], AfterValidator(not_empty)]
    tables: Annotated[tuple[TableRow, ...], AfterValidator(_few_in_colours_of_their_own)]
    severities: Annotated[tuple[SeverityRow, ...], AfterValidator(not_empty)]
    options: tuple[OptionRow, ...] = ()
    arrangements: tuple[ArrangementRow, ...] = ()
    tag_names: dict[TagId, Words] = Field(default_factory=dict)
    search: dict[Words, tuple[Words, ...]] = Field(default_factory=dict)
    judgements: JudgementsRow | None = None
    ruling_reasons: tuple[Words, ...] = ()
    free_orders: FreeOrdersRow | None = None

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
            "tables": _in_colours(self.tables),
            "severities": tuple(severity.build() for severity in self.severities),
            "summary": self.summary,
            "source": self.source,
            "sitrep": making.texts.get(SITREP, ""),
            "phases": self.phases,
            "turn_options": tuple(option.turns for option in self.turn_options),
            "days_by_turns": {
                option.turns: option.turn_days for option in self.turn_options if option.turn_days
            },
            "turn_word": self.turn_word,
            "words_by_turns": {
                option.turns: option.turn_word or ANY_TURN
                for option in self.turn_options
                if option.turn_word or option.turn_days
            },
            "tag_names": dict(self.tag_names),
            "search": dict(self.search),
            "minutes": dict(self.minutes),
            "step_names": {step.id: step.name for step in self.steps},
            "options": tuple(option.build() for option in self.options),
            "arrangements": tuple(arrangement.build() for arrangement in self.arrangements),
            "judgements": self._judgements(making),
            "ruling_reasons": self.ruling_reasons,
            "free_orders": self.free_orders.build() if self.free_orders else NO_FREE_ORDERS,
        }

    def _judgements(self, making: Making) -> Judgements:
        if self.judgements is None:
            return Judgements()
        files = making.all_of(OutcomeFile)
        return self.judgements.build(row.id for file in files for row in file.outcomes)
