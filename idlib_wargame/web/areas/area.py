"""What an area of a seat's page is: its parts, each a piece of the page, and its acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.fields import Fields

Does = Callable[[SeatDoor, Fields], str]


class Tab(Enum):
    """Where on the page an area stands; BRIEF is the sheet behind the seat's name."""

    NOW = "now"
    MOVES = "moves"
    DEALS = "deals"
    MESSAGES = "messages"
    BRIEF = "brief"


@dataclass(frozen=True)
class Area:
    """One area, under a tab, in the order of the registry.

    ``title`` heads it ("" for none). ``parts`` gives its pieces of HTML by their names, first to
    last; a name is the area's own, with a dot ("moves.list"), and is always there: a part with
    nothing to show is "". An act does what a page asks by that name, on the session's own thread,
    and returns a sentence to say, or ""; it raises Refused, or Amiss for fields of no kind.
    """

    name: str
    tab: Tab
    title: Callable[[], str]
    parts: Callable[[SeatSeen], Mapping[str, str]]
    acts: Mapping[str, Does] = field(default_factory=dict)
