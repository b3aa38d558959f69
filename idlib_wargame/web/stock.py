"""What the desk is told of an open room, taken at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from idlib_wargame.views.online.room_server import AsksIn, Present
from idlib_wargame.views.online.who import Who


class Stock(NamedTuple):
    """What the desk is told: who is here, who asks, by key who each is, and if anybody came."""

    present: tuple[Present, ...] = ()
    asking: tuple[AsksIn, ...] = ()
    who: Mapping[str, Who] = MappingProxyType({})
    has_seen_anybody: bool = False
    pages_asked: int = 0
    last_device: str = ""
    last_seen: str = ""
