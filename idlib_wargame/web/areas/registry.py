"""Every area of a seat's page, in the order in which they stand under their tabs."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas.area import Area, Does

AREAS: tuple[Area, ...] = ()


def parts_of(seen: SeatSeen) -> dict[str, str]:
    """Every part of a seat's page by its name."""
    return {name: html for area in AREAS for name, html in area.parts(seen).items()}


def acts() -> Mapping[str, Does]:
    """Every act that a seat's page may ask for, by its name."""
    return {name: does for area in AREAS for name, does in area.acts.items()}
