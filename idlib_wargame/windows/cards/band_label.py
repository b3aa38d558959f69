"""A result as people read it: its shape, its colour and its words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Card
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.odds import band_title


def result_words(card: Card) -> str:
    """ "Success, by 2", "Failure, short by 3", "Backfire, two ones"; empty when not rolled."""
    if card.band is None:
        return ""
    return f"{band_title(card.band)}{_margin_words(card)}"


def _margin_words(card: Card) -> str:
    if card.dice is None or card.margin is None:
        return ""
    if card.total == 2:
        return ", two ones"
    if card.total == 12 and card.margin < 0:
        return ", two sixes"
    if card.margin == 0:
        return ", on the number"
    return f", by {card.margin}" if card.margin > 0 else f", short by {-card.margin}"


class BandLabel(QWidget):
    """The shape of a result with its words beside it."""

    def __init__(self, band: Band, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colour, shape = theme.BANDS[band]
        self.words: QLabel = label(words)
        self.words.setProperty("band", int(band))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Glyph(shape, colour, 14))
        row.addWidget(self.words)
        row.addStretch()
