"""A list of the desk's pages beside its tabs, for a window in which not all of them have room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenu, QPushButton, QTabWidget

from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _


@unfailing(eventFilter=False)
class PageMenu(QPushButton):
    """Shows while tabs lie outside the bar; its menu names every page as its tab does.

    ``beside`` is how many pixels of the bar something else takes.
    """

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(_("All pages"))
        self._tabs = tabs
        self.beside = 0
        self.setProperty("role", "quiet")
        self.setToolTip(_("Not all pages have room for their tabs here."))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        tabs.setCornerWidget(self)
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)
        self.hide()

    def _fill(self) -> None:
        self.menu().clear()
        for place in range(self._tabs.count()):
            action = self.menu().addAction(self._tabs.tabText(place))
            action.setCheckable(True)
            action.setChecked(place == self._tabs.currentIndex())
            action.triggered.connect(lambda _on, at=place: self._tabs.setCurrentIndex(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the bar has too little room or enough."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            bar = self._tabs.tabBar()
            wanted = sum(bar.tabRect(place).width() for place in range(bar.count()))
            self.setVisible(wanted + self.beside > self._tabs.width())
        return super().eventFilter(watched, event)
