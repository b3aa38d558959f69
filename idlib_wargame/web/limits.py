"""How often somebody may ask, and what is written down of those who were refused."""

from __future__ import annotations

import logging
import math
import time
from collections import OrderedDict
from collections.abc import Callable

_log = logging.getLogger(__name__)
_MOST_KNOWN = 1000  # whom a limit remembers; the longest unheard of is forgotten


class Rate:
    """So many at once, and then one in so many seconds; counted for each who asks."""

    def __init__(
        self, at_once: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._clock = at_once, seconds, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_of(self, who: str) -> int:
        """Whole seconds until one more may be asked; 0 for at once."""
        return math.ceil(max(1 - self._left_of(who, self._clock()), 0) * self._seconds)

    def _left_of(self, who: str, now: float) -> float:
        left, at = self._left.get(who, (float(self._most), now))
        return min(left + (now - at) / self._seconds, float(self._most))

    def allows(self, who: str, count: float = 1) -> bool:
        """Whether one more may be asked now, or as much as ``count``; it is counted then."""
        now = self._clock()
        left = self._left_of(who, now)
        self._left.pop(who, None)
        is_allowed = left >= count
        self._left[who] = (left - count if is_allowed else left, now)
        if len(self._left) > _MOST_KNOWN:
            self._left.popitem(last=False)
        return is_allowed


class Refusals:
    """Writes one line for each address that asks what no page of ours does, and no more."""

    def __init__(self) -> None:
        self._told: OrderedDict[str, None] = OrderedDict()

    def tell(self, address: str, why: str) -> None:
        """Somebody at that address was refused. What they sent is not repeated."""
        if address in self._told:
            return
        self._told[address] = None
        if len(self._told) > _MOST_KNOWN:
            self._told.popitem(last=False)
        _log.warning(
            "A request from %s was refused (%s); more of the same are not told", address, why
        )
