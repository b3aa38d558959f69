"""A line over a report about wordings of it that are not in force: half typed, or left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady


class WordingOffer(QFrame):
    """Hidden where there is nothing to say. ``taken`` when somebody wants the wording again."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self.words = label("", wrap=True)
        self.take = QPushButton()
        self.take.setAutoDefault(False)
        self.take.setProperty("role", "soft")
        self.take.clicked.connect(self.taken)
        steady(self.take)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE // 2, 2 * theme.SPACE, theme.SPACE // 2)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        self.hide()

    def show_words(self, words: str, take: str) -> None:
        """Say this with that button; no words hide the line, no name the button."""
        self.words.setText(words)
        self.take.setText(take)
        self.take.setVisible(bool(take))
        self.setVisible(bool(words))
