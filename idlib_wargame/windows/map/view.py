"""The map with what belongs to it: a legend, and words about what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.views.map.standing import Ground, Standing
from idlib_wargame.views.map.telling import MOST_CHANGES, changes, details, in_order, summary
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.canvas import STEP, MapCanvas
from idlib_wargame.windows.map.foot import MapFoot
from idlib_wargame.windows.map.legend import Legend, entries
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.mapping import place_words

LEGEND_WIDTH = 176
GAP = 12
LEAST_MAP = 200  # pixels a side, below which the legend gives way to the map


def hint() -> str:
    """How to read the map, while nothing is pointed at."""
    return _("Point at the map, or press Page Down, to read who holds what.")


def has_map(scenario: Scenario) -> bool:
    """Whether a pack has a map to show."""
    return bool(scenario.map)


class MapView(QWidget):
    """Who holds what, and what changed? For a pack that has a map (see ``has_map``)."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenario = scenario
        self.standings: tuple[Standing, ...] = ()
        self._ground = Ground(scenario)
        self._state: State | None = None
        self._numbers = True
        self.canvas = MapCanvas(scenario)
        self.canvas.setAccessibleName(fill(_("Map: {pack}"), pack=scenario.title))
        self.canvas.pointed.connect(self._read_out)
        self.legend = Legend(scenario)
        self.foot = MapFoot()
        self.foot.closer.connect(lambda: self.canvas.zoom(STEP))
        self.foot.back.connect(lambda: self.canvas.zoom(1 / STEP))
        self.foot.fit.connect(self.canvas.fit)
        self._lay_out()
        self.setFocusProxy(self.canvas)
        theme.changes().changed.connect(self._arrange)

    def show_state(self, state: State, previous: State | None = None, numbers: bool = True) -> None:
        """Draw where things stand, and set off what changed since ``previous``.

        ``numbers`` False keeps to words where tracks are named.
        """
        self._state, self._numbers = state, numbers
        self.standings = self._ground.standings(state, previous)
        self.canvas.show_standings(self.standings)
        self.legend.show_entries(entries(self.scenario, self.canvas.base.looks, self.standings))
        self._arrange()

    def _lay_out(self) -> None:
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(GAP)
        self._halves.addWidget(self.canvas, 1)
        self._halves.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._halves, 1)
        column.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The legend beside the map or below it, or nowhere where it would crowd the map out."""
        said = [self._details_of(each) for each in in_order(self.standings)]
        self.foot.make_room(self.width(), (*said, hint()))
        side = theme.scaled(LEGEND_WIDTH)
        high = self.height() - self.foot.height() - theme.SPACE
        beside = self.legend.height_within(side, single=True)
        below = self.legend.height_within(self.width(), single=False)
        room_left = (self.width() - side - GAP, high if beside <= high else 0)
        room_above = (self.width(), high - below - GAP)
        wide = self._scale_in(room_left) >= self._scale_in(room_above)
        self.legend.setVisible(min(room_left if wide else room_above) >= LEAST_MAP)
        self._turn_halves(wide)
        self.legend.setFixedHeight(beside if wide else below)
        self._read_out(self.canvas.at)

    def _scale_in(self, room: tuple[int, int]) -> float:
        width, height = room
        return self.canvas.base.frame(width, height).scale if min(room) > 0 else 0.0

    def _turn_halves(self, wide: bool) -> None:
        direction, side = QBoxLayout.Direction, theme.scaled(LEGEND_WIDTH)
        self._halves.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        alignment = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0)
        self._halves.setAlignment(self.legend, alignment)
        self.legend.stack(wide)
        self.legend.setMinimumWidth(side if wide else 0)
        self.legend.setMaximumWidth(side if wide else 16_777_215)

    def _read_out(self, feature: str) -> None:
        found = next((each for each in self.standings if each.feature.id == feature), None)
        if found is not None:
            self.foot.say(found.feature.name, self._details_of(found))
            told = place_words(found.feature.name, self._details_of(found))
        else:
            self.foot.say("", self._changes() or hint())
            told = self._summary()
        self.canvas.setAccessibleDescription(told)

    def _details_of(self, standing: Standing) -> str:
        assert self._state is not None, "a standing without a state that it stands in"
        return details(self.scenario, standing, self._state, self._numbers)

    def _summary(self) -> str:
        if self._state is None:
            return ""
        return summary(self.scenario, self.standings, self._state, self._numbers)

    def _changes(self) -> str:
        """What changed, as much of it as there is room for."""
        for most in range(MOST_CHANGES, 1, -1):
            words = changes(self.scenario, self.standings, most)
            if self.foot.has_room(self.width(), words):
                return words
        return changes(self.scenario, self.standings, 1)
