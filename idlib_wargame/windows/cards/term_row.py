"""One term of an agreement: its number, what it says, and how it stands this turn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.case_card import TermLine
from idlib_wargame.views.bargains.standing import allege_words, look_of
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label, leading
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class TermRow(QWidget):
    """``alleged`` when its reader would say that it was broken; with ``may_allege`` it offers that.

    A term in a counter that is new says so. What others said of it stands under it.
    """

    alleged = Signal()

    def __init__(
        self, term: TermLine, may_allege: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.allege: QPushButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(label(str(term.number), "muted", bold=True), 0, top)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        if term.is_new:
            column.addWidget(label(_("New here"), "eyebrow", wrap=True))
        column.addWidget(label(term.words, wrap=True, leads=True))
        if term.now:
            column.addLayout(_standing(term))
        for said in term.allegations:
            column.addWidget(label(said, "warning", wrap=True, leads=True))
        if may_allege:
            self.allege = _allege_button(term)
            self.allege.clicked.connect(self.alleged)
            column.addWidget(self.allege, 0, leading())


def _standing(term: TermLine) -> QHBoxLayout:
    shape, colour, role = look_of(term)
    row = QHBoxLayout()
    row.setSpacing(6)
    if shape:
        row.addWidget(Glyph(shape, colour, 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(term.now, role, wrap=True, leads=True), 1)
    return row


def _allege_button(term: TermLine) -> QPushButton:
    button = QPushButton(allege_words(term))
    button.setProperty("role", "quiet")
    steady(button)
    return button
