"""What the tests of words share: afterwards the program speaks English again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.words.languages import ENGLISH, use_language


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """No test leaves its language to the next."""
    yield
    use_language(ENGLISH)
