"""The situation at the cursor's moment: every track in words, grouped, with what changed."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Accounts
from idlib_wargame.views.tracks import track_line
from idlib_wargame.windows.cards.track_row import TrackRow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label

COLUMN_WIDTH = 250


class SituationPane(QScrollArea):
    """Groups of tracks in as many columns as there is room for, made when somebody looks.

    With ``may_miss`` the reader may not know of all that moved them.
    """

    def __init__(
        self,
        scenario: Scenario,
        play: Play,
        may_miss: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scenario, self._may_miss = scenario, may_miss
        self._numbers = play.setup.numbers
        self._wanted = play
        self._shown: tuple[State, State] | None = None
        self._columns = 0
        self.rows: dict[str, TrackRow] = {}
        self._groups: list[tuple[int, QWidget]] = []
        self._tracks = [track for track in scenario.tracks if not track.counter]
        inside = QFrame()
        inside.setProperty("role", "panel")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(32)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_play(self, play: Play) -> None:
        """Where the exercise stands; arrows tell what the last closed turn changed."""
        self._wanted = play
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with where the cursor has gone meanwhile."""
        super().showEvent(event)
        self._show()

    def _make_groups(self) -> None:
        by_group: dict[str, list[TrackRow]] = {}
        for track in self._tracks:
            row = TrackRow(track_line(track, track.start, 0))
            self.rows[track.id] = row
            by_group.setdefault(track.group, []).append(row)
        for name, rows in by_group.items():
            self._groups.append((len(rows), _group(name, rows)))
        self._arrange()

    def _show(self) -> None:
        play = self._wanted
        if not self._groups:
            self._make_groups()
        before = play.last.opening if play.last else play.state
        if self._shown == (play.state, before):
            return
        self._shown = (play.state, before)
        standing = replace(play, pending=None)  # results move nothing here before they stand
        accounts = Accounts(self._scenario, standing, self._may_miss)
        for track in self._tracks:
            value = play.state[track.id]
            account = accounts.track(track)
            moved = value - before[track.id]
            line = track_line(track, value, moved, self._numbers, account=account)
            self.rows[track.id].show_line(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.viewport().width() // theme.scaled(COLUMN_WIDTH)
        columns = max(1, min(fits, len(self._groups)))
        if columns == self._columns or not self._groups:
            return
        self._columns = columns
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        shares = _shared([size for size, _group in self._groups], columns)
        places = zip(shares, self._groups, strict=True)
        for column, members in groupby(places, key=lambda pair: pair[0]):
            stack = QVBoxLayout()
            stack.setSpacing(12)
            for _place, (_size, group) in members:
                stack.addWidget(group)
            stack.addStretch()
            self._grid.addLayout(stack, 0, column)
            self._grid.setColumnStretch(column, 1)


def _group(name: str, rows: list[TrackRow]) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if name:
        column.addWidget(label(name, "eyebrow", wrap=True))
    for row in rows:
        column.addWidget(row)
    return group


def _shared(sizes: list[int], columns: int) -> list[int]:
    """A column for each group, kept in order, each column about as long as the others."""
    whole, so_far = sum(sizes), 0.0
    places = []
    for size in sizes:
        places.append(min(columns - 1, int((so_far + size / 2) * columns / max(1, whole))))
        so_far += size
    return places
