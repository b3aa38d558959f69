"""What tests in many rooms share: the small packs, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from idlib_wargame.packs.reader import PackReading, read_pack

# A busy machine is no fault of the program, and a red run should be red again when it is repeated.
# To look for more: pytest --hypothesis-profile=explore
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

HARBOUR = Path(__file__).parent / "data" / "harbour"


@pytest.fixture(scope="session")
def harbour() -> PackReading:
    """The harbour pack, which exists for the tests."""
    reading = read_pack(HARBOUR)
    assert reading.problems == ()
    return reading


@pytest.fixture(scope="session")
def full() -> PackReading:
    """The harbour pack with injects, aims, starts and a map."""
    reading = read_pack(HARBOUR.with_name("harbour_full"))
    assert reading.problems == ()
    return reading
