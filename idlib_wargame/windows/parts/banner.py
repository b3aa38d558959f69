"""A calm line in a window: what was found, what to do. It waits to be dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.floating import Floating, height_at
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class Banner(QFrame):
    """Hidden until it has something to say. Takes no focus and stops nobody.

    It stands where it was put, or lies over the foot of what it ``floats`` on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = label(wrap=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.dismiss = QPushButton(_("Dismiss"))
        self.dismiss.setProperty("role", "quiet")
        self.dismiss.clicked.connect(self.hide)
        steady(self.dismiss)
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._floats_on: QWidget | None = None
        self.hide()

    def float_on(self, over: QWidget) -> None:
        """Lie along the lower edge of this, over it: its tabs and headings stay in sight."""
        self._floats_on = over
        Floating(self, over, self._place)

    def _place(self) -> None:
        if self._floats_on is None or not self.isVisible():
            return
        where = self._floats_on.geometry().adjusted(theme.SPACE, 0, -theme.SPACE, -theme.SPACE)
        high = height_at(self, where.width())
        self.setGeometry(where.left(), where.bottom() + 1 - high, where.width(), high)

    def say(self, text: str) -> None:
        """Show a text in place of the one before."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._place()
        if self._floats_on is not None:
            self.raise_()
