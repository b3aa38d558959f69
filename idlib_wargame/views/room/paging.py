"""Which things of a scene stand on which page: the desk sets them, and whoever follows shows the
same ones.
"""

from __future__ import annotations

from typing import NamedTuple

# For each page the places of those things, in the order of the scene, of which it shows something.
Holds = tuple[tuple[int, ...], ...]


class Stretch(NamedTuple):
    """The things from ``first`` until before ``after``, and which of their ``pages`` is shown.

    Pages that go on with what the page before began belong together.
    """

    first: int
    after: int
    page: int = 0
    pages: int = 1


def stretch(holds: Holds, page: int, count: int) -> Stretch | None:
    """What that page of so many things is about; None where not each of them has its page."""
    known = sorted({thing for held in holds for thing in held})
    if known != list(range(count)) or not 0 <= page < len(holds):
        return None
    start, end = page, page + 1
    while start and _goes_on(holds, start):
        start -= 1
    while end < len(holds) and _goes_on(holds, end):
        end += 1
    held = [thing for each in holds[start:end] for thing in each]
    if not held:
        return Stretch(0, 0)
    return Stretch(min(held), max(held) + 1, page - start, end - start)


def _goes_on(holds: Holds, page: int) -> bool:
    """Whether a page begins with what the one before it ended with."""
    return bool(set(holds[page]) & set(holds[page - 1]))
