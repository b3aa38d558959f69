"""The situation: every track that people may see, by group, and what the turn changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.report.words import reading
from idlib_wargame.rules.layout import State
from idlib_wargame.rules.scenario import Scenario, Track
from idlib_wargame.session.play import ADJUDICATION, Play
from idlib_wargame.windows import theme
from idlib_wargame.windows.cards.track_row import TrackReading, TrackRow
from idlib_wargame.windows.labels import label

WIDTH_OF_COLUMN = 320


def readings(scenario: Scenario, play: Play) -> list[TrackReading]:
    """Each track as it stands, or as the results on the table would leave it, with its change."""
    before, now = _span(play)
    return [
        TrackReading(
            track,
            now[track.id],
            reading(track, now[track.id], play.setup.numbers),
            now[track.id] - before[track.id],
            _only(scenario, track),
        )
        for track in scenario.tracks
        if not track.counter
    ]


def _only(scenario: Scenario, track: Track) -> str:
    if track.seen_by is None:
        return ""
    return ", ".join(s.name for s in scenario.seats if s.id in track.seen_by) or "control"


def _span(play: Play) -> tuple[State, State]:
    if play.pending is not None:
        return play.pending.opening, play.pending.result.state
    return (play.last.opening if play.last else play.state), play.state


def caption(play: Play) -> str:
    """Which moment the page shows."""
    if play.phase == ADJUDICATION:
        return f"As turn {play.turn} leaves it, if these results stand. Arrows: this turn."
    if play.last is None:
        return "As the exercise begins. Arrows will show what each turn changed."
    if play.last.number == play.turn:
        return f"As turn {play.turn} left it. Arrows: this turn."
    return f"As turn {play.turn} finds it. Arrows: turn {play.last.number}."


class SituationPage(QScrollArea):
    """Groups side by side as far as there is room."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: dict[str, TrackRow] = {}
        self._groups: list[QFrame] = []
        self._across = 0
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        self.rung = label(size=16, bold=True, wrap=True)
        self.caption = label("", "muted", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.rung)
        head.addWidget(self.caption)
        column.addLayout(head)
        self._columns = QGridLayout()
        self._columns.setSpacing(12)
        column.addLayout(self._columns)
        column.addStretch()

    def show_play(self, play: Play) -> None:
        """Show the tracks as the exercise stands."""
        found = readings(self._scenario, play)
        if not self.rows:
            self._make_groups(found)
        for each in found:
            self.rows[each.track.id].show_reading(each)
        number = _span(play)[1]["rung"]
        self.rung.setText(f"Rung {number}: {self._scenario.rung_by_number[number].name}")
        self.caption.setText(caption(play))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._lay_out()

    def _make_groups(self, found: Sequence[TrackReading]) -> None:
        by_group: dict[str, list[TrackReading]] = {}
        for each in found:
            by_group.setdefault(each.track.group, []).append(each)
        for name, readings_of in by_group.items():
            card = QFrame()
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
            column.setSpacing(4)
            column.addWidget(label(name or "Other", "heading"))
            for each in readings_of:
                self.rows[each.track.id] = TrackRow(each)
                column.addWidget(self.rows[each.track.id])
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
