"""Seeks in the replay window: everything it shows is brought to the moment and painted.

Arguments: the file, and two turns. Each answer is the milliseconds of a seek to where the second
turn was closed, and to where the first was, each from the middle of the session.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.worker import serve
from idlib_wargame.session.reading import read_session
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.replay.window import ReplayWindow


class Seeks:
    """A replay window on a session."""

    def __init__(self, path: Path) -> None:
        self._window = ReplayWindow(read_session(path))
        self._window.show()
        QApplication.processEvents()
        self._marks = self._window.marks
        self._far_first = False

    def seek(self, place: int) -> float:
        """Go there from the middle; the milliseconds until it is painted."""
        self._window.player.seek(self._marks.count // 2)
        self._paint()
        begun = time.perf_counter()
        self._window.player.seek(place)
        self._paint()
        return 1000 * (time.perf_counter() - begun)

    def _paint(self) -> None:
        QApplication.processEvents()
        self._window.grab()

    def far_and_near(self, far: int, near: int) -> tuple[float, float]:
        """One measurement; which comes first takes turns."""
        self._far_first = not self._far_first
        far_place, near_place = self._marks.closing_of(far), self._marks.closing_of(near)
        if self._far_first:
            return self.seek(far_place), self.seek(near_place)
        near_time = self.seek(near_place)
        return self.seek(far_place), near_time


if __name__ == "__main__":
    app = QApplication(sys.argv)
    speak_own_language(app)
    theme.apply(app)
    seeks = Seeks(Path(sys.argv[1]))
    near_turn, far_turn = int(sys.argv[2]), int(sys.argv[3])
    serve(lambda _: seeks.far_and_near(far_turn, near_turn))
