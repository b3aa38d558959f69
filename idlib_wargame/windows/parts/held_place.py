"""What is worked on inside a page that scrolls stays where it is while the page is made anew.

Left to itself Qt scrolls to whatever gets the keys of a part that goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from idlib_wargame.windows.parts.labels import settle

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class HeldPlace(Generic[T, W]):
    """Where a part of a page stands before it is made anew: that which has the keys if it is in
    sight, else the first that is. ``parts`` are by what each is about, which outlives them.
    """

    def __init__(self, area: QScrollArea, parts: Mapping[T, W]) -> None:
        inside = area.widget()
        assert inside is not None
        self._area, self._inside = area, inside
        on = area.window().focusWidget()
        seen = [about for about, part in parts.items() if self._is_in_sight(part)]
        self._on = on if on is not None and self._is_in_sight(on) else None
        worked = (each for each in seen if self._on is not None and _holds(parts[each], self._on))
        self._about = next(worked, seen[0] if seen else None)
        self._on_stood = self._stands(self._on) if self._on is not None else 0
        self._stood = self._stands(parts[self._about]) if self._about is not None else 0

    def restore(self, parts: Mapping[T, W]) -> None:
        """Scroll so that it stands there again; what has the keys itself, where it is kept."""
        part: QWidget | None = parts.get(self._about) if self._about is not None else None
        stood = self._stood
        if part is None or not self._area.isVisible():
            return
        self._settle_around(part)
        if self._on is not None and _holds(part, self._on):
            part, stood = self._on, self._on_stood
        place = part.mapTo(self._inside, QPoint(0, 0)).y() - stood
        self._area.verticalScrollBar().setValue(place)

    def _settle_around(self, part: QWidget) -> None:
        """Whatever it stands in, from the innermost: each is as high as what is in it."""
        around = part.parentWidget()
        while around is not None and self._inside.isAncestorOf(around):
            settle(around)
            around = around.parentWidget()
        settle(self._inside)

    def _stands(self, part: QWidget) -> int:
        return part.mapTo(self._inside, QPoint(0, 0)).y() - self._area.verticalScrollBar().value()

    def _is_in_sight(self, part: QWidget) -> bool:
        if not self._inside.isAncestorOf(part) or not part.isVisible():
            return False
        top = self._stands(part)
        return top < self._area.viewport().height() and top + part.height() > 0


def _holds(part: QWidget, inner: QWidget) -> bool:
    return part is inner or part.isAncestorOf(inner)
