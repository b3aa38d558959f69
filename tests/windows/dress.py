"""What windows wear in a test: all of the look where it is looked at, else as little as may be.

A third of the time of a test that opens a window goes into dressing its parts. What a press does is
the same undressed, so a quick run dresses those alone that ask for it with the mark ``dressed``;
`make prove` dresses all.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from idlib_wargame.windows.look import theme
from tests.tries import is_quick, thorough

dressed = pytest.mark.dressed  # sizes or colours are looked at

# What fits, and is read whole, at the largest size of text is tried at the others by `make prove`.
at_each_size_of_text = pytest.mark.parametrize(
    "scale",
    [
        pytest.param(scale, marks=() if scale == max(theme.TEXT_SCALES) else thorough)
        for scale in theme.TEXT_SCALES
    ],
)


class _Wanted:
    """Whether the test that runs now looks at how things look."""

    look = True


def want_look(marked: bool) -> None:
    """A test begins, with the mark or without."""
    _Wanted.look = marked or not is_quick()


def dress(app: QCoreApplication | None) -> None:
    """Give windows their look, if it matters to the test that runs now."""
    if _Wanted.look and isinstance(app, QApplication):
        theme.apply(app)
