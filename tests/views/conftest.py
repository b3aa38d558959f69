"""What tests of views share: the harbour pack with everything a pack may have."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from tests.conftest import HARBOUR


@pytest.fixture(scope="session")
def full() -> PackReading:
    """The harbour pack with injects, aims, starts and a map."""
    reading = read_pack(HARBOUR.with_name("harbour_full"))
    assert reading.problems == ()
    return reading
