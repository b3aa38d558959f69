"""The table of the list of injects: a row an inject, as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from idlib_wargame.views.desk.msel import BoardRow, State
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.one_press import ENTER
from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _, fill

Index = QModelIndex | QPersistentModelIndex


class _Column(NamedTuple):
    """``letters`` is its width, ``rank`` how soon it goes where there is little room: 0 never.

    ``whole`` says all of what the cell has no room for.
    """

    heading: Callable[[], str]
    cell: Callable[[BoardRow], str]
    letters: int
    rank: int
    whole: Callable[[BoardRow], str] | None = None


_COLUMNS = (
    _Column(lambda: _("No."), lambda row: row.code, 5, 0),
    _Column(lambda: _("Planned"), lambda row: row.brief, 10, 1, lambda row: row.planned),
    _Column(lambda: _("State"), lambda row: row.stands, 12, 0),
    _Column(lambda: _("Title"), lambda row: row.title, 18, 0),
    _Column(lambda: _("To"), lambda row: row.to, 12, 2),
    _Column(lambda: _("From"), lambda row: row.sender, 14, 5),
    _Column(lambda: _("Means"), lambda row: row.means, 12, 8),
    _Column(lambda: _("Effect"), lambda row: row.does, 18, 6),
    _Column(lambda: _("Objective"), lambda row: row.objective, 18, 9),
    _Column(lambda: _("Expected"), lambda row: row.expected, 18, 7),
    _Column(lambda: _("Who sends"), lambda row: row.sends, 10, 4),
    _Column(lambda: _("Words"), lambda row: str(row.words), 6, 3),
)
TITLE = 3
WORDS = len(_COLUMNS) - 1


@unfailing(rowCount=0, columnCount=0, data=None, headerData=None)
class BoardModel(QAbstractTableModel):
    """The rows that are looked for, as rows of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BoardRow, ...] = ()

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show these; the same ones in the same order keep their places."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if same:
            self.rows = tuple(rows)
            if rows:
                last = self.index(len(rows) - 1, len(_COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        """One for each inject."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — the same
        """One for each heading."""
        return len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section].heading()
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; what is over stands back, what is due stands out."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(_COLUMNS[column].cell(row).split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_tooltip((_COLUMNS[column].whole or _COLUMNS[column].cell)(row))
        if role == Qt.ItemDataRole.TextAlignmentRole and column == WORDS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return _font(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            over = row.state in (State.SENT, State.DROPPED)
            return QColor(theme.colours().muted) if over else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            said = _("{code}, {title}, {state}")
            return fill(said, code=row.code, title=row.title, state=row.stands)
        return None


def _font(row: BoardRow, column: int) -> QFont | None:
    if row.state is State.DROPPED:
        font = QFont(theme.font(13))
        font.setStrikeOut(True)
        return font
    return theme.font(13, bold=True) if row.state is State.DUE and column == TITLE else None


class BoardTable(QTableView):
    """``picked`` carries the id of the row that is looked at; empty where there is none.

    ``opened`` when somebody asks for all of it, by Enter or a double click.
    """

    picked = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = BoardModel()
        self.setModel(self.board)
        self._wanted = ""
        self.setAccessibleName(_("List of injects"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column in range(len(_COLUMNS)):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(column, mode.Stretch if column == TITLE else mode.Fixed)
        self.selectionModel().selectionChanged.connect(self._select)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        theme.changes().changed.connect(self._fit)
        self._fit()

    @property
    def row(self) -> BoardRow | None:
        """The row that is looked at."""
        return next((row for row in self.board.rows if row.id == self._wanted), None)

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show these; whoever looked at one of them goes on looking at it."""
        self.board.show_rows(rows)
        known = [row.id for row in rows]
        if self._wanted not in known:
            due = (row.id for row in rows if row.state is State.DUE)
            self._wanted = next(due, known[0] if known else "")
        self._show_wanted()
        self.picked.emit(self._wanted)

    def pick(self, inject: str) -> None:
        """Look at that inject, where the table shows it."""
        if any(row.id == inject for row in self.board.rows):
            self._wanted = inject
            self._show_wanted()
            self.picked.emit(inject)

    def _show_wanted(self) -> None:
        place = next((p for p, row in enumerate(self.board.rows) if row.id == self._wanted), -1)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.board.index(place, TITLE))
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self.board.index(place, TITLE))

    def _select(self, now: QItemSelection, _before: QItemSelection) -> None:
        rows = {index.row() for index in now.indexes()}
        if rows and (found := self.board.rows[min(rows)].id) != self._wanted:
            self._wanted = found
            self.picked.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row that is picked."""
        if event.key() in ENTER and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that matter less give way to the title; what is picked stays in sight."""
        self._give_room()
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes back finds what they looked at."""
        super().showEvent(event)
        self._show_wanted()

    def _fit(self) -> None:
        metrics = QFontMetrics(theme.font(13))
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        self._widths = [
            max(
                metrics.averageCharWidth() * each.letters + 16,
                self.horizontalHeader().sectionSizeHint(place),
            )
            for place, each in enumerate(_COLUMNS)
        ]
        for place, width in enumerate(self._widths):
            if place != TITLE:
                self.setColumnWidth(place, width)
        self._give_room()

    def _give_room(self) -> None:
        room = self.viewport().width()
        kept = {place for place, each in enumerate(_COLUMNS) if not each.rank}
        ranked = sorted(
            (place for place, each in enumerate(_COLUMNS) if each.rank),
            key=lambda place: _COLUMNS[place].rank,
        )
        for place in ranked:
            if sum(self._widths[each] for each in (*kept, place)) > room:
                break
            kept.add(place)
        for place in range(len(_COLUMNS)):
            self.setColumnHidden(place, place not in kept)
