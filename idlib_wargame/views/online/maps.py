"""Maps for pages: made by one maker for each reader's pack, which keeps what stays the same."""

from __future__ import annotations

from threading import Lock

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.drawing import Drawing
from idlib_wargame.views.map.shown import Maps, MapShown

MOST = 64  # readers: every seat's pack is cut anew, and grows with the exercise's own rows

_lock = Lock()
_makers: list[tuple[Scenario, Maps]] = []


def map_of(drawing: Drawing, may_miss: bool = True) -> MapShown | None:
    """The map of a reader, whose pack and exercise are cut to what they may know; None for none."""
    if not drawing.pack.map:
        return None
    with _lock:
        return _maker(drawing.pack, may_miss).of(drawing.play)


def _maker(pack: Scenario, may_miss: bool) -> Maps:
    # By identity: two readers' packs may be equal, and are large to compare.
    for kept, maker in _makers:
        if kept is pack:
            return maker
    made = Maps(pack, may_miss)
    _makers.append((pack, made))
    del _makers[:-MOST]
    return made
