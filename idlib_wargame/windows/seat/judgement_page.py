"""What a seat thinks will happen, while it is asked; at the end what all thought, and what came."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.cards.thoughts_page import ThoughtsPage
from idlib_wargame.windows.seat.judgement_form import FormOfJudgement, Judging


class JudgementPage(QStackedWidget):
    """Has something to show only where the seat is asked, has given one, or it is all over.

    It hands keys on: to what is still to be said, or to what can be scrolled.
    """

    def __init__(self, door: Judging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FormOfJudgement(door)
        self.thoughts = ThoughtsPage()
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(self.form.foot)
        self.addWidget(self._asking)
        self.addWidget(self.thoughts)

    def show_view(self, view: SeatView) -> None:
        """Show what the seat may see now."""
        self.form.show_form(view.judgement)
        self.thoughts.show_thoughts(view.thoughts)
        self.setCurrentWidget(self.thoughts if view.thoughts else self._asking)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever turns to it can go on at once."""
        super().focusInEvent(event)
        if self.currentWidget() is self.thoughts:
            self.thoughts.setFocus()
        else:
            self.form.take_keys()
