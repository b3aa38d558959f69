"""Handing a seat over on another screen of the computer, where there is one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from idlib_wargame.windows.look import icons
from idlib_wargame.windows.screens.sharing import OtherScreen, other_screens
from idlib_wargame.words.language import _, fill


class ScreenButton(QPushButton):
    """Hidden on a computer with one screen. ``chosen`` carries the screen; several are listed."""

    chosen = Signal(object)

    def __init__(self, seat: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setProperty("role", "quiet")
        self.setIcon(icons.icon("copy", "muted"))
        self.clicked.connect(self.offer)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.look)
            app.screenRemoved.connect(self.look)
        self.hide()

    def look(self) -> None:
        """See which screens there are."""
        there = other_screens(self.window())
        self.setVisible(bool(there) and self.parentWidget() is not None)
        said = _("Open the seat of {seat} on another screen; the desk stays usable")
        self.setAccessibleName(fill(said, seat=self._seat))
        self.setToolTip("\n".join(_named(screen) for screen in there))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The desk may have been moved since."""
        super().enterEvent(event)
        self.look()

    def offer(self) -> None:
        """Hand over to the other screen, or ask to which."""
        there = other_screens(self.window())
        if len(there) == 1:
            self.chosen.emit(there[0])
            return
        menu = QMenu(self)
        for screen in there:
            action = QAction(_named(screen), menu)
            action.triggered.connect(lambda _on=False, picked=screen: self.chosen.emit(picked))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def _named(screen: OtherScreen) -> str:
    said = _("Open on {screen}, {width} × {height}; the desk stays usable")
    return fill(said, screen=screen.name, width=screen.width, height=screen.height)
