"""What tests of areas share: an exercise on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from tests.harbour_exercise import begin


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise with injects, aims, judgements and agreements."""
    made = begin(full, tmp_path / "course.wargame")
    yield made
    made.close()
