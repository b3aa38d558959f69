"""One situation, two ways to look at it: on the map, where the pack has one, or track by track."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.map.shown import Maps
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.map.view import MapView, has_map
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.words.language import _, fill

LEAST_WIDTH, LEAST_HEIGHT = 200, 120  # pixels of the sheet, beyond which the window stays put
MAP_BEFORE_WORDS = 180  # pixels of map; with less, the words below it give way


class MapSheet(QWidget):
    """The map with room around it. It is made, and drawn, when somebody looks at it."""

    def __init__(
        self,
        scenario: Scenario,
        parent: QWidget | None = None,
        *,
        may_miss: bool = False,
        shared: bool = False,
    ) -> None:
        super().__init__(parent)
        self._maps = Maps(scenario, may_miss, shared) if has_map(scenario) else None
        self._play: Play | None = None
        self.view: MapView | None = None
        self.setBackgroundRole(QPalette.ColorRole.Window)  # as the map is drawn on
        self.setAutoFillBackground(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)

    def minimumSizeHint(self) -> QSize:
        """Little: the map gives its legend up before its window grows past the screen."""
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

    def show_play(self, play: Play) -> None:
        """Draw where this stands, now or once it can be seen."""
        self._play = play
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, all of it goes to the map; what is pointed at is told on hover too."""
        super().resizeEvent(event)
        if self.view is not None:
            needed = MAP_BEFORE_WORDS + self.view.foot.height() + 4 * theme.SPACE
            self.view.foot.setVisible(self.height() >= needed)

    def _draw(self) -> None:
        if self._play is None or self._maps is None:
            return
        shown = self._maps.of(self._play)
        if self.view is None:
            self.view = MapView(shown)
            self.view.canvas.setMinimumSize(0, 0)
            self._column.addWidget(self.view)
            self.setFocusProxy(self.view)
        elif shown != self.view.shown:
            self.view.show_map(shown)


class MapOrTracks(QStackedWidget):
    """Shows the map or ``tracks``. ``switch`` is the pair of buttons, to be placed by the owner.

    Without a map there is nothing to switch, and ``switch`` stays hidden.
    """

    def __init__(
        self,
        scenario: Scenario,
        tracks: QWidget,
        map_first: bool,
        parent: QWidget | None = None,
        *,
        may_miss: bool = False,
        shared: bool = False,
    ) -> None:
        super().__init__(parent)
        self.has_map = has_map(scenario)
        self.map = MapSheet(scenario, may_miss=may_miss, shared=shared)
        self.tracks = tracks
        self.addWidget(self.map)
        self.addWidget(tracks)
        on_map = _("Show the situation on the map ({keys})")
        in_tracks = _("Show the situation in tracks ({keys})")
        keys = key_words(Where.DESK, "map")
        self.map_button = _button(_("Map"), "map", fill(on_map, keys=keys))
        self.tracks_button = _button(_("Tracks"), "list", fill(in_tracks, keys=keys))
        self.switch = self._make_switch()
        self.show_map(map_first)

    def _make_switch(self) -> QWidget:
        switch = QWidget()
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        group = QButtonGroup(switch)
        for button, on in ((self.map_button, True), (self.tracks_button, False)):
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, on=on: self.show_map(on))
        row.setAlignment(Qt.AlignmentFlag.AlignTop)
        if not self.has_map:
            switch.hide()  # shown before it lies in a window, it would be one
        return switch

    @property
    def shows_map(self) -> bool:
        """Whether the map is in front."""
        return self.currentWidget() is self.map

    def show_map(self, on: bool) -> None:
        """Bring the map to the front, or the tracks."""
        on = on and self.has_map
        self.setCurrentWidget(self.map if on else self.tracks)
        (self.map_button if on else self.tracks_button).setChecked(True)

    def show_play(self, play: Play) -> None:
        """What the map is to show; ``play`` is cut to what the reader may know."""
        self.map.show_play(play)


def _button(text: str, icon: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "quiet")
    button.setIcon(icons.icon(icon, "muted"))
    button.setCheckable(True)
    button.setToolTip(tip)
    return button
