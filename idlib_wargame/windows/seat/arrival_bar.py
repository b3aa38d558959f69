"""Something has come while the seat was at work: told in a line, in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.views.asked import MESSAGES_PAGE
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class ArrivalBar(QFrame):
    """Hidden until something comes. ``wanted`` names the page on which it is to be read."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self.setProperty("flush", True)
        self.words = label(wrap=True)
        self.read = QPushButton(_("Read it"))
        self._page = MESSAGES_PAGE
        self.read.clicked.connect(self._press)
        steady(self.read)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.read)
        self.hide()

    def tell(self, words: str, page: str) -> None:
        """Say what has come, and where it is read."""
        self._page = page
        self.words.setText(words)
        self.read.setToolTip(key_words(Where.SEAT, page))
        self.setAccessibleName(words)
        self.show()

    def _press(self) -> None:
        self.hide()
        self.wanted.emit(self._page)
