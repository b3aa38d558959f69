"""Asks before the assistant is closed with something typed in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.words.language import _


class LeavingBar(QFrame):
    """Hidden until it asks. ``thrown_away`` when the answers may go; staying has the keys."""

    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = label(_("Closing the assistant loses what was typed in it."), wrap=True)
        self.stay = QPushButton(_("Keep at it"))
        self.leave = QPushButton(_("Throw it away"))
        self.leave.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        for button in (self.leave, self.stay):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.stay.clicked.connect(self.hide)
        self.leave.clicked.connect(self.thrown_away)
        self.hide()

    def ask(self) -> None:
        """Ask, with the keys on the safe answer."""
        self.show()
        self.stay.setDefault(True)
        self.stay.setFocus()
