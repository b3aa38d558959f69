"""Which flags of a pack are on, group by group, as far as a seat may know it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.course import Flag
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.state import State
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


class FlagLine(NamedTuple):
    """One flag: its name, whether it is on, and why it matters."""

    name: str
    is_on: bool
    why: str

    @property
    def words(self) -> str:
        """Which it is, and whether it weighs on all now."""
        said = _("{flag}: pressing now") if self.is_on else _("{flag}: not pressing")
        return fill(said, flag=self.name)


class FlagGroupLines(NamedTuple):
    """A group by name (empty for flags in none), those that are on first."""

    name: str
    flags: tuple[FlagLine, ...]

    @property
    def told_each(self) -> int:
        """How many stand on lines of their own: those that are on, and one that is off alone."""
        on = sum(flag.is_on for flag in self.flags)
        return on if len(self.flags) - on > 1 else len(self.flags)

    @property
    def rest_words(self) -> str:
        """The others by name, in one sentence; "" where there are none."""
        rest = [flag.name for flag in self.flags[self.told_each :]]
        return fill(_("Not pressing: {flags}."), flags=series(rest)) if rest else ""

    @property
    def rest_why(self) -> str:
        """Why each of those would matter, a line each."""
        said = [
            fill(_("{flag}: {why}"), flag=flag.name, why=flag.why) if flag.why else flag.name
            for flag in self.flags[self.told_each :]
        ]
        return "\n".join(said)


def pressures(sight: Sight, state: State) -> tuple[FlagGroupLines, ...]:
    """Every group with a flag that the seat may know, in the pack's order, then the others."""
    known = [flag for flag in sight.scenario.flags if sight.knows_flag(flag.id)]
    names = {**sight.scenario.flag_groups, "": ""}
    groups = (
        FlagGroupLines(name, _lines([flag for flag in known if flag.group == group], state))
        for group, name in names.items()
    )
    return tuple(group for group in groups if group.flags)


def _lines(flags: list[Flag], state: State) -> tuple[FlagLine, ...]:
    found = [FlagLine(f.name, bool(state[Prefix.FLAG.of(f.id)]), f.why) for f in flags]
    return tuple(sorted(found, key=lambda line: not line.is_on))
