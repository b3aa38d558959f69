"""The sheet that every card about an order is written on: a stripe in its table's colour, lines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.marks import Stripe


class Sheet(QFrame):
    """An edged sheet; ``lines`` is what to write on, ``colour`` its rule table's."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        across.setSpacing(12)
        across.addWidget(Stripe(colour))
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(0, 4, 0, 4)
        self.lines.setSpacing(6)
        across.addLayout(self.lines, 1)
