"""Whether a part of a window was ever shown by itself, before it lay in one.

The system would frame it and put it somewhere on the screen, for a blink, until it is laid out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

PACKAGE = "idlib_wargame"
_LOOSE = (Qt.WindowType.Widget, Qt.WindowType.Window)


def _is_part(widget: QWidget) -> bool:
    """Whether it is meant to lie in a window: menus, tips and lists that drop down are not."""
    is_window = isinstance(widget, QMainWindow | QDialog) or type(widget).__name__.endswith(
        ("Window", "SeenAs")
    )
    return widget.isWindow() and not is_window and widget.windowType() in _LOOSE


def watch_for_strays(replace: Callable[[type, str, object], None]) -> list[str]:
    """By which lines of the program a part was shown as a window, from now on."""
    found = list[str]()
    set_visible, show = QWidget.setVisible, QWidget.show

    def look(widget: QWidget) -> None:
        frame = sys._getframe(2)
        asked_by = frame.f_globals.get("__name__", "")
        if asked_by.startswith(PACKAGE) and _is_part(widget):
            found.append(f"{type(widget).__name__} by {asked_by}, line {frame.f_lineno}")

    def watched_set_visible(widget: QWidget, on: bool) -> None:
        if on:
            look(widget)
        set_visible(widget, on)

    def watched_show(widget: QWidget) -> None:
        look(widget)
        show(widget)

    replace(QWidget, "setVisible", watched_set_visible)
    replace(QWidget, "show", watched_show)
    return found
