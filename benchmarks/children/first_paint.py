"""Runs a program until it has painted, and prints when: the monotonic clock, in seconds.

Arguments: "window" (the first paint of any window) or "chart" (the escalation chart painted, and
the program ready for the next event), the module to run as a program, and its arguments.
"""

from __future__ import annotations

import os
import runpy
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

CHART = "EscalationPlot"


class Watch(QObject):
    """Calls ``painted`` when a widget is about to be painted for the first time."""

    def __init__(self, widget: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(widget)
        self._painted = painted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Look for paint events, and let everything pass."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painted()
        return False


def tell_and_end() -> None:
    """Print the time and end at once."""
    print(time.monotonic(), flush=True)
    os._exit(0)


def watched(what: str) -> list[QWidget]:
    """The widgets whose first paint counts."""
    if what == "window":
        return [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    charts = [each for each in QApplication.allWidgets() if type(each).__name__ == CHART]
    return [each.viewport() for each in charts]  # type: ignore[attr-defined]  # a view's


def main() -> None:
    """Run the program with its event loop watched."""
    what, module, *arguments = sys.argv[1:]
    loop = QApplication.exec

    def exec_watched(*_: object) -> int:
        widgets = watched(what)
        if not widgets:
            sys.exit(f"no {what} was shown")
        # A timer of nought runs once the paint and whatever else was waiting is done.
        told = tell_and_end if what == "window" else lambda: QTimer.singleShot(0, tell_and_end)
        for widget in widgets:
            Watch(widget, told)
        return loop()

    QApplication.exec = exec_watched  # type: ignore[method-assign]  # watched
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__")


if __name__ == "__main__":
    main()
