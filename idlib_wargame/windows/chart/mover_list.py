"""The orders that moved a turn, one a row: whose, how it came out, what it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from idlib_wargame.rules.dice import Address
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _

Index = QModelIndex | QPersistentModelIndex
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

LEAST_HEIGHT = 64


class MoverRow(NamedTuple):
    """What a row shows: colours of seats, shape and colour of the result, the card's address."""

    seats: tuple[str, ...]
    shape: str
    colour: str
    words: str
    address: Address | None


@unfailing(rowCount=0, columnCount=0, data=None, headerData=None)
class _Rows(QAbstractListModel):
    """The rows as a model, so that the keyboard and screen readers find them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[MoverRow] = ()

    def show_rows(self, rows: Sequence[MoverRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()].words if role == Qt.ItemDataRole.DisplayRole else None


class _Drawing(QStyledItemDelegate):
    """A square in each seat's colour, the shape of the result, and the words, wrapped."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._row(index)
        wide = self._view.viewport().width()
        room = QRect(0, 0, max(40, wide - _indent(row) - theme.SPACE), 10_000)
        high = QFontMetrics(theme.font(13)).boundingRect(room, WRAPPED, _kept(row.words)).height()
        return QSize(wide, high + theme.SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, box = self._row(index), option.rect
        now = theme.colours()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.picked))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(now.raised))
        painter.setPen(Qt.PenStyle.NoPen)
        left, side = box.left() + theme.SPACE, theme.scaled(10)
        top = box.top() + theme.SPACE // 2 + theme.scaled(4)
        for seat in row.seats:
            square = self._mirrored(box, QRect(left, top, side, side))
            painter.fillRect(square, QColor(theme.seat_colour(seat)))
            left += side + 4
        shape = QRect(left + 2, top - theme.scaled(2), theme.scaled(14), theme.scaled(14))
        icons.draw(painter, self._mirrored(box, shape), row.shape, theme.seat_colour(row.colour))
        painter.setFont(theme.font(13))
        painter.setPen(QColor(now.text))
        words = box.adjusted(_indent(row), theme.SPACE // 2, -theme.SPACE, 0)
        painter.drawText(self._mirrored(box, words), WRAPPED, _kept(row.words))
        painter.restore()

    def _mirrored(self, box: QRect, inside: QRect) -> QRect:
        """A part of a row, counted from where reading begins."""
        return QStyle.visualRect(self._view.layoutDirection(), box, inside)

    def _row(self, index: Index) -> MoverRow:
        model = self._view.model()
        assert isinstance(model, _Rows)
        return model.rows[index.row()]


def _kept(words: str) -> str:
    """The words with the last two kept on one line, so that no number parts from its unit."""
    return "\N{NO-BREAK SPACE}".join(words.rsplit(" ", 1))


def _indent(row: MoverRow) -> int:
    return 2 * theme.SPACE + len(row.seats) * (theme.scaled(10) + 4) + theme.scaled(14) + 2


class MoverList(QListView):
    """The list. A click or Enter on a row asks for the order's card.

    It is never lower than its first ``least_rows``, or than all where they are fewer.
    """

    card_chosen = Signal(object)

    def __init__(self, least_rows: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_rows = least_rows
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Drawing(self))
        self.setAccessibleName(_("Orders that moved the turn, most first"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)
        theme.changes().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[MoverRow]) -> None:
        """Show these rows in place of those before."""
        self._rows.show_rows(rows)
        self.updateGeometry()

    def lines(self) -> list[str]:
        """What the rows say, top to bottom."""
        return [row.words for row in self._rows.rows]

    def sizeHint(self) -> QSize:
        """Modest: it takes what room is left, and scrolls."""
        return QSize(200, theme.scaled(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The first rows, each as high as its words at this width."""
        least = min(self._least_rows, len(self._rows.rows))
        high = sum(self.sizeHintForRow(row) for row in range(least))
        return QSize(0, high + 2 * self.frameWidth()) if least else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _chosen(self, index: QModelIndex) -> None:
        address = self._rows.rows[index.row()].address
        if address:
            self.card_chosen.emit(address)
