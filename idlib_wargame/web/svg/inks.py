"""Colours of packs on pages whose scheme the server does not know."""

from __future__ import annotations

from functools import lru_cache

from idlib_wargame.views.look.colours import DARK, LIGHT, SHAPE_CONTRAST, readable


@lru_cache(maxsize=256)
def ink(colour: str) -> str:
    """A colour of the pack, moved no more than it takes to stand out as a shape, light and dark."""
    return readable(readable(colour, LIGHT.panel, SHAPE_CONTRAST), DARK.panel, SHAPE_CONTRAST)
