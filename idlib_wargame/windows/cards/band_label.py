"""A result as people read it: its shape, its colour and its words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph


class BandLabel(QWidget):
    """The shape of a result with its words beside it."""

    def __init__(self, band: Band, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colour, shape = theme.BANDS[band]
        self.words: QLabel = label(words, wrap=True, leads=True)
        self.words.setProperty("band", int(band))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Glyph(shape, colour, 14))
        row.addWidget(self.words, 1)
