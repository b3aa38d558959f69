"""The record, a line an entry; what was struck stays, struck through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from idlib_wargame.session.log import LogLine
from idlib_wargame.windows.look import theme
from idlib_wargame.words.language import _

WORDS = 3  # the column that says what happened; those before it are narrow
Index = QModelIndex | QPersistentModelIndex


class LogModel(QAbstractTableModel):
    """Lines of the log as rows of a table."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[LogLine, ...] = ()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines; what was there before and stands as it was is not drawn again."""
        fresh = tuple(lines)
        if fresh[: len(self._lines)] == self._lines:
            if len(fresh) > len(self._lines):
                self.beginInsertRows(QModelIndex(), len(self._lines), len(fresh) - 1)
                self._lines = fresh
                self.endInsertRows()
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        """One for each line."""
        return 0 if parent.isValid() else len(self._lines)

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
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WORDS:
            return line.text
        if role == Qt.ItemDataRole.FontRole and line.struck:
            font = QFont(theme.font(13))
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (line.struck or index.column() < WORDS):
            return QColor(theme.colours().muted)
        return None


def _headings() -> tuple[str, str, str, str]:
    return _("Time"), _("Turn"), _("By"), _("What happened")


def _cells(line: LogLine) -> tuple[str, str, str, str]:
    at = datetime.fromisoformat(line.at).astimezone()
    return f"{at:%H:%M:%S}", str(line.turn or ""), line.who, line.text


class LogPage(QTableView):
    """Keeps to the newest line unless somebody has scrolled away from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LogModel()
        self.setModel(self.lines)
        self.setAccessibleName(_("Log"))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in range(WORDS):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show the log."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        self.lines.show_lines(lines)
        if at_end:
            self.scrollToBottom()
