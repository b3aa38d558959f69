"""What was worked out last, for as long as what it was worked out from stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from idlib_wargame.words.language import spoken

T = TypeVar("T")


class Remembered(Generic[T]):
    """Makes a view anew only where one of the values it is made from is another than last time.

    Windows are drawn again after every act, and most acts change little of an exercise: of what
    they leave alone, the very same values stand in the play before and after. Values that are
    equal and not the same cost a making too many, and never give a view that is out of date.
    """

    def __init__(self) -> None:
        self._kept: tuple[tuple[object, ...], T] | None = None

    def of(self, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives; ``made_from`` are all the values that it reads."""
        now = (*made_from, spoken())
        if self._kept is not None and _are_same(self._kept[0], now):
            return self._kept[1]
        made = make()
        self._kept = now, made
        return made


def _are_same(ones: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return all(one is other for one, other in zip(ones, others, strict=True))
