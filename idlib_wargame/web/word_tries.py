"""Wrong room words: how long an address waits, and who comes in however many others guess."""

from __future__ import annotations

import time
from collections.abc import Callable

from idlib_wargame.web.limits import Rate

# A word is one of 70 ** 4 = 24,010,000. Over all addresses two wrong ones a second are looked at
# after the first 60: 7,260 in an hour find it with a chance of 1 in 3,300. Held against everybody,
# that bound would let a few who guess keep a whole room out. So the first three of an address are
# looked at whatever others do. In a network of 254 addresses those are 762, a chance of 1 in
# 31,000 once and for all. Whoever forges more is held to 10,000 addresses: 30,000, 1 in 800.
FREE = 3
MOST_FREE = 10_000  # addresses


class WordTries:
    """Of one room, for as long as it is open. Only wrong words count: a whole class may stand
    behind one address, and a phone that scans the code never types one.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._of_one = Rate(8, 6.0, clock)
        self._of_all = Rate(60, 0.5, clock)
        self._wrong: dict[str, int] = {}

    def wait_of(self, address: str) -> int:
        """Whole seconds until a word from there is looked at; 0 for at once."""
        of_all = 0 if self._is_free(address) else self._of_all.wait_of("")
        return max(self._of_one.wait_of(address), of_all)

    def _is_free(self, address: str) -> bool:
        if address not in self._wrong:
            return len(self._wrong) < MOST_FREE
        return self._wrong[address] < FREE

    def count(self, address: str) -> None:
        """A wrong word came from there."""
        if self._is_free(address):
            self._wrong[address] = self._wrong.get(address, 0) + 1
        self._of_one.allows(address)
        self._of_all.allows("")

    def forgive(self, address: str) -> None:
        """The right one did: whoever stands behind that address may slip as often again."""
        self._wrong.pop(address, None)
