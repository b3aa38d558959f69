"""Nothing within a widget takes a press or a key that would do something; it can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from idlib_wargame.windows.parts.unfailing import unfailing

LOOKS = "only_looks"  # the property of a button that changes nothing but what is in sight

_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
    QEvent.Type.InputMethod,
    QEvent.Type.Drop,
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_READING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


@unfailing(eventFilter=True)
class ReadOnly(QObject):
    """Watches over ``within``. Scroll bars work, and what only looks; of keys, those to read by."""

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self._within = within
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)  # of what is made later too

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what would do something from whatever it was meant for."""
        kind = event.type()
        if kind not in _PRESSES and kind not in _KEYS:
            return False
        if not isinstance(watched, QWidget) or not self._within.isAncestorOf(watched):
            return False
        if isinstance(event, QKeyEvent) and event.key() in _READING:
            return False
        return not _only_looks(watched, self._within)


def _only_looks(widget: QWidget, within: QWidget) -> bool:
    at: QWidget | None = widget
    while at is not None and at is not within:
        if isinstance(at, QScrollBar) or at.property(LOOKS):
            return True
        at = at.parentWidget()
    return False


def only_looks(*widgets: QWidget) -> None:
    """These, and all within them, change nothing but what is in sight."""
    for widget in widgets:
        widget.setProperty(LOOKS, True)
