"""A few lines of help over the foot of a window's middle. They stop nobody; Escape closes them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.floating import Floating, height_at
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.help_texts import HelpText
from idlib_wargame.words.language import _, fill

WIDE = 620  # pixels at the usual size of text: longer lines are hard to read


class HelpCard(QFrame):
    """Hidden until it is asked for. Its button has the keys; they go back to where they were.

    ``topic`` is what it shows, "" while it is hidden.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "palette")
        self.topic = ""
        self._over: QWidget | None = None
        self._back_to: QWidget | None = None
        self.title = label("", bold=True, wrap=True)
        self.text = label("", wrap=True)
        self.away = QPushButton(_("Close"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(self.hide)
        steady(self.away)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(Glyph("help", "muted", 16))
        head.addWidget(self.title, 1)
        head.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        self.hide()

    def float_on(self, over: QWidget) -> None:
        """Lie over this, along its lower edge and in the middle."""
        self._over = over
        Floating(self, over, self._place)

    def show_help(self, told: HelpText) -> None:
        """Show a text, in place of whatever was shown before."""
        self.topic = told.topic
        self.title.setText(told.title)
        self.text.setText(told.text)
        said = fill(_("{title}. {text}"), title=told.title, text=told.text)
        self.setAccessibleName(told.title)
        self.away.setAccessibleDescription(said)
        on = QApplication.focusWidget()
        if on is not None and not self.isAncestorOf(on):
            self._back_to = on
        self.show()
        self._place()
        # As for a menu that folds out: a field left so keeps what was picked in it.
        self.away.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        over = self._over
        if over is None or not self.isVisible():
            return
        where = over.geometry()
        wide = min(theme.scaled(WIDE), where.width() - 2 * theme.SPACE)
        high = min(height_at(self, wide), where.height() - 2 * theme.SPACE)
        left = where.left() + (where.width() - wide) // 2
        self.setGeometry(QRect(left, where.bottom() + 1 - theme.SPACE - high, wide, high))
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The keys would else go on to whatever stands next."""
        self.topic = ""
        back, self._back_to = self._back_to, None
        if self.away.hasFocus() and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        super().hideEvent(event)
        self.setVisible(False)  # once its window is covered, it does not come back with it
