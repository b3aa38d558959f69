"""A Qt program for drawing pictures, where none is running and perhaps no screen is there."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication

from idlib_wargame.windows.look import theme


def application() -> QApplication:
    """The running Qt program, or one of our own, without a screen where there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in seen):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QApplication(["idlib-wargame"])
    theme.apply(made)
    return made
