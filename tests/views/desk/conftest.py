"""Exercises in memory, for every test of what the desk shows."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from tests.harbour_exercise import begin


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """A new harbour exercise."""
    return begin(harbour)


@pytest.fixture
def with_injects(full: PackReading) -> Session:
    """The same with injects, aims and a map."""
    return begin(full)
