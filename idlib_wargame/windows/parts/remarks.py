"""A remark with its icon, which says without its colour too whether it is good or bad."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import isolated


def remark(shape: str, role: str, words: str) -> QHBoxLayout:
    """The icon where the line begins, and the words in the colour of that role."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(Glyph(shape, role, 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(isolated(words), role, wrap=True, leads=True), 1)
    return row
