"""The map on the room's screen, as large as everything else on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from idlib_wargame.views.map.fronts import Fronts
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.picture import Picture
from idlib_wargame.windows.room.rows import HIGH, LEAST_TEXT


class MapPlace(QWidget):
    """Draws a map so enlarged that its smallest writing can be read from the back of a room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: MapScene | None = None
        self._base: BaseMap | None = None
        self._picture: Picture | None = None
        self._screen = QSize(1920, round(HIGH))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changes().changed.connect(self._redraw)

    def show_map(self, scene: MapScene, screen: QSize) -> None:
        """Draw this from now on, as a part of a screen of that size."""
        if scene is self._scene and screen == self._screen:
            return
        if self._scene is None or scene.pack is not self._scene.pack:
            self._base = BaseMap.of(scene.pack)
        self._scene, self._screen = scene, screen
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    @property
    def _enlarged(self) -> float:
        smallest: float = theme.font(11).pixelSize()
        return LEAST_TEXT / smallest * self._screen.height() / HIGH

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self._scene is None or self._base is None:
            return
        wide, high = self.width() / self._enlarged, self.height() / self._enlarged
        if self._picture is None:
            standings = self._scene.standings
            fronts = Fronts.of(standings, self._base.bounded)
            frame = self._base.frame(max(wide, 1.0), max(high, 1.0))
            self._picture = Picture(self._base, frame, standings, fronts)
        with painting(self) as painter:
            painter.scale(self._enlarged, self._enlarged)
            painter.setClipRect(QRectF(0, 0, wide, high))
            self._picture.paint(painter)
