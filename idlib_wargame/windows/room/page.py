"""One page of the room's screen: rows of text, a drawing under them, or the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.windows.room.rows import Block, said_in

Drawn = Callable[[QPainter, QRectF], None]


class RoomPage(NamedTuple):
    """``head`` stands over ``rows``; ``drawn`` or the map has the room that they leave.

    ``is_centred`` has the rows in the middle of the screen. ``place`` says which of how many it
    is, and ``described`` what is drawn. ``is_latest`` where it begins what was shown last of
    things that are shown one by one. ``holds`` are the places of the things that stand on it.
    """

    rows: Block = ()
    head: Block = ()
    drawn: Drawn | None = None
    map: MapShown | None = None
    is_centred: bool = False
    place: str = ""
    described: str = ""
    is_latest: bool = False
    holds: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        """The page in words."""
        parts = (said_in(self.head), said_in(self.rows), self.described, self.place)
        return "\n".join(part for part in parts if part)
