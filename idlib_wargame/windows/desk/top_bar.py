"""The strip along the top: which turn, which phase, how long, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import FINISHED, Play
from idlib_wargame.windows.desk.breadcrumb import Breadcrumb
from idlib_wargame.windows.desk.timer_view import TimerView
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.words.figures import dates

MOST_BUTTON = 220  # pixels of words on the filled button, at the usual size of text


class TopBar(QFrame):
    """``next_pressed`` when the filled button is pressed."""

    next_pressed = Signal()

    def __init__(
        self,
        scenario: Scenario,
        phases: Sequence[str],
        timer: PhaseTimer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._scenario = scenario
        self.turn = label(size=20, bold=True)
        self.dates = label(role="muted")
        self.exercise = ElidedLabel()
        self.exercise.setProperty("role", "muted")
        self.phases = Breadcrumb(phases)
        self.timer = TimerView(timer)
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self.next_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        row.setSpacing(3 * theme.SPACE)
        row.addLayout(self._titles())
        row.addWidget(self.phases)
        row.addWidget(self.exercise, 1)
        row.addWidget(self.timer)
        row.addWidget(self.next)

    def _titles(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.turn)
        column.addWidget(self.dates)
        return column

    def show_play(self, play: Play, next_words: str | None) -> None:
        """Show where the exercise stands; ``next_words`` None when nothing is left to do."""
        self.turn.setText(f"Turn {play.turn} of {play.setup.turns}")
        self.dates.setText(dates(self._scenario, play.turn))
        named = [play.setup.exercise or self._scenario.title, play.setup.group]
        self.exercise.say(" · ".join(part for part in named if part))
        self.phases.show_phase(play.phase)
        self.next.setVisible(next_words is not None)
        if next_words is not None:
            self._name_next(next_words)
            self.next.setIcon(icons.icon("right", "on_accent"))
            self.next.setLayoutDirection(self.next.layoutDirection().RightToLeft)
        if play.phase == FINISHED:
            self.dates.setText("The exercise is finished")

    def _name_next(self, words: str) -> None:
        """An inject's title may be longer than the strip has room for."""
        most = theme.scaled(MOST_BUTTON)
        end = Qt.TextElideMode.ElideRight
        shown = self.next.fontMetrics().elidedText(words, end, most)
        self.next.setText(shown)
        self.next.setAccessibleName(words)
        self.next.setToolTip(f"{words} (Ctrl+Enter)" if shown != words else "Ctrl+Enter")
