"""What the tests of the setup assistant share."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from tests.conftest import HARBOUR

FULL = HARBOUR.with_name("harbour_full")


@pytest.fixture(scope="session")
def full() -> PackReading:
    """The harbour pack with starting points, options and arrangements."""
    reading = read_pack(FULL)
    assert reading.problems == ()
    return reading
