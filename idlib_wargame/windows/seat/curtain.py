"""The curtain between two people at one laptop: says whose turn it is, and hides all else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.windows.parts.one_press import hand, hear, leave_keys, steady
from idlib_wargame.windows.parts.projector_question import lapse, unseen


class Curtain(QFrame):
    """``lifted`` when the person it waits for presses Enter or its button.

    Without ``button`` it cannot be lifted from here. ``colour`` is the seat's, if it is a seat's.
    """

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = label(role="title", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = label(role="muted", size=16, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(lambda: self.press())
        steady(self.button)
        leave_keys(self.button)  # the curtain has them, and Enter lifts it
        self._mark = QHBoxLayout()
        self._mark.addStretch()
        self._mark.addStretch()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*([6 * theme.SPACE] * 4))
        self.column.setSpacing(2 * theme.SPACE)
        self.column.addStretch(2)
        self.column.addLayout(self._mark)
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        self.column.addSpacing(theme.SPACE)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.column.addStretch(3)

    def say(self, title: str, words: str, button: str = "", colour: str = "") -> None:
        """Say whose it is and what to do; what is asked over it was asked of somebody else."""
        lapse(self)
        self.title.setText(title)
        self.words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{title} {words}")
        old = self._mark.takeAt(1)
        widget = old.widget() if old else None
        if widget is not None:
            widget.hide()  # it goes once the event loop has its turn
            widget.deleteLater()
            self._mark.takeAt(1)
        mark = Swatch(colour, 32) if colour else Glyph("curtain", "muted", 40)
        self._mark.insertWidget(1, mark)
        if self._mark.count() < 3:
            self._mark.addStretch()

    def press(self) -> None:
        """Enter or the button: the curtain lifts."""
        self.lift()

    def lift(self) -> None:
        """Lift it; where the room would see what it hides, that is asked first."""
        unseen(self, self.lifted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the curtain while it is down."""
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter lifts it."""
        hear(event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.button.text() and not event.isAutoRepeat():
            if hand().presses(Qt.Key.Key_Return):
                self.press()
        else:
            super().keyPressEvent(event)
