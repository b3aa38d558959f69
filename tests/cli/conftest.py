"""What the tests of commands share."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _one_qt_program(qapp: QApplication) -> None:
    """A command that draws makes a Qt program of its own where there is none.

    It would go away with the command, and a second one in the same process may crash.
    """
