"""The map with what belongs to it: a legend, and words about what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.map.legend import LegendEntry
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.map.telling import MOST_CHANGES
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.canvas import STEP, MapCanvas
from idlib_wargame.windows.map.foot import MapFoot
from idlib_wargame.windows.map.history_panel import HistoryPanel
from idlib_wargame.windows.map.legend import Legend
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.mapping import place_words

LEGEND_WIDTH = 176
GAP = 12
LEAST_MAP = 200  # pixels a side, below which the legend gives way to the map
LEAST_HISTORY = 320  # pixels of height that a history wants, or else it covers the foot too
CLEAR = 24  # pixels between a history and the middle of what it tells of
MUCH_LARGER = 1.15  # times that a shorter legend must enlarge the map to be taken


def hint() -> str:
    """How to read the map, while nothing is pointed at."""
    return _(
        "Point at the map, or press Page Down, to read who holds what; click, or press Enter, to "
        "read how it came to that."
    )


def has_map(scenario: Scenario) -> bool:
    """Whether a pack has a map to show."""
    return bool(scenario.map)


class MapView(QWidget):
    """Who holds what, and what changed? For a pack that has a map (see ``has_map``)."""

    def __init__(self, shown: MapShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        base = BaseMap.of(shown.region)
        self.canvas = MapCanvas(base)
        self.canvas.setAccessibleName(fill(_("Map: {pack}"), pack=shown.region.title))
        self.canvas.pointed.connect(self._read_out)
        self.history = HistoryPanel(self)
        self.canvas.picked.connect(self.open_history)
        self.canvas.left.connect(self.history.leave)
        self.canvas.resized.connect(self._place_history)
        self.history.closed.connect(self._history_closed)
        self.legend = Legend(base)
        self.foot = MapFoot()
        self.foot.closer.connect(lambda: self.canvas.zoom(STEP))
        self.foot.back.connect(lambda: self.canvas.zoom(1 / STEP))
        self.foot.fit.connect(self.canvas.fit)
        self._lay_out()
        self.setFocusProxy(self.canvas)
        theme.changes().changed.connect(self._arrange)
        self.show_map(shown)

    def show_map(self, shown: MapShown) -> None:
        """Draw where things stand, with what changed set off."""
        self.shown = shown
        self.canvas.show_map(shown)
        self._arrange()
        self._follow_history()

    def open_history(self, feature: str) -> None:
        """Tell over the map how a feature came to be as it is; the keys go there if they asked."""
        histories = self.shown.histories_of(feature)
        if not histories:
            return
        self.canvas.choose(feature)
        self.history.open(self.shown.places[feature], histories)
        self._place_history()
        if not self.canvas.is_by_hand:
            self.history.setFocus()

    def _follow_history(self) -> None:
        histories = self.shown.histories_of(self.history.feature)
        if histories:
            place = self.shown.places[self.history.feature]
            self.history.show_histories(histories, place.agreed)
            self._place_history()
        else:
            self.history.leave()

    def _place_history(self) -> None:
        """Over the legend, and over the other end where the feature itself would be covered."""
        if self.history.feature:
            at = self.canvas.mapTo(self, self.canvas.middle_of(self.history.feature)).toPoint()
            above = 0 if self.foot.isHidden() else self.foot.y()
            bottom = above if above >= theme.scaled(LEAST_HISTORY) else self.height()
            room, at_end = QRect(0, 0, self.width(), bottom), not self.isRightToLeft()
            clear = QMargins(*[theme.scaled(CLEAR)] * 4)
            for end in (at_end, not at_end):
                self.history.place(room, at_end=end)
                if not self.history.geometry().marginsAdded(clear).contains(at):
                    break

    def _history_closed(self) -> None:
        on = QApplication.focusWidget()
        had_keys = on is self.history or self.history.isAncestorOf(on or self)
        feature = self.canvas.chosen
        self.canvas.choose("")
        if had_keys:
            self.canvas.setFocus()
            self.canvas.point_at(feature)

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
        said = [each.details for each in self.shown.places.values()]
        self.foot.make_room(self.width(), (*said, hint()))
        high = self.height() - self.foot.height() - theme.SPACE
        wide = self._choose_legend(high)
        self._turn_halves(wide)
        width = theme.scaled(LEGEND_WIDTH) if wide else self.width()
        self.legend.setFixedHeight(self.legend.height_within(width, single=wide))
        self._read_out(self.canvas.at)

    def _choose_legend(self, high: int) -> bool:
        """The fullest legend with which the map is as large as it can be; whether it is beside."""
        best = 0.0
        found: tuple[bool, Sequence[LegendEntry]] = (False, ())
        for entries in self.shown.legends():
            for wide in (True, False):
                scale = self._scale_with(entries, wide, high)
                if scale > best * MUCH_LARGER:
                    best, found = scale, (wide, entries)
        self.legend.show_entries(found[1])
        self.legend.setVisible(bool(found[1]))
        return found[0]

    def _scale_with(self, entries: Sequence[LegendEntry], wide: bool, high: int) -> float:
        """The scale of the map with that legend beside it, or below; 0 where it is too small."""
        side = theme.scaled(LEGEND_WIDTH)
        tall = self.legend.height_of(entries, side if wide else self.width(), single=wide)
        if wide:
            room = (self.width() - side - GAP, high if tall <= high else 0)
        else:
            room = (self.width(), high - tall - GAP)
        return self._scale_in(room) if min(room) >= LEAST_MAP else 0.0

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
        found = self.shown.places.get(feature)
        if found is not None:
            self.foot.say(found.name, found.details)
            told = place_words(found.name, found.details)
        else:
            self.foot.say("", self._changes() or hint())
            told = self.shown.spoken
        self.canvas.setAccessibleDescription(told)

    def _changes(self) -> str:
        """What changed, as much of it as there is room for."""
        for most in range(MOST_CHANGES, 1, -1):
            words = self.shown.changes(most)
            if self.foot.has_room(self.width(), words):
                return words
        return self.shown.changes(1)
