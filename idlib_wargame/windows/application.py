"""The program as the system knows it: its name on the taskbar, and files it is told to open."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from idlib_wargame import PROGRAM, PROGRAM_ID


class Application(QApplication):
    """``file_wanted`` with each file that the system hands over while the program runs.

    A Mac tells of a double click by an event, before or after the program has begun; other systems
    start the program anew and name the file on its command line.
    """

    file_wanted = Signal(Path)

    def __init__(self) -> None:
        _stand_for_itself()
        # What X calls the window's class; the entry of the menu is found by it.
        super().__init__([PROGRAM_ID])
        self.setApplicationName(PROGRAM)
        self.setDesktopFileName(PROGRAM_ID)

    def event(self, event: QEvent) -> bool:
        """Hear of a file to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def _stand_for_itself() -> None:
    """On Windows the taskbar would show Python's name and icon, and group it with other scripts."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(PROGRAM_ID)
