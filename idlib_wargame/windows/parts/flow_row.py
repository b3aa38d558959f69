"""A row of widgets that goes on to a second line where the first is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QStyle, QWidget

from idlib_wargame.windows.parts.item_layout import ItemLayout


class FlowRow(ItemLayout):
    """Lays out from where reading begins, line by line, each widget at the size it would like.

    One that would like more than a line is given the line. ``between_lines`` is in pixels; as
    much as ``spacing`` where it is not given.
    """

    def __init__(
        self, spacing: int, parent: QWidget | None = None, between_lines: int | None = None
    ) -> None:
        super().__init__(spacing, parent)
        self._between_lines = spacing if between_lines is None else between_lines
        self.setContentsMargins(0, 0, 0, 0)

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """The height of so many lines as that width makes."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest, as high as the highest."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _lay_out(self, rect: QRect, move: bool) -> int:
        y, direction = rect.y(), self._direction()
        for line in self._lines(rect.width()):
            height = max(_height(item, rect.width()) for item in line)
            x = rect.x()
            for item in line:
                hint = item.sizeHint()
                if move:
                    own = _height(item, rect.width())
                    place = QPoint(x, y + (height - own) // 2)
                    size = QSize(min(hint.width(), rect.width()), own)
                    item.setGeometry(QStyle.visualRect(direction, rect, QRect(place, size)))
                x += hint.width() + self.spacing()
            y += height + self._between_lines
        return max(0, y - self._between_lines - rect.y())

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if not lines or wanted > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= wanted + self.spacing()
        return lines


def _height(item: QLayoutItem, width: int) -> int:
    """The height of an item; of one wider than the line, what its words then need."""
    hint = item.sizeHint()
    if hint.width() > width and item.hasHeightForWidth():
        return item.heightForWidth(width)
    return hint.height()


def flowing(spacing: int, *widgets: QWidget, between_lines: int | None = None) -> QWidget:
    """Those widgets in such a row."""
    row = QWidget()
    layout = FlowRow(spacing, row, between_lines)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    for widget in widgets:
        layout.addWidget(widget)
    return row
