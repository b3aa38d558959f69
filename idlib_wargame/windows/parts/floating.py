"""A bar that lies over a part of a window, so that nothing moves when it comes and goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.look import theme

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest)


class Floating(QObject):
    """Lays a bar over a widget; ``place`` puts it where it should be, whenever that has moved."""

    def __init__(self, bar: QWidget, over: QWidget, place: Callable[[], object]) -> None:
        super().__init__(bar)
        self._place = place
        around = over.parentWidget()
        under = over.window() if around is None else around
        bar.setParent(under)
        for moves in (over, under):
            moves.installEventFilter(self)
        theme.changes().changed.connect(self._moved)

    def _moved(self) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It goes along with what it lies over."""
        if event.type() in _MOVES:
            self._place()
        return False


def height_at(bar: QWidget, width: int) -> int:
    """How high a bar is at that width, in pixels, all its words shown."""
    layout = bar.layout()
    if layout is None:
        return bar.sizeHint().height()
    high = layout.totalHeightForWidth(width)
    return high if high > 0 else layout.totalSizeHint().height()
