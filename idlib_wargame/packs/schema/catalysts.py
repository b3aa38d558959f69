"""catalysts.yaml: facts that are on or off, and dates that matter."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from idlib_wargame.packs.schema.conditions import When
from idlib_wargame.packs.schema.kinds import (
    Day,
    Grounded,
    GroupId,
    Id,
    Making,
    Name,
    TableFile,
    Text,
    Words,
)
from idlib_wargame.rules.pack.course import Clock, Flag


class FlagRow(Grounded):
    """A fact that is on or off."""

    noun: ClassVar[str] = "flag"
    id: Id
    name: Name
    group: GroupId = ""
    when: When
    why: Text = ""

    def build(self) -> Flag:
        """The flag, as the rules have it."""
        return Flag(self.id, self.name, self.when, self.group, self.why, self.basis)


class ClockRow(Grounded):
    """A date that matters."""

    noun: ClassVar[str] = "clock"
    id: Id
    name: Name
    on: Day
    why: Text = ""

    def build(self) -> Clock:
        """The clock, as the rules have it."""
        return Clock(self.id, self.name, self.on, self.why, self.basis)


class CatalystFile(TableFile):
    """catalysts.yaml."""

    noun: ClassVar[str] = "table of catalysts"
    groups: dict[Id, Words] = Field(default_factory=dict)
    flags: tuple[FlagRow, ...] = ()
    clocks: tuple[ClockRow, ...] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "flags": tuple(row.build() for row in self.flags),
            "flag_groups": dict(self.groups),
            "clocks": tuple(row.build() for row in self.clocks),
        }
