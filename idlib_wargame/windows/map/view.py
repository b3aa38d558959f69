"""The map with what belongs to it: a legend, buttons, and a line that says what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.layout import State
from idlib_wargame.rules.scenario import Scenario
from idlib_wargame.windows import theme
from idlib_wargame.windows.labels import label
from idlib_wargame.windows.map.canvas import STEP, MapCanvas
from idlib_wargame.windows.map.legend import Legend, entries
from idlib_wargame.windows.map.standing import Ground, Standing
from idlib_wargame.windows.map.wording import MOST_CHANGES, changes, details, in_order, summary

LEGEND_WIDTH = 176
GAP = 12
LEAST_MAP = 200  # pixels a side, below which the legend gives way to the map
HINT = "Point at the map, or press Page Down, to read who holds what."


def has_map(scenario: Scenario) -> bool:
    """Whether a pack has a map to show."""
    return bool(scenario.map)


class MapView(QWidget):
    """Who holds what, and what changed? For a pack that has a map (see ``has_map``)."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenario = scenario
        self._ground = Ground(scenario)
        self._state: State | None = None
        self._numbers = True
        self._hint = HINT
        self._tallest: dict[int, int] = {}  # of what is said, in pixels, at each width
        self.standings: tuple[Standing, ...] = ()
        self.canvas = MapCanvas(scenario)
        self.canvas.setAccessibleName(f"Map: {scenario.title}")
        self.canvas.pointed.connect(self._read_out)
        self.legend = Legend(scenario)
        self.name = label(bold=True)
        self.details = label(HINT, "muted", wrap=True)
        self._lay_out()
        self.setFocusProxy(self.canvas)

    def show_state(self, state: State, previous: State | None = None, numbers: bool = True) -> None:
        """Draw where things stand, and set off what changed since ``previous``.

        ``numbers`` False keeps to words where tracks are named.
        """
        self._state, self._numbers = state, numbers
        self.standings = self._ground.standings(state, previous)
        self.canvas.show_standings(self.standings)
        self.legend.show_entries(entries(self.scenario, self.canvas.sheet.looks, self.standings))
        self._arrange()

    def make_still(self) -> None:
        """For a picture: without buttons, and without words on how to use it."""
        self._buttons.hide()
        self._hint = ""

    def _lay_out(self) -> None:
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(GAP)
        self._halves.addWidget(self.canvas, 1)
        self._halves.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.details)
        words.addStretch()
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(GAP)
        foot.addLayout(words, 1)
        self._buttons = self._make_buttons()
        foot.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._halves, 1)
        column.addWidget(self._foot)
        theme.changes().changed.connect(self._arrange)

    def _make_buttons(self) -> QFrame:
        plate = QFrame()
        plate.setProperty("role", "card")
        row = QHBoxLayout(plate)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for text, name, does in (
            ("+", "Come closer (+)", lambda: self.canvas.zoom(STEP)),
            ("−", "Step back (−)", lambda: self.canvas.zoom(1 / STEP)),
            ("Fit", "Show all that is in play (0)", self.canvas.fit),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(does)
            row.addWidget(button)
        return plate

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The legend beside the map or below it, or nowhere where it would crowd the map out."""
        if self._state is None:
            return
        self._foot.setFixedHeight(self._height_of_words())
        side = theme.scaled(LEGEND_WIDTH)
        high = self.height() - self._foot.height() - theme.SPACE
        beside = self.legend.height_within(side, single=True)
        below = self.legend.height_within(self.width(), single=False)
        room_left = (self.width() - side - GAP, high if beside <= high else 0)
        room_above = (self.width(), high - below - GAP)
        wide = self._scale_in(room_left) >= self._scale_in(room_above)
        self.legend.setVisible(min(room_left if wide else room_above) >= LEAST_MAP)
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.legend.stack(wide)
        self.legend.setMinimumWidth(side if wide else 0)
        self.legend.setMaximumWidth(side if wide else 16_777_215)
        self.legend.setFixedHeight(beside if wide else below)
        alignment = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0)
        self._halves.setAlignment(self.legend, alignment)
        self._read_out(self.canvas.at)

    def _scale_in(self, room: tuple[int, int]) -> float:
        width, height = room
        return self.canvas.sheet.frame(width, height).scale if min(room) > 0 else 0.0

    def _height_of_words(self) -> int:
        """Room for the longest that may be said, so that nothing moves as one points about.

        It never shrinks at a width, so that the map keeps its size from turn to turn.
        """
        width = self._width_of_words()
        said = [self._details_of(each) for each in in_order(self.standings)]
        needed = max(self._height_of(words, width) for words in (*said, self._hint))
        self._tallest[width] = max(needed, self._tallest.get(width, 0))
        title = self.name.fontMetrics().lineSpacing()
        return max(title + self._tallest[width] + 4, self._buttons.sizeHint().height())

    def _width_of_words(self) -> int:
        return max(80, self.width() - self._buttons.sizeHint().width() - GAP)

    def _height_of(self, words: str, width: int) -> int:
        metrics = self.details.fontMetrics()
        return metrics.boundingRect(0, 0, width, 1000, Qt.TextFlag.TextWordWrap, words).height()

    def _changes(self) -> str:
        """What changed, as much of it as there is room for."""
        width, high = self._width_of_words(), self._foot.height()
        for most in range(MOST_CHANGES, 0, -1):
            words = changes(self.scenario, self.standings, most)
            if self._height_of(words, width) <= high:
                break
        return words

    def _details_of(self, standing: Standing) -> str:
        assert self._state is not None
        return details(self.scenario, standing, self._state, self._numbers)

    def _read_out(self, feature: str) -> None:
        if self._state is None:
            return
        found = next((each for each in self.standings if each.feature.id == feature), None)
        if found is not None:
            self.name.setText(found.feature.name)
            self.name.show()
            self.details.setText(self._details_of(found))
            self.canvas.setAccessibleDescription(f"{self.name.text()}. {self.details.text()}")
            return
        self.name.hide()
        self.details.setText(self._changes() or self._hint)
        self.canvas.setAccessibleDescription(
            summary(self.scenario, self.standings, self._state, self._numbers)
        )
