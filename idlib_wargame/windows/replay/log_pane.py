"""The log beside the situation: what has happened so far, the moment itself picked out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from idlib_wargame.session.log import LogLine
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _
from idlib_wargame.words.replaying import clock_time, line_words, said_by_words

Index = QModelIndex | QPersistentModelIndex
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
MANY = 2000  # past so many lines each is kept to one row of type, so that layout stays instant


@unfailing(rowCount=0, columnCount=0, data=None, headerData=None)
class _Lines(QAbstractListModel):
    def __init__(self, lines: Sequence[LogLine], parent: QObject) -> None:
        super().__init__(parent)
        self.lines = lines

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line_words(line.at, line.text, line.struck)
        if role == Qt.ItemDataRole.ToolTipRole:
            return said_by_words(line.who, line.text)
        return None


class _Drawing(QStyledItemDelegate):
    """Time, then words. What is still to come is faint; what was struck is struck through."""

    def __init__(self, pane: LogPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def _time_width(self) -> int:
        return QFontMetrics(theme.font(11)).horizontalAdvance("00:00:00") + 3 * theme.SPACE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._pane.viewport().width()
        metrics = QFontMetrics(theme.font(13))
        high = metrics.height()
        if not self._pane.uniformItemSizes():
            room = QRect(0, 0, max(60, wide - self._time_width() - theme.SPACE), 10_000)
            high = metrics.boundingRect(room, WRAPPED, self._pane.line(index.row()).text).height()
        return QSize(wide, high + theme.SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, line, box = theme.colours(), self._pane.line(index.row()), option.rect
        here, later = index.row() == self._pane.here, index.row() > self._pane.here
        painter.save()
        if here:
            edge = QRect(box.left(), box.top(), 3, box.height())
            painter.fillRect(box, QColor(now.picked))
            painter.fillRect(self._mirrored(box, edge), QColor(now.focus))
        inside = box.adjusted(theme.SPACE, theme.SPACE // 2, -theme.SPACE, 0)
        painter.setFont(theme.font(11))
        painter.setPen(QColor(now.disabled if later else now.muted))
        at = self._mirrored(box, inside).translated(0, theme.scaled(2))
        painter.drawText(at, WRAPPED, clock_time(line.at))
        font = theme.font(13)
        font.setStrikeOut(line.struck)
        painter.setFont(font)
        faint = later or line.struck or not line.joined
        painter.setPen(QColor(now.disabled if faint else now.text))
        inside.setLeft(box.left() + self._time_width())
        words = line.text
        if self._pane.uniformItemSizes():
            elide = Qt.TextElideMode.ElideRight
            words = QFontMetrics(font).elidedText(words, elide, inside.width())
        painter.drawText(self._mirrored(box, inside), WRAPPED, words)
        painter.restore()

    def _mirrored(self, box: QRect, inside: QRect) -> QRect:
        """A part of a row, counted from where reading begins."""
        return QStyle.visualRect(self._pane.layoutDirection(), box, inside)


class LogPane(QListView):
    """The whole log. Picking a line goes to its moment."""

    line_chosen = Signal(int)

    def __init__(self, lines: Sequence[LogLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._numbers = [line.number for line in lines]
        self.here = -1
        self.setUniformItemSizes(len(lines) > MANY)
        self.setModel(_Lines(lines, self))
        self.setItemDelegate(_Drawing(self))
        self.setAccessibleName(_("Log"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)
        theme.changes().changed.connect(self.scheduleDelayedItemsLayout)

    def line(self, row: int) -> LogLine:
        """The line of a row."""
        return self._lines[row]

    def show_entry(self, number: int) -> None:
        """Pick out the entry of that number (the last before it where the log leaves it out)."""
        row = bisect_right(self._numbers, number) - 1
        if row != self.here:
            self.here = row
            index = self.model().index(max(0, row), 0)
            self.setCurrentIndex(index)
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _chosen(self, index: QModelIndex) -> None:
        self.line_chosen.emit(self._numbers[index.row()])
