"""Actions in rows: what each does, where it stands in the menus, its keys, or why it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from idlib_wargame.views.actions import ActionRow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import facts

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
EDGE, GAP = 10, 16  # pixels: beside the words, and between them and the keys
MOST_ROWS = 10_000  # pixels that words may be high
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading


@unfailing(rowCount=0, data=None)
class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[ActionRow] = ()

    def take(self, rows: Sequence[ActionRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said_of(row)
        return row if role == ROW else None


def said_of(row: ActionRow) -> str:
    """All of a row in one line, for a reader of the screen."""
    closed = [_("not now"), row.why_not] if row.why_not else []
    return facts([part for part in (row.words, row.keys, *closed) if part])


@unfailing(paint=None, sizeHint=QSize())
class _Drawn(QStyledItemDelegate):
    """Words from the leading edge, over as many lines as they need; keys at the other."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, now = _row(index), theme.colours()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(_rect(option), QColor(now.picked))
        inner = _rect(option).adjusted(EDGE, _edge(), -EDGE, -_edge())
        keys, group, words = _parts(row, inner.width())
        ink = now.disabled if row.why_not else now.text
        self._draw(painter, option, inner, words, row.words, ink, 13)
        low = words.bottom() + 1
        if row.why_not:
            below = QRect(words.left(), low, words.width(), inner.height() - low)
            self._draw(painter, option, inner, below, row.why_not, now.muted, 11)
        self._draw(painter, option, inner, group, row.group, now.muted, 11)
        self._draw(painter, option, inner, keys, row.keys, now.muted, 13)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        where: QRect,
        text: str,
        ink: str,
        size: int,
    ) -> None:
        """Draw at a place that is counted from the leading edge of the row."""
        side = option.direction
        placed = QStyle.visualRect(side, inner, where.translated(inner.topLeft()))
        painter.setFont(theme.font(size))
        painter.setPen(QColor(ink))
        lead = QStyle.visualAlignment(side, Qt.AlignmentFlag.AlignLeft)
        flags = lead | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.drawText(placed, flags | Qt.TextFlag.TextWordWrap, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        wide = view.viewport().width() if isinstance(view, QListView) else _rect(option).width()
        return QSize(wide, _high(_row(index), wide))


def _row(index: Index) -> ActionRow:
    found = index.data(ROW)
    return found if isinstance(found, ActionRow) else ActionRow("")


def _rect(option: QStyleOptionViewItem) -> QRect:
    found: QRect = option.rect
    return found


def _edge() -> int:
    return theme.scaled(5)


def _high(row: ActionRow, wide: int) -> int:
    """How high a row is at that width, all its words shown."""
    inner = max(wide - 2 * EDGE, 1)
    words = _parts(row, inner)[2]
    below = _size(row.why_not, 11, words.width()).height() if row.why_not else 0
    return words.height() + below + 2 * _edge()


def _parts(row: ActionRow, wide: int) -> tuple[QRect, QRect, QRect]:
    """Where the keys, the group and the words go, from the leading edge of so wide a row."""
    line = QFontMetrics(theme.font(13)).height()
    keys, group = _size(row.keys, 13, wide), _size(row.group, 11, wide)
    least = theme.scaled(120)  # what a key needs, so that those of all rows begin alike
    apart = max(keys.width(), least)
    at_keys = QRect(wide - apart, 0, apart, line)
    left = at_keys.left() - GAP - group.width()
    at_group = QRect(left, (line - group.height()) // 2, group.width(), group.height())
    words = _size(row.words, 13, max(left - GAP, 1))
    return at_keys, at_group, QRect(0, 0, max(left - GAP, 1), max(words.height(), line))


def _size(text: str, size: int, wide: int) -> QSize:
    metrics = QFontMetrics(theme.font(size))
    found = metrics.boundingRect(QRect(0, 0, wide, MOST_ROWS), _WRAPPED, text).size()
    return QSize(found.width() + 2, found.height()) if text else QSize(0, 0)


class ActionList(QListView):
    """Shows rows of actions, one of them picked. It takes no keys: whoever owns it steps it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Drawn(self))
        self.setAccessibleName(_("Actions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changes().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[ActionRow]) -> None:
        """Show these, the first of them picked."""
        self._rows.take(tuple(rows))
        self.step(0)

    @property
    def page(self) -> int:
        """How many rows a page of it has, about."""
        return max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)

    def step(self, by: int) -> None:
        """Pick another row, so many further on; the ends are ends."""
        count = self._rows.rowCount()
        if count:
            place = min(max(self.currentIndex().row(), 0) + by, count - 1)
            self.setCurrentIndex(self._rows.index(max(place, 0)))

    def said(self) -> str:
        """The row that is picked, for a reader of the screen."""
        place = self.currentIndex().row()
        return said_of(self._rows.rows[place]) if place >= 0 else ""

    def high_at(self, wide: int) -> int:
        """How high all rows are together at that width."""
        bar = self.verticalScrollBar().sizeHint().width()
        return sum(_high(row, wide - bar) for row in self._rows.rows) + 2
