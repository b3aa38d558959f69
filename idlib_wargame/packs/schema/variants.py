"""Ways to play a pack: starting points, options, lengths, and how people share the seats."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, ValidationInfo

from idlib_wargame.packs.names import whole_number
from idlib_wargame.packs.problem import Fault
from idlib_wargame.packs.schema.kinds import (
    Brief,
    ClockId,
    Day,
    Days,
    Grounded,
    Id,
    Making,
    Name,
    OrdersOrNone,
    Row,
    SeatId,
    SeatIds,
    TableFile,
    TableId,
    Text,
    Turns,
    describe,
    names_of,
    not_empty,
    refuse,
)
from idlib_wargame.rules.pack.seats import Arrangement, Part
from idlib_wargame.rules.pack.variants import Option, OptionChoice, Setting, Start
from idlib_wargame.words.language import _, fill


def _read_starts_of_tracks(value: object, info: ValidationInfo) -> dict[str, int]:
    if not isinstance(value, dict):
        raise refuse(
            Fault(describe(value), fill(_("starts such as {example}"), example="{some_track: 3}"))
        )
    names = names_of(info)
    faults: list[Fault] = []
    starts: dict[str, int] = {}
    for track, written in value.items():
        unknown = names.check("track", track)
        if unknown:
            faults.append(replace(unknown, inside=(track,), on_key=True))
        start = whole_number(written)
        if start is None:
            faults.append(Fault(describe(written), _("a whole number"), inside=(track,)))
            continue
        starts[track] = start
        low, high = names.ranges.get(track, (start, start))
        if not low <= start <= high:
            expected = fill(
                _("a number within the range of {track}, {low} to {high}"),
                track=track,
                low=low,
                high=high,
            )
            faults.append(Fault(f"'{start}'", expected, inside=(track,)))
    if faults:
        raise refuse(*faults)
    return starts


class _Set(Row):
    """What a starting point or an option may set."""

    tracks: Annotated[dict[str, int], PlainValidator(_read_starts_of_tracks)] = Field(
        default_factory=dict
    )
    clocks: dict[ClockId, Day] = Field(default_factory=dict)

    @property
    def setting(self) -> Setting:
        """The same, as the rules have it."""
        return Setting(dict(self.tracks), dict(self.clocks))


class StartRow(_Set, Grounded):
    """A starting point."""

    noun: ClassVar[str] = "starting point"
    id: Id
    name: Name
    summary: Text = ""
    brief: Brief = ""

    def build(self, making: Making) -> Start:
        """The starting point, as the rules have it, with the text of its brief."""
        brief = making.text(self.brief)
        return Start(self.id, self.name, self.summary, self.setting, brief, self.basis)


class StartFile(TableFile):
    """starts.yaml."""

    noun: ClassVar[str] = "table of starting points"
    starts: tuple[StartRow, ...]

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "starts": tuple(row.build(making) for row in self.starts),
        }


def _spelt_out(value: object) -> object:
    return {"turns": value} if isinstance(value, str) else value


class TurnOption(Row):
    """A number of turns, perhaps with turns of another length."""

    noun: ClassVar[str] = "number of turns"
    turns: Turns
    turn_days: Days | None = None
    turn_word: Name | None = None


def _each_length_once(lengths: tuple[TurnOption, ...]) -> tuple[TurnOption, ...]:
    numbers = [length.turns for length in lengths]
    faults = [
        Fault(fill(_("'{number}' twice"), number=number), _("it once"), inside=(at, "turns"))
        for at, number in enumerate(numbers)
        if number in numbers[:at]
    ]
    if faults:
        raise refuse(*faults)
    return lengths


TurnOptions = Annotated[
    tuple[Annotated[TurnOption, BeforeValidator(_spelt_out)], ...],
    AfterValidator(_each_length_once),
]


class OptionChoiceRow(_Set, Grounded):
    """One answer to an option."""

    noun: ClassVar[str] = "choice"
    id: Id
    name: Name

    def build(self) -> OptionChoice:
        """The choice, as the rules have it."""
        return OptionChoice(self.id, self.name, self.setting)


class OptionRow(Grounded):
    """Something to settle at setup."""

    noun: ClassVar[str] = "option"
    id: Id
    name: Name
    choices: Annotated[tuple[OptionChoiceRow, ...], AfterValidator(not_empty)]

    def build(self) -> Option:
        """The option, as the rules have it."""
        return Option(self.id, self.name, tuple(choice.build() for choice in self.choices))


class PartRow(Grounded):
    """A seat that plays some of an actor's tables."""

    noun: ClassVar[str] = "part"
    id: Id
    of: SeatId
    name: Name
    orders: OrdersOrNone
    tables: tuple[TableId, ...] = ()
    summary: Text = ""

    def build(self) -> Part:
        """The part, as the rules have it."""
        return Part(self.id, self.of, self.name, self.orders, self.tables, self.summary)


class ArrangementRow(Grounded):
    """A way to share the seats."""

    noun: ClassVar[str] = "arrangement"
    id: Id
    name: Name
    summary: Text = ""
    with_seat: dict[SeatId, SeatId] = Field(default_factory=dict)
    control: SeatIds = ()
    parts: tuple[PartRow, ...] = ()

    def build(self) -> Arrangement:
        """The arrangement, as the rules have it."""
        return Arrangement(
            id=self.id,
            name=self.name,
            summary=self.summary,
            with_seat=dict(self.with_seat),
            control=self.control,
            parts=tuple(part.build() for part in self.parts),
        )
