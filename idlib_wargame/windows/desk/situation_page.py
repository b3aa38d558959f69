"""The situation, on the map or track by track, and what the turn changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.state import State
from idlib_wargame.session.play import ADJUDICATION, Play
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.windows.desk.tracks_view import TracksView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.map_or_tracks import MapOrTracks


def readings(scenario: Scenario, play: Play) -> list[TrackLine]:
    """Each track as it stands, or as the results on the table would leave it, with its change."""
    before, now = _span(play)
    return [
        track_line(
            track,
            now[track.id],
            now[track.id] - before[track.id],
            play.setup.numbers,
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
        return f"As turn {play.turn} leaves it, if these results stand; marked: what it changed."
    if play.last is None:
        return "As the exercise begins. What a turn changes will be marked."
    if play.last.number == play.turn:
        return f"As turn {play.turn} left it; marked: what it changed."
    sent = any(message.turn == play.turn and message.effects for message in play.messages)
    since = " and the injects since" if sent else ""
    return f"As turn {play.turn} finds it; marked: what turn {play.last.number}{since} changed."


class SituationPage(QWidget):
    """Where things stand in a line, and below it the map or the tracks."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self.rung = label(size=16, bold=True, wrap=True)
        self.caption = label("", "muted", wrap=True)
        self.tracks = TracksView()
        self.either = MapOrTracks(scenario, self.tracks, map_first=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.rung)
        words.addWidget(self.caption)
        head = QHBoxLayout()
        head.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 0)
        head.addLayout(words, 1)
        head.addWidget(self.either.switch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.either, 1)

    def show_play(self, play: Play) -> None:
        """Show where the exercise stands."""
        before, now = _span(play)
        self.tracks.show_readings(readings(self._scenario, play))
        self.either.show_state(now, before, play.setup.numbers)
        number = now["rung"]
        self.rung.setText(f"Rung {number}: {self._scenario.rung_by_number[number].name}")
        self.caption.setText(caption(play))
