"""A sheet that is pressed as a whole: a tile, a session, a pack."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.one_press import ENTER, steady

_ROUND = 8.0


class CardButton(QAbstractButton):
    """Draws the sheet; what stands on it is laid out, or drawn by whoever inherits.

    ``filled`` is for the one button on a screen that is the next thing to do.
    """

    def __init__(self, filled: bool = False) -> None:
        super().__init__()
        self.filled = filled
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        steady(self)
        theme.changes().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as what stands on it."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as what stands on it can be."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The sheet answers to the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And falls back when it has gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet and its edge: plain, under the pointer, picked, or with the focus."""
        fill, edge = self._look()
        width = 2.0 if self.hasFocus() or self.isChecked() else 1.0
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(edge), width))
            painter.setBrush(QColor(fill))
            inset = width / 2
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, _ROUND, _ROUND)

    def _look(self) -> tuple[str, str]:
        now = theme.colours()
        hot = self.underMouse() and self.isEnabled()
        if self.filled:
            fill = now.accent_hover if hot or self.isDown() else now.accent
            return fill, now.focus if self.hasFocus() else fill
        fill = now.raised if hot or self.isDown() else now.panel
        if self.isChecked():
            fill = now.picked
        marked = self.hasFocus() or self.isChecked()
        return fill, now.focus if marked else now.border if hot else now.line
