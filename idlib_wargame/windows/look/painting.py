"""Painting that ends whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on a widget or a picture.

    One that a mistake leaves behind lives on in the mistake's traceback, and Qt ends the process
    once it takes away what is still being painted on.
    """
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
