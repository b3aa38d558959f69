"""upkeep.yaml: what happens by itself at a turn's end, and what is held back."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, ValidationInfo

from idlib_wargame.packs.problem import Fault
from idlib_wargame.packs.schema.conditions import When
from idlib_wargame.packs.schema.effects import Changes
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Making,
    TableFile,
    TrackId,
    Truth,
    Whole,
    Words,
    names_of,
    refuse,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.course import Limit, Upkeep
from idlib_wargame.words.language import _, fill


class UpkeepRow(Grounded):
    """Effects at a turn's end."""

    noun: ClassVar[str] = "row of upkeep"
    id: Id
    when: When = ALWAYS
    effects: Changes
    why: Words

    def build(self) -> Upkeep:
        """The upkeep, as the rules have it."""
        return Upkeep(self.id, self.when, self.effects, self.why, self.basis)


class ConversionRow(UpkeepRow):
    """Effects that follow upkeep, one conversion after another."""

    noun: ClassVar[str] = "conversion"


def _in_range(bound: int, info: ValidationInfo) -> int:
    track = info.data.get("track", "")
    low, high = names_of(info).ranges.get(track, (bound, bound))
    if not low <= bound <= high:
        raise refuse(
            Fault(
                f"'{bound}'",
                fill(
                    _("a number within the range of {track}, {low} to {high}"),
                    track=track,
                    low=low,
                    high=high,
                ),
            )
        )
    return bound


Bound = Annotated[Whole, AfterValidator(_in_range)]


class LimitRow(Grounded):
    """Something past which a track may not be brought for now."""

    noun: ClassVar[str] = "limit"
    id: Id
    track: TrackId
    at_most: Bound | None = None
    at_least: Bound | None = None
    no_rise: Truth = False
    no_fall: Truth = False
    when: When = ALWAYS
    why: Words

    def build(self) -> Limit:
        """The limit, as the rules have it."""
        return Limit(
            id=self.id,
            track=self.track,
            when=self.when,
            why=self.why,
            at_most=self.at_most,
            at_least=self.at_least,
            no_rise=self.no_rise,
            no_fall=self.no_fall,
            basis=self.basis,
        )


class UpkeepFile(TableFile):
    """upkeep.yaml."""

    noun: ClassVar[str] = "table of upkeep"
    upkeep: tuple[UpkeepRow, ...] = ()
    conversions: tuple[ConversionRow, ...] = ()
    limits: tuple[LimitRow, ...] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "upkeep": tuple(row.build() for row in self.upkeep),
            "conversions": tuple(row.build() for row in self.conversions),
            "limits": tuple(row.build() for row in self.limits),
        }
