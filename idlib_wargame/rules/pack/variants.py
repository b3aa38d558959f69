"""What a setup may choose: starting points and options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from idlib_wargame.rules.pack.basis import Basis


@dataclass(frozen=True, slots=True)
class Setting:
    """What a starting point or an option changes: starts of tracks, and dates of clocks."""

    tracks: Mapping[str, int] = field(default_factory=dict)
    clocks: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """A starting point besides the pack's own. ``brief`` is added to the public brief."""

    id: str
    name: str
    summary: str
    setting: Setting = Setting()
    brief: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """One answer to an option."""

    id: str
    name: str
    setting: Setting = Setting()


@dataclass(frozen=True, slots=True)
class Option:
    """Something the facilitator settles at setup; the first choice is the pack's own."""

    id: str
    name: str
    choices: tuple[OptionChoice, ...]
