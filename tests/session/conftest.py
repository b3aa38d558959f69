"""The exercise that most tests of sessions play, and the pack with all that a pack may have."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.session.session import Session
from tests.conftest import HARBOUR
from tests.session.exercises import begun


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise in memory on the harbour pack."""
    return begun(harbour)


@pytest.fixture(scope="package")
def full() -> PackReading:
    """The harbour pack with injects, aims, starts, options and arrangements."""
    reading = read_pack(HARBOUR.with_name("harbour_full"))
    assert reading.problems == ()
    return reading


@pytest.fixture
def full_session(full: PackReading) -> Session:
    """The same exercise on the full pack."""
    return begun(full)
