"""What colours, hatching and signs mean, beside a map or below it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.views.map.legend import LegendEntry
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.ink import ink
from idlib_wargame.windows.map.legend_sheet import height_of, lines_of, paint_lines
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import apart


class Legend(QWidget):
    """The entries, one below the other or in lines, as there is room."""

    def __init__(self, base: BaseMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = base
        self._entries: Sequence[LegendEntry] = ()
        self._single = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Legend of the map"))
        theme.changes().changed.connect(self._measure)

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Explain these."""
        self._entries = entries
        self.setAccessibleDescription(apart([entry.words for entry in entries]))
        self._measure()

    def stack(self, single: bool) -> None:
        """One entry a line, or as many as fit."""
        self._single = single
        self._measure()

    def height_within(self, width: int, single: bool) -> int:
        """How high it is at a width, in pixels, stacked or in lines."""
        return self.height_of(self._entries, width, single)

    def height_of(self, entries: Sequence[LegendEntry], width: int, single: bool) -> int:
        """How high it would be with those entries."""
        return ceil(height_of(lines_of(entries, width, single)))

    def sizeHint(self) -> QSize:
        """Its least width, as it takes what it is given; as high as its lines."""
        return QSize(self.minimumWidth(), self.height_within(self.width(), self._single))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines, perhaps another height."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the samples and the words."""
        with painting(self) as painter:
            lines = lines_of(self._entries, self.width(), self._single)
            mirrored = self.isRightToLeft()
            paint_lines(painter, lines, self.width(), mirrored, ink(), self._base)

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()
