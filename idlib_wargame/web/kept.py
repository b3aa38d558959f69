"""What was drawn of a large value is kept while that value is the one that is shown."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations
from threading import Lock
from typing import Generic, TypeVar

from idlib_wargame.words.language import spoken

Value = TypeVar("Value")
Drawn = TypeVar("Drawn")

MOST = 64  # readers


class KeptDrawings(Generic[Value, Drawn]):
    """By identity: values so large take long to be compared, and are the same while nothing
    changed.
    """

    def __init__(self, draw: Callable[[Value], Drawn]) -> None:
        self._draw = draw
        self._kept: list[tuple[Value, NullTranslations, Drawn]] = []
        self._lock = Lock()

    def of(self, value: Value) -> Drawn:
        """What is drawn of it."""
        with self._lock:
            kept = next(
                (d for each, said, d in self._kept if each is value and said is spoken()), None
            )
        if kept is not None:
            return kept
        drawn = self._draw(value)
        with self._lock:
            self._kept.append((value, spoken(), drawn))
            del self._kept[:-MOST]
        return drawn
