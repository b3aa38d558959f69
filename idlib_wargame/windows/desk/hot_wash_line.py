"""What is left of the hot wash, counted down at the desk."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from idlib_wargame.session.play import Play
from idlib_wargame.views.day.hot_wash import hot_wash_words
from idlib_wargame.windows.desk.day_strip import Clock, laptop_time

EVERY = 10_000  # milliseconds


class HotWashLine(QLabel):
    """Hidden until the exercise is finished, and once nobody asks any more."""

    def __init__(self, now: Clock = laptop_time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bold", True)
        self._now = now
        self._play: Play | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(EVERY)
        self._beat.timeout.connect(self._say)
        self.hide()

    def show_play(self, play: Play) -> None:
        """Count down for that exercise."""
        self._play = play if play.finished else None
        self._say()

    def _say(self) -> None:
        words = hot_wash_words(self._play, self._now()) if self._play is not None else ""
        self.setText(words)
        self.setVisible(bool(words))
        if words and not self._beat.isActive():
            self._beat.start()
        elif not words:
            self._beat.stop()
