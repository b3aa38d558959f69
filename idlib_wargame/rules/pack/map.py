"""What is on the map, and who holds it."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition


@dataclass(frozen=True, slots=True)
class Holding:
    """While the condition holds, that seat holds a feature of the map."""

    by: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Feature:
    """Something on the map. ``points`` are (longitude, latitude) in degrees, WGS84.

    ``kind`` is one of: coast, border, road, area, town, post, camp, base, crossing. ``holdings``
    are read from the top; the feature shows only while ``shown`` holds. ``schematic`` marks what is
    drawn by judgement and must look so.
    """

    id: str
    kind: str
    name: str
    points: tuple[tuple[float, float], ...]
    holdings: tuple[Holding, ...] = ()
    shown: Condition = ALWAYS
    schematic: bool = False
    track: str = ""
