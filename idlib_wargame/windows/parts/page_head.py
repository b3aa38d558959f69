"""The head of a page: its heading and a line about it, with what can be done beside or below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QStyle, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.item_layout import ItemLayout

LEAST = 0.4  # of the width, for the words, where buttons stand beside them


class PageHead(QWidget):
    """Heading and hint, if any, then the buttons, the last of them where a line ends."""

    def __init__(self, heading: QLabel, hint: QLabel | None, *buttons: QWidget) -> None:
        super().__init__()
        self.words = QWidget()
        column = QVBoxLayout(self.words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(heading)
        if hint is not None:
            column.addWidget(hint)
        self.buttons = flowing(theme.SPACE, *buttons)
        both = _BesideOrBelow(self)
        both.addWidget(self.words)
        both.addWidget(self.buttons)


class _BesideOrBelow(ItemLayout):
    """Two widgets: the second beside the first where that leaves it room, else below.

    So that larger text or a narrow window never squeezes words into a column of letters.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(theme.SPACE, parent)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width there is."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """As high as both are at that width."""
        words, buttons = self._boxes(QRect(0, 0, width, 0))
        return max(words.bottom(), buttons.bottom()) + 1

    def setGeometry(self, rect: QRect) -> None:
        """Put both in their places."""
        super().setGeometry(rect)
        widget = self.parentWidget()
        side = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        for item, box in zip(self._items, self._boxes(rect), strict=True):
            item.setGeometry(QStyle.visualRect(side, rect, box))

    def sizeHint(self) -> QSize:
        """Beside each other."""
        words, buttons = (item.sizeHint() for item in self._items)
        width = words.width() + self.spacing() + buttons.width()
        return QSize(width, max(words.height(), buttons.height()))

    def minimumSize(self) -> QSize:
        """As wide and as high as the larger."""
        words, buttons = (item.minimumSize() for item in self._items)
        return words.expandedTo(buttons)

    def _boxes(self, rect: QRect) -> tuple[QRect, QRect]:
        """Where the two stand, on a screen that is read from the left."""
        words, buttons = self._items
        wanted, wide = buttons.sizeHint(), rect.width()
        room = wide - (wanted.width() + self.spacing() if wanted.width() else 0)
        if room >= LEAST * wide:
            at = QPoint(rect.x() + wide - wanted.width(), rect.y())
            return QRect(rect.topLeft(), QSize(room, _height(words, room))), QRect(at, wanted)
        above = QRect(rect.topLeft(), QSize(wide, _height(words, wide)))
        at = QPoint(rect.x(), above.y() + above.height() + self.spacing())
        return above, QRect(at, QSize(wide, _height(buttons, wide)))


def _height(item: QLayoutItem, wide: int) -> int:
    return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
