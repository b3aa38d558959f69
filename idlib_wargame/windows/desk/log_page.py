"""The record, a line an entry; what was struck stays, struck through.

Nothing here may cost more the longer the record is: a line is worked out, and a row measured, when
somebody looks at it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from idlib_wargame.session.log import LogLine
from idlib_wargame.views.desk.covered_log import CoveredLog
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _

TIME, TURN, BY, WORDS = range(4)  # the columns; all but the last are narrow
PADDING = 8  # pixels, left and right of a cell, as the style sheet has it
LEAST_WORDS = 210  # pixels at the usual size of text
MOST_ROUNDS = 20  # of measuring rows until none that is seen is left to measure
MOST_KEPT = 1000  # lines kept as they were worked out
Index = QModelIndex | QPersistentModelIndex


@unfailing(rowCount=0, columnCount=0, data=None, headerData=None)
class LogModel(QAbstractTableModel):
    """Lines of the log as rows of a table."""

    def __init__(self, log: CoveredLog) -> None:
        super().__init__()
        self.log = log
        self._rows = 0
        self._kept: dict[int, LogLine] = {}

    def catch_up(self, uncovered: bool, messages: bool = True) -> None:
        """Take in what is new; rows that stand as they stood are not drawn again."""
        news = self.log.catch_up(uncovered, messages)
        if news.changed and self._rows:
            self._kept.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, WORDS))
        if news.added:
            self.beginInsertRows(QModelIndex(), self._rows, self._rows + news.added - 1)
            self._rows += news.added
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        """One for each line."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — the same
        """One for each heading."""
        return WORDS + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, struck through where they no longer stand."""
        line = self._line(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WORDS:
            return "\n".join((line.who, line.text))
        if role == Qt.ItemDataRole.FontRole and line.struck:
            font = QFont(theme.font(13))
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (line.struck or index.column() < WORDS):
            return QColor(theme.colours().muted)
        return None

    def _line(self, row: int) -> LogLine:
        line = self._kept.get(row)
        if line is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            line = self._kept[row] = self.log[row]
        return line


def _headings() -> tuple[str, str, str, str]:
    return _("Time"), _("Turn"), _("By"), _("What happened")


def _cell(line: LogLine, column: int) -> str:
    if column == TIME:
        return f"{datetime.fromisoformat(line.at).astimezone():%H:%M:%S}"
    if column == TURN:
        return str(line.turn or "")
    return line.who if column == BY else line.text


class _Wrapped(QStyledItemDelegate):
    """Measures words at the width at which they are drawn: Qt leaves the padding in."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        option.rect.setWidth(max(1, option.rect.width() - 2 * PADDING))
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * PADDING, size.height())


class LogPage(QTableView):
    """Keeps to the newest line unless somebody has scrolled away from it."""

    def __init__(self, log: CoveredLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps_to_end = True
        self._is_fitting = False
        self._measured: set[int] = set()
        self._speakers = 0
        self._widths = [0] * WORDS
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_rows)
        self.lines = LogModel(log)
        self.setModel(self.lines)
        # What reads otherwise may need another height.
        self.lines.dataChanged.connect(self._measured.clear)
        self.setAccessibleName(_("Log"))
        self.setItemDelegateForColumn(WORDS, _Wrapped(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in range(WORDS):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self._column_resized)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._fit_rows)
        theme.changes().changed.connect(self._begin_anew)

    def catch_up(self, uncovered: bool, messages: bool = True) -> None:
        """Show what happened since; with ``uncovered``, sealed orders are told.

        With ``messages``, those to some seats only are told too.
        """
        self.lines.catch_up(uncovered, messages)
        if self.isVisible():
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that would have little room have that of the names, which most begin with."""
        self._give_words_room()
        super().resizeEvent(event)

    def _give_words_room(self) -> None:
        narrow = sum(self._widths[column] for column in range(WORDS))
        spare = self.viewport().width() - narrow
        self.setColumnHidden(BY, spare < theme.scaled(LEAST_WORDS))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has come meanwhile."""
        super().showEvent(event)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Measure everything again: what has been seen has another size now."""
        self._speakers = 0
        self._measured.clear()
        if self.isVisible() and self.lines.rowCount():
            one_line = self.sizeHintForIndex(self.lines.index(0, TIME)).height()
            self.verticalHeader().setDefaultSectionSize(one_line)
            self._fit()

    def _fit(self) -> None:
        self._fit_columns()
        self._fit_rows()

    def _fit_columns(self) -> None:
        """Each narrow column as wide as its heading and the widest that stands in it."""
        speakers = self.lines.log.speakers
        if len(speakers) == self._speakers:
            return
        self._speakers = len(speakers)
        last = self.lines.rowCount() - 1
        for column, rows in ((TIME, [0]), (TURN, [last]), (BY, list(speakers.values()))):
            cells = [self.sizeHintForIndex(self.lines.index(row, column)).width() for row in rows]
            heading = self.horizontalHeader().sectionSizeHint(column)
            self._widths[column] = max(heading, *cells)
            self.setColumnWidth(column, self._widths[column])
        self._give_words_room()

    def _fit_rows(self) -> None:
        """Give each row that is seen the height of its words, and stay where the reader was."""
        if self._is_fitting or not self.isVisible():
            return
        self._is_fitting = True
        try:
            for _round in range(MOST_ROUNDS):
                if self._keeps_to_end:
                    self.scrollToBottom()
                if not self._measure_seen():
                    break
        finally:
            self._is_fitting = False

    def _measure_seen(self) -> bool:
        """Whether there was any row to measure. One that grows pushes those below it down."""
        row, found = self.rowAt(0), False
        while 0 <= row < self.lines.rowCount():
            if self.rowViewportPosition(row) >= self.viewport().height():
                break
            if row not in self._measured:
                self._measured.add(row)
                self.resizeRowToContents(row)
                found = True
            row += 1
        return found

    def _column_resized(self, column: int) -> None:
        """Words wrap otherwise; how wide they stand is settled once the table has been laid out."""
        if column == WORDS:
            self._measured.clear()
            self._later.start()

    def _scrolled(self, value: int) -> None:
        if not self._is_fitting:
            self._keeps_to_end = value == self.verticalScrollBar().maximum()
            self._fit_rows()
