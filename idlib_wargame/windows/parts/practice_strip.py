"""A line that says of a window that nothing in it counts, so that nobody takes it for the game."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _


class PracticeStrip(QFrame):
    """Tinted, along the upper edge of every window of a practice turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "practice")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, 4, 2 * theme.SPACE, 4)
        row.setSpacing(theme.SPACE)
        row.addWidget(Glyph("info", "accent", 16))
        row.addWidget(label(_("Practice turn: nothing here counts"), bold=True), 1)
