"""The situation, on the map or track by track, and what the turn changed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.situation import Situation
from idlib_wargame.windows.cards.tracks_view import TracksView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.map_or_tracks import MapOrTracks
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.words.escalation import rungs_explained


class SituationPage(QWidget):
    """Where things stand in a line, and below it the map or the tracks."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rung = label(size=16, bold=True, wrap=True)
        self._rung = Number(self.rung)
        self.caption = label("", "muted", wrap=True)
        self.tracks = TracksView()
        self.either = MapOrTracks(scenario, self.tracks, map_first=True, shared=True)
        head = PageHead(self.rung, self.caption, self.either.switch)
        head.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(head)
        column.addWidget(self.either, 1)

    def show_situation(self, situation: Situation, play: Play) -> None:
        """Show where the exercise stands; the map is made of ``play`` once somebody looks at it."""
        self.rung.setText(situation.rung)
        self._rung.tell(situation.rung_account, note=rungs_explained())
        self.caption.setText(situation.caption)
        self.tracks.show_tracks(situation.tracks)
        self.either.show_play(play)
