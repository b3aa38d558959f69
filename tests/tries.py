"""How hard the tests try: each says what the thorough run gives it; a quick run tries a share.

`make test` tries the share that the profile in ``tests/conftest.py`` names, always the same cases;
`make prove` tries them all, and what is marked ``thorough`` besides. Whoever adds a test that draws
its cases asks here how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

import pytest
from hypothesis import settings

THOROUGH = 300  # what ``max_examples`` of the thorough profile is, and of a test that sets none
LEAST = 2  # a test that draws tries more than one case, also in a hurry

T = TypeVar("T")

thorough = pytest.mark.thorough  # tried by `make prove` alone, as a quicker case proves its like


def is_quick() -> bool:
    """Whether this run tries a share only."""
    return settings().max_examples < THOROUGH


def tries(most: int, least: int = LEAST, hurried: int = 0) -> int:
    """How many cases to try now, of so many in the thorough run; more of them in a longer one.

    What is tried of each of several packs anyhow may try a single one of each: ``least``. Where a
    case takes seconds, a quick run may try fewer than its share: ``hurried``.
    """
    if hurried and is_quick():
        return hurried
    share = most * settings().max_examples // THOROUGH
    return max(min(least, most), share)


def some_of(cases: Sequence[T], most: int = 0) -> list[T]:
    """So many of the cases, or all, or the share that is tried now: always the same, in order."""
    number = min(tries(most or len(cases)), len(cases))
    places = sorted(Random(1).sample(range(len(cases)), number))
    return [cases[place] for place in places]
