"""The program as a process that no console sees: ``python -m … event|argument WORD…``.

It says on one line which window came up first and what that one told, and ends.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QWidget

from idlib_wargame.cli.windowed import main as windowed
from idlib_wargame.windows.application import Application
from idlib_wargame.windows.parts.banner import Banner

LOOKS = 50  # milliseconds between two looks
TRIES = 1200


def main(way: str, words: list[str]) -> None:
    """Start it, and look until there is a window that says something of what was asked."""
    app = Application()
    told = sys.stdout
    looks = QTimer(app)
    tries = 0

    def look() -> None:
        nonlocal tries
        tries += 1
        seen = [each for each in app.topLevelWidgets() if each.isVisible() and each.isWindow()]
        said = [_said(each) for each in seen if _said(each)]
        if said or tries == TRIES:
            told.write(f"{said[0] if said else 'nothing'}\n")
            told.flush()
            app.quit()

    looks.timeout.connect(look)
    looks.start(LOOKS)
    sys.argv = ["idlib-wargame-window"]
    if way == "event":
        event = QFileOpenEvent(QUrl.fromLocalFile(words[0]))
        QTimer.singleShot(0, lambda: QCoreApplication.sendEvent(app, event))
    else:
        sys.argv += words
    sys.stdout = sys.stderr = None
    windowed()


def _said(window: QWidget) -> str:
    """The window's kind and title; of the start window, what it was told, or nothing."""
    kind = type(window).__name__
    if kind != "StartWindow":
        return f"{kind}: {window.windowTitle()}"
    banner = window.findChild(Banner)
    return f"{kind}: {banner.words.text()}" if banner is not None and banner.isVisible() else ""


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
