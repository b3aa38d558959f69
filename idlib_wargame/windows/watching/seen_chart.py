"""The ladder turn by turn, for somebody who only looks."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.views.observer_door import LookingOn
from idlib_wargame.words.language import _


class SeenChart(QWidget):
    """The chart is slow to load, and comes when it is first turned to. Nothing of it is saved."""

    def __init__(self, on: LookingOn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Escalation"))
        self._on = on
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """It is turned to."""
        super().showEvent(event)
        if not self._column.count():
            from idlib_wargame.windows.chart.panel import EscalationPanel

            self.panel = EscalationPanel(self._on.pack, saves=False, titled=False)
            self._column.addWidget(self.panel)
            self.panel.show()
            self.show_now()

    def show_now(self) -> None:
        """Show where the exercise stands."""
        if self._column.count():
            self.panel.show_play(self._on.play())
