"""An exercise into which lists of injects are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from tests.harbour_exercise import begin

LISTS = Path(__file__).parents[2] / "data" / "msel"


@pytest.fixture
def exercise(full: PackReading) -> Session:
    """Four turns from 3 March 2031, of 14 days and 33 minutes each."""
    return begin(full)
