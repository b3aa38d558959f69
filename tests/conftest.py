"""What tests in many rooms share: the small pack, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack

HARBOUR = Path(__file__).parent / "data" / "harbour"


@pytest.fixture(scope="session")
def harbour() -> PackReading:
    """The harbour pack, which exists for the tests."""
    reading = read_pack(HARBOUR)
    assert reading.problems == ()
    return reading
