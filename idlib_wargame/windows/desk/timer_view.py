"""The time a phase has left, with its pause."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.phase_timer import PhaseTimer


class TimerView(QWidget):
    """Shows a timer, and lets it be paused."""

    def __init__(self, timer: PhaseTimer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = timer
        self.words = label(size=16)
        self.pause = QPushButton()
        self.pause.setProperty("role", "quiet")
        self.pause.clicked.connect(timer.pause_or_go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words)
        row.addWidget(self.pause)
        timer.ticked.connect(self.show_time)
        self.show_time()

    def show_time(self) -> None:
        """Read the timer again."""
        timer = self._timer
        self.setVisible(timer.is_shown)
        if not timer.is_shown:
            return
        role = "warning" if timer.seconds_left < 0 else "muted" if timer.is_paused else ""
        self.words.setText(timer.words)
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            theme.style(self.words)
        does = "Go on with the timer" if timer.is_paused else "Pause the timer"
        self.pause.setIcon(icons.icon("play" if timer.is_paused else "pause", "muted"))
        self.pause.setToolTip(does)
        self.pause.setAccessibleName(does)
