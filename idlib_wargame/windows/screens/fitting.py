"""A window opens whole: with its frame, inside what its screen has to give."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

# How wide a frame is taken to be until the window manager has put one around the window.
FRAME = QMargins(4, 32, 4, 4)
# Milliseconds after a window is first shown: frames come late, and by no event that all systems
# have. Later than that, the size of a window is its user's.
LOOKS = (0, 120, 500)
LEAST = QSize(640, 400)


def fitted(wanted: QRect, area: QRect, frame: QMargins) -> QRect:
    """The nearest place to the wanted one at which the window and its frame lie in the area.

    Both are without the frame, in pixels; where the area is too small, its upper edge wins, for
    that is where a window is taken hold of.
    """
    room = area.marginsRemoved(frame)
    size = wanted.size().boundedTo(room.size())
    left = max(room.left(), min(wanted.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


def open_in_corner(window: QWidget, size: QSize, screen: QScreen) -> None:
    """Have a new window open in the lower corner where reading ends, beside what else is there."""
    area = screen.availableGeometry()
    wanted = QRect(QPoint(), size)
    wanted.moveBottomRight(area.bottomRight())
    if window.isRightToLeft():
        wanted.moveBottomLeft(area.bottomLeft())
    stand_at(window, wanted, screen)
    _Fitting(window)


def open_within(window: QWidget, size: QSize, screen: QScreen | None = None) -> None:
    """Have a new window open in the middle of a screen, as large as wanted or as there is room."""
    screen = screen or window.screen() or QGuiApplication.primaryScreen()
    wanted = QRect(QPoint(), size)
    wanted.moveCenter(screen.availableGeometry().center())
    stand_at(window, wanted, screen)
    _Fitting(window)


def stand_at(window: QWidget, wanted: QRect, screen: QScreen) -> None:
    """Put a window at a place of a screen, or as near to it as it is whole."""
    area = screen.availableGeometry()
    room = area.marginsRemoved(FRAME).size()
    # Without a least size of its own, a window grows with the words in it, past the screen's edge.
    least = LEAST if window.minimumSize().isNull() else window.minimumSize()
    window.setMinimumSize(least.boundedTo(room))
    window.setGeometry(fitted(wanted, area, frame_of(window)))


def frame_of(window: QWidget) -> QMargins:
    """The frame around a window, or what it is taken to be while there is none."""
    handle = window.windowHandle()
    known = handle.frameMargins() if handle is not None else QMargins()
    return FRAME if known.isNull() else known


class _Fitting(QObject):
    """Looks again once a window has been shown, for only then has it got its frame."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is shown for the first time."""
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            for wait in LOOKS:
                QTimer.singleShot(wait, self, self._look)
        return False

    def _look(self) -> None:
        window = self.parent()
        if not isinstance(window, QWidget) or not window.isVisible():
            return
        if window.isMaximized() or window.isFullScreen():
            return
        handle = window.windowHandle()
        frame = handle.frameMargins() if handle is not None else QMargins()
        here = window.geometry()
        place = fitted(here, window.screen().availableGeometry(), frame)
        if place != here:
            window.setGeometry(place)
