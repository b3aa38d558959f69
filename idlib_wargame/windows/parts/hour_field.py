"""A small field for an hour of the clock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget

from idlib_wargame.views.day.hours import hour_typed
from idlib_wargame.windows.look import theme
from idlib_wargame.words.language import _

MOST_LETTERS = 7  # "16 h 30"


class HourField(QLineEdit):
    """An hour such as 16:30, or nothing. ``changed`` as somebody types.

    It is written as plans have it once the keys leave it; what is no hour stays to be mended.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMaxLength(MOST_LETTERS)
        self.setPlaceholderText(_("16:30"))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.textEdited.connect(self.changed)
        self.editingFinished.connect(self._tidy)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def hour(self) -> str | None:
        """The hour as plans have it; empty for none, None for what is no hour."""
        return hour_typed(self.text())

    def show_hour(self, hour: str) -> None:
        """Show an hour; typing is left alone while it means the same."""
        if self.hour() != hour:
            self.setText(hour)

    def _tidy(self) -> None:
        hour = self.hour()
        if hour is not None and hour != self.text():
            self.setText(hour)

    def _fit(self) -> None:
        widest = QFontMetrics(theme.font(13)).horizontalAdvance("00:00")
        self.setFixedWidth(widest + 4 * theme.SPACE)
