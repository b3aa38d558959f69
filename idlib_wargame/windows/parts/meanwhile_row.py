"""What somebody else at the seat wrote in the same place; mine or theirs is to be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.meanwhile import keep_mine_words, take_theirs_words
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import leave_keys, steady


class MeanwhileRow(QWidget):
    """Hidden until it asks; ``chosen`` carries whether mine is to stay."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_asking = False
        self.words = label("", "warning", wrap=True)
        self.mine = QPushButton(keep_mine_words())
        self.theirs = QPushButton(take_theirs_words())
        for button in (self.mine, self.theirs):
            button.setProperty("role", "soft")
            steady(button)
            leave_keys(button)
        self.mine.clicked.connect(lambda: self._choose(True))
        self.theirs.clicked.connect(lambda: self._choose(False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(flowing(8, self.mine, self.theirs))
        self.let_go()

    def ask(self, words: str) -> None:
        """Tell what stands there, and wait; the keys stay where somebody types."""
        self.is_asking = True
        self.words.setText(words)
        self.words.show()
        self.show()

    def let_go(self) -> None:
        """There is nothing to choose any more."""
        self.is_asking = False
        self.words.hide()
        self.hide()

    def _choose(self, is_mine: bool) -> None:
        self.let_go()
        self.chosen.emit(is_mine)
