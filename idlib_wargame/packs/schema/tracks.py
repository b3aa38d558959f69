"""tracks.yaml: the numbers that the situation is made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from idlib_wargame.packs.names import whole_number
from idlib_wargame.packs.problem import SECOND, Fault
from idlib_wargame.packs.schema.condition_hints import NO_CONDITIONS
from idlib_wargame.packs.schema.kinds import (
    FAULTS,
    Grounded,
    Id,
    Making,
    Name,
    NameOrNone,
    NotNegative,
    Row,
    SeatIds,
    TableFile,
    Text,
    Whole,
    describe,
    not_empty,
    read_name,
    refuse,
    these,
)
from idlib_wargame.rules.names import TAKEN
from idlib_wargame.rules.pack.tracks import Level, Track
from idlib_wargame.words.language import _, fill

# Words that a condition would not take for a track, or that its readers would not.
_MISLEADING = NO_CONDITIONS | {"null", "if", "then", "else", "unless", "is", "in", "between", "xor"}


def _read_range(value: object) -> tuple[int, int]:
    if not (isinstance(value, list) and len(value) == 2):
        raise refuse(Fault(describe(value), _("a range of two whole numbers such as [0, 10]")))
    low, high = map(whole_number, value)
    if low is None or high is None:
        raise refuse(
            *(
                Fault(describe(end), _("a whole number"), inside=(at,))
                for at, end in enumerate(value)
                if whole_number(end) is None
            )
        )
    if low >= high:
        raise refuse(
            Fault(
                fill(_("a range from {low} to {high}"), low=low, high=high),
                _("the lower end first"),
            )
        )
    return low, high


def _within(number: int, info: ValidationInfo) -> Fault | None:
    low, high = info.data.get("range", (number, number))
    if low <= number <= high:
        return None
    return Fault(
        f"'{number}'", fill(_("a number within the range, {low} to {high}"), low=low, high=high)
    )


def _start_in_range(start: int, info: ValidationInfo) -> int:
    fault = _within(start, info)
    if fault:
        raise refuse(fault)
    return start


def _in_words(key: str, words: object) -> list[Fault]:
    """What is wrong with what a level is called."""
    if not (isinstance(words, str) and words.strip()):
        return [Fault(describe(words), _("words for the level"), inside=(key,))]
    try:
        read_name(words)
    except PydanticCustomError as fault:
        found: tuple[Fault, ...] = (fault.context or {})[FAULTS]
        return [replace(each, inside=(key, *each.inside)) for each in found]
    return []


def _read_levels(value: object, info: ValidationInfo) -> tuple[Level, ...]:
    if not isinstance(value, dict):
        raise refuse(
            Fault(describe(value), fill(_("levels such as {example}"), example="{0: low, 5: high}"))
        )
    faults: list[Fault] = []
    levels: dict[int, Level] = {}
    for key, words in value.items():
        faults += _in_words(key, words)
        number = whole_number(key)
        if number is None:
            faults.append(
                Fault(
                    fill(_("level '{key}'"), key=key),
                    _("a whole number"),
                    inside=(key,),
                    on_key=True,
                )
            )
            continue
        fault = _within(number, info)
        if fault:
            expected = fault.expected
            faults.append(
                Fault(fill(_("level '{key}'"), key=key), expected, inside=(key,), on_key=True)
            )
        levels[number] = Level(number, str(words).strip())
    if faults:
        raise refuse(*faults)
    return tuple(levels[number] for number in sorted(levels))


def _free_name(track: str) -> str:
    if track in TAKEN or track in _MISLEADING:
        found = fill(_("the id '{track}'"), track=track)
        raise refuse(Fault(found, _("a word that conditions do not use already"), rank=SECOND))
    return track


class PerTurn(Row):
    """The most a track may move in one turn."""

    noun: ClassVar[str] = "limit per turn"
    rise: NotNegative | None = None
    fall: NotNegative | None = None


class TrackRow(Grounded):
    """A track, or a counter of the tool's own."""

    noun: ClassVar[str] = "track"
    id: Annotated[Id, AfterValidator(_free_name)]
    name: Name
    range: Annotated[tuple[int, int], PlainValidator(_read_range)]
    start: Annotated[Whole, AfterValidator(_start_in_range)]
    meaning: Text = ""
    group: NameOrNone = ""
    unit: NameOrNone = ""
    levels: Annotated[tuple[Level, ...], PlainValidator(_read_levels)] = ()
    per_turn: PerTurn = PerTurn()
    seen_by: SeatIds | None = None

    def build(self, *, counter: bool) -> Track:
        """The track, as the rules have it."""
        low, high = self.range
        return Track(
            id=self.id,
            name=self.name,
            low=low,
            high=high,
            start=self.start,
            meaning=self.meaning,
            unit=self.unit,
            group=self.group,
            levels=self.levels,
            rise=self.per_turn.rise,
            fall=self.per_turn.fall,
            counter=counter,
            seen_by=these(self.seen_by),
            basis=self.basis,
        )


class CounterRow(TrackRow):
    """A counter: the same keys, another name in messages."""

    noun: ClassVar[str] = "counter"


class TrackFile(TableFile):
    """tracks.yaml."""

    noun: ClassVar[str] = "table of tracks"
    tracks: Annotated[tuple[TrackRow, ...], AfterValidator(not_empty)]
    counters: tuple[CounterRow, ...] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """Tracks and counters as one, as the rules have them."""
        tracks = [track.build(counter=False) for track in self.tracks]
        counters = [counter.build(counter=True) for counter in self.counters]
        return {"tracks": (*tracks, *counters)}
