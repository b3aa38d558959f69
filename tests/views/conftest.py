"""The exercise that tests of what a seat has for itself look at."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from tests.session.exercises import begun


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise in memory on the harbour pack."""
    return begun(harbour)
