"""A field that is typed in keeps the keys that people send with, so that no window takes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.parts.one_press import ENTER, hand, hear


class Sending(QObject):
    """Ctrl and Enter in a field do ``send``: once for each press, and nothing else in its window.

    Without it the keys would do the next thing of an exercise in the middle of a sentence.
    """

    def __init__(self, field: QWidget, send: Callable[[], object]) -> None:
        super().__init__(field)
        self._send = send
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys before they are a shortcut, then take them."""
        if not isinstance(event, QKeyEvent) or event.key() not in ENTER:
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        hear(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if not event.isAutoRepeat() and hand().presses(Qt.Key.Key_Return):
                self._send()
            return True
        return False


def sends(send: Callable[[], object], *fields: QWidget) -> None:
    """Let Ctrl and Enter in any of these fields send what is typed."""
    for field in fields:
        Sending(field, send)
