"""The program with a session, as a process of its own, ended in one way: ``python -m … WAY FILE``.

It takes a note at the desk first, and prints a line once that stands.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from idlib_wargame.app import run
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.windows.application import Application
from idlib_wargame.windows.desk.window import DeskWindow


def main(way: str, path: Path) -> int:
    """Run the program and end it, or let somebody else do so."""
    app = Application()

    def end() -> None:
        [desk] = [each for each in app.topLevelWidgets() if isinstance(each, DeskWindow)]
        desk.session.submit(TakeNote("The last words"), FACILITATOR)
        sys.stdout.write("noted\n")
        sys.stdout.flush()
        if way == "quit":
            app.quit()
        elif way == "event":  # as macOS sends it for Cmd+Q and the Dock
            QCoreApplication.postEvent(app, QEvent(QEvent.Type.Quit))
        elif way == "exit":
            app.exit()

    QTimer.singleShot(0, end)
    return run(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
