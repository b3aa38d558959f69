"""What takes long to make of things that seldom change, made again only once they have."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations
from typing import Generic, TypeVar

from idlib_wargame.words.language import spoken

T = TypeVar("T")


class MadeOnce(Generic[T]):
    """Keeps the last that was made, and what it was made of."""

    def __init__(self) -> None:
        self._last: tuple[NullTranslations, tuple[object, ...], T] | None = None

    def of(self, things: tuple[object, ...], make: Callable[[], T]) -> T:
        """What is made of these things alone, in the language that is spoken."""
        last = self._last
        if last is None or last[0] is not spoken() or last[1] != things:
            last = self._last = (spoken(), things, make())
        return last[2]
