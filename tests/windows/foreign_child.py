"""A process of its own that draws and writes with Qt; which language the system has, it is told.

It says as JSON what the C library and Qt make of months, reasons, figures and a property.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from datetime import date

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QProgressBar

from idlib_wargame.windows.own_language import speak_own_language


def told(is_ours: bool) -> dict[str, str]:
    """What is written, in our language or as Qt leaves it."""
    app = QApplication([])
    if is_ours:
        speak_own_language(app)
    bar = QProgressBar()
    bar.setValue(30)
    try:
        every = str(QTimer(interval=7).interval())
    except AttributeError:
        every = "unknown"
    return {
        "month": f"{date(2020, 1, 26):%b}",
        "reason": os.strerror(errno.ENOSPC),
        "share": bar.text(),
        "figures": QLocale().toString(12345),
        "interval": every,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(told(sys.argv[1] == "ours")))
