"""The colours of the map itself, derived from the scheme in force, and pens to draw with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from idlib_wargame.windows.look import theme


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours are "#rrggbb". ``halo`` lies behind writing, roads and symbols."""

    off_map: str
    land: str
    neighbour: str
    sea: str
    coast: str
    border: str
    front: str
    text: str
    quiet: str
    sea_text: str
    halo: str
    changed: str
    focus: str
    tinted: float

    def tint(self, colour: str) -> str:
        """A holder's ground: its colour, laid thinly over the land."""
        return theme.mixed(colour, self.land, self.tinted)

    def hatch(self, colour: str) -> str:
        """The hatching on that ground."""
        return theme.mixed(colour, self.land, 1.8 * self.tinted)

    def faint(self, colour: str) -> str:
        """What lies between the dashes of a schematic line."""
        return theme.mixed(colour, self.land, 0.5)


def ink() -> Ink:
    """The inks of the scheme in force."""
    now = theme.colours()
    blue = "#4f86b8"
    return Ink(
        off_map=now.window,
        land=theme.mixed(now.raised, now.panel, 0.35),
        neighbour=theme.mixed(now.border, now.panel, 0.24 if now.dark else 0.17),
        sea=theme.mixed(blue, now.window, 0.17 if now.dark else 0.21),
        coast=theme.mixed(blue, now.text, 0.62),
        border=theme.mixed(now.text, now.panel, 0.72),
        front=theme.mixed(now.text, now.panel, 0.62),
        text=now.text,
        quiet=now.muted,
        sea_text=theme.mixed(blue, now.text, 0.55),
        halo=now.panel,
        changed=now.text,
        focus=now.focus,
        tinted=0.2 if now.dark else 0.23,
    )


def pen(
    colour: str, width: float, dashes: Sequence[float] = (), *, round_ends: bool = False
) -> QPen:
    """A pen; ``dashes`` are in widths of the line."""
    made = QPen(QColor(colour), width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    ends = Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap
    made.setCapStyle(ends)
    if dashes:
        made.setDashPattern(list(dashes))
    return made
