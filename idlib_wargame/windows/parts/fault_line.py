"""One calm line over the foot of a window, when the program itself has made a mistake."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.banner import Banner

_MARGIN = 2 * theme.SPACE
_FOOT = 6 * theme.SPACE  # leaves a status line in sight


class FaultLine(Banner):
    """Lies on top of its window, along the foot, and moves nothing that is on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        window.installEventFilter(self)

    def say(self, text: str, passes: bool = False, lasts: bool = False) -> None:
        """Shows the line, on top of everything in the window."""
        super().say(text, passes, lasts)
        self._settle()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays along the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        window = self._over
        width = max(window.width() - 2 * _MARGIN, 0)
        height = self.heightForWidth(width)
        self.setGeometry(_MARGIN, window.height() - height - _FOOT, width, height)


def tell(window: QWidget, text: str) -> None:
    """Says a sentence over the foot of a window, in place of the one before."""
    line = window.findChild(FaultLine) or FaultLine(window)
    line.say(text)
