"""A line that says of a window that nothing in it counts, so that nobody takes it for the game."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class PracticeStrip(QFrame):
    """Tinted, along the upper edge of every window of a practice turn.

    ``left`` when its button is pressed, which stands where ``leads_out`` says so.
    """

    left = Signal()

    def __init__(self, leads_out: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "practice")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, 4, 2 * theme.SPACE, 4)
        row.setSpacing(theme.SPACE)
        row.addWidget(Glyph("info", "accent", 16))
        row.addWidget(label(_("Practice turn: nothing here counts"), bold=True), 1)
        self.leave = QPushButton(_("End the practice"))
        self.leave.clicked.connect(self.left)
        steady(self.leave)
        row.addWidget(self.leave)
        if not leads_out:
            self.leave.hide()
