"""Two columns side by side, or one below the other where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme

_NARROWEST = 40 * theme.SPACE


class TwoColumns(QWidget):
    """``left`` and ``right`` are the columns to fill. Stacked, the left one comes first."""

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * theme.SPACE)
        for column in (self.left, self.right):
            column.setSpacing(2 * theme.SPACE)
            self._row.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        """The wider column's width: they need not stay side by side."""
        width = max(column.minimumSize().width() for column in (self.left, self.right))
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More width, or smaller text, and both stand side by side."""
        super().resizeEvent(event)
        wide = self.width() >= 2 * theme.scaled(_NARROWEST) + self._row.spacing()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
