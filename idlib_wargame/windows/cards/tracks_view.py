"""Every track in words, by group, the groups side by side as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.tracks import TrackLine
from idlib_wargame.windows.cards.track_row import TrackRow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _

WIDTH_OF_COLUMN = 320


class TracksView(QScrollArea):
    """``rows`` are the tracks shown, by id. They are made, and redrawn, when somebody looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: dict[str, TrackRow] = {}
        self._wanted: Sequence[TrackLine] = ()
        self._groups: list[QFrame] = []
        self._across = 0
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 4, 2 * theme.SPACE, 2 * theme.SPACE)
        self._columns = QGridLayout()
        self._columns.setSpacing(12)
        column.addLayout(self._columns)
        column.addStretch()

    def show_tracks(self, lines: Sequence[TrackLine]) -> None:
        """Show where each track stands; the same tracks every time."""
        self._wanted = lines
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if not self.rows:
            self._make_groups(self._wanted)
        for line in self._wanted:
            self.rows[line.id].show_line(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._lay_out()

    def _make_groups(self, lines: Sequence[TrackLine]) -> None:
        by_group: dict[str, list[TrackLine]] = {}
        for line in lines:
            by_group.setdefault(line.group, []).append(line)
        for name, mine in by_group.items():
            card = QFrame()
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
            column.setSpacing(4)
            column.addWidget(label(name or _("Other"), "heading", wrap=True))
            for line in mine:
                self.rows[line.id] = TrackRow(line)
                column.addWidget(self.rows[line.id])
            self._groups.append(card)
        self._across = 0
        self._lay_out()

    def _lay_out(self) -> None:
        """Deal the groups to columns, each to the shortest so far."""
        across = max(1, self.viewport().width() // theme.scaled(WIDTH_OF_COLUMN))
        if across == self._across or not self._groups:
            return
        self._across = across
        stacks = [QVBoxLayout() for _ in range(across)]
        heights = [0] * across
        for card in self._groups:
            shortest = heights.index(min(heights))
            stacks[shortest].addWidget(card)
            heights[shortest] += card.sizeHint().height()
        while self._columns.count():
            self._columns.takeAt(0)
        for place in range(self._columns.columnCount()):
            self._columns.setColumnStretch(place, 0)
        for place, stack in enumerate(stacks):
            stack.setSpacing(12)
            stack.addStretch()
            self._columns.addLayout(stack, 0, place)
            self._columns.setColumnStretch(place, 1)
