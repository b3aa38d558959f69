"""Draws of a page only what something changed in: a change seldom concerns more than one area.

What an area reads of a page's values is noted while it is drawn. It is drawn anew once any of that
is another; nobody keeps a list of what it needs, so no such list can be wrong.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import cached_property
from gettext import NullTranslations
from types import FunctionType, MethodType
from typing import Any, NamedTuple, cast

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.words.language import spoken

_log = logging.getLogger(__name__)
Draws = Callable[[SeatSeen], Mapping[str, str]]
Path = tuple[str, ...]
_DEEPER: frozenset[Path] = frozenset({("view",)})  # read by their own fields, one by one


class Noted:
    """Stands for a value, and notes each field that is read of it, with what it was."""

    __slots__ = ("_noted_notes", "_noted_path", "_noted_value")

    def __init__(self, value: object, notes: dict[Path, object], path: Path = ()) -> None:
        self._noted_value, self._noted_notes, self._noted_path = value, notes, path

    def __getattr__(self, name: str) -> Any:
        """A field of it; what its own properties and methods read is noted too."""
        value, path = self._noted_value, (*self._noted_path, name)
        of_class = getattr(type(value), name, None)
        if isinstance(of_class, property) and of_class.fget is not None:
            return of_class.fget(self)
        if isinstance(of_class, cached_property):
            return of_class.func(self)
        if isinstance(of_class, FunctionType):
            return MethodType(of_class, self)
        found = getattr(value, name)
        if path in _DEEPER:
            return Noted(found, self._noted_notes, path)
        self._noted_notes[path] = found
        return found


class _Drawn(NamedTuple):
    """The parts of an area, and what was read to draw them."""

    parts: Mapping[str, str]
    read: Mapping[Path, object]
    spoken: NullTranslations

    def is_so(self, seen: SeatSeen) -> bool:
        """Whether it would be drawn the same."""
        return self.spoken is spoken() and all(
            _at(seen, path) == value for path, value in self.read.items()
        )


class Redrawn:
    """The page of one reader, area by area."""

    def __init__(self, areas: Mapping[str, Draws]) -> None:
        self._areas = areas
        self._drawn: dict[str, _Drawn] = {}

    def parts(self, seen: SeatSeen) -> dict[str, str]:
        """Every part by its name."""
        found: dict[str, str] = {}
        for name, draws in self._areas.items():
            drawn = self._drawn.get(name)
            if drawn is None or not drawn.is_so(seen):
                drawn = self._drawn_or_kept(name, draws, seen)
            found.update(drawn.parts)
        return found

    def _drawn_or_kept(self, name: str, draws: Draws, seen: SeatSeen) -> _Drawn:
        """One area that fails takes no other with it: what stood there stays."""
        try:
            self._drawn[name] = _drawn_anew(draws, seen)
        except Exception:
            _log.exception("The area %s could not be drawn", name)
            return self._drawn.get(name, _Drawn({}, {}, spoken()))
        return self._drawn[name]


def _drawn_anew(draws: Draws, seen: SeatSeen) -> _Drawn:
    notes: dict[Path, object] = {}
    # It has all that is read of a page's values, which is what an area does with them.
    parts = draws(cast("SeatSeen", Noted(seen, notes)))
    return _Drawn(dict(parts), notes, spoken())


def _at(seen: SeatSeen, path: Path) -> object:
    value: object = seen
    for name in path:
        value = getattr(value, name)
    return value
