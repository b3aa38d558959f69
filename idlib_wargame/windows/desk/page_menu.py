"""A list of the desk's pages beside its tabs, for a window in which not all of them have room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QMenu, QPushButton, QTabBar, QTabWidget

from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.unfailing import unfailing
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

AROUND = 4  # pixels that the bar keeps at its ends


class Pages(QTabWidget):
    """All of them can be turned to, by keys and by lists, whether their tabs have room or not."""

    def isTabVisible(self, index: int, /) -> bool:
        """The bar alone knows which have no room."""
        return 0 <= index < self.count()


class PageTabs(QTabBar):
    """Tabs that never slide out of sight at the left: who hides some sees to their room."""

    def __init__(self) -> None:
        super().__init__()
        self.setUsesScrollButtons(False)

    def slide_back(self, first: int) -> None:
        """Begin with the first that is shown: Qt keeps how far it slid while there were more."""
        if self.tabRect(first).left() < 0:
            shown = self.currentIndex()
            self.blockSignals(True)
            self.setCurrentIndex(first)
            self.setCurrentIndex(shown)
            self.blockSignals(False)

    def minimumSizeHint(self) -> QSize:
        """The window may be as narrow as it likes."""
        return QSize(0, super().minimumSizeHint().height())


@unfailing(eventFilter=False)
class PageMenu(QPushButton):
    """Shows while tabs would lie outside the bar; its menu names every page as its tab does.

    Those that have no room are hidden, so that no tab is cut; the page that is shown keeps its own.
    """

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(_more_words(1))
        self._tabs = tabs
        self._bar = PageTabs()
        tabs.setTabBar(self._bar)
        tabs.setDocumentMode(True)  # which a bar takes up when it is told
        self._is_fitting = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self.setProperty("role", "quiet")
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        tabs.setCornerWidget(self)
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)
        tabs.currentChanged.connect(lambda _place: self._later.start())
        self.hide()

    def _fill(self) -> None:
        self.menu().clear()
        for place in range(self._tabs.count()):
            action = self.menu().addAction(self._tabs.tabText(place))
            action.setCheckable(True)
            action.setChecked(place == self._tabs.currentIndex())
            action.triggered.connect(lambda _on, at=place: self._turn_to(at))

    def _turn_to(self, place: int) -> None:
        """As a press of its tab: the keys are there then, whether this button stays or not."""
        self._tabs.setCurrentIndex(place)
        self._tabs.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the bar has too little room or enough."""
        kinds = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)
        if event.type() in kinds and not self._is_fitting:
            self._later.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Hide the tabs that have no room, the last first."""
        bar, tabs = self._bar, self._tabs
        widths = [bar.tabSizeHint(place).width() for place in range(tabs.count())]
        self._is_fitting, had_keys = True, self.hasFocus()
        kept, listed = set(range(tabs.count())), sum(widths) > self._room(listed=False)
        if listed:
            kept = _that_fit(widths, self._room(listed=True), tabs.currentIndex())
        self._say([tabs.tabText(each) for each in range(tabs.count()) if each not in kept])
        self.setVisible(listed)
        was = {place for place in range(tabs.count()) if bar.isTabVisible(place)}
        for place in kept ^ was:
            # Of the bar alone: its pages would turn to the first that is shown again.
            bar.setTabVisible(place, place in kept)
        if kept != was:
            bar.updateGeometry()  # which its pages would have seen to
        bar.slide_back(min(kept))
        if had_keys and not listed:
            tabs.setFocus()
        self._is_fitting = False

    def _say(self, hidden: list[str]) -> None:
        """How many have gone in here, and which: a tab that slides away does not do so unsaid."""
        if hidden:
            self.setText(_more_words(len(hidden)))
            said = fill(_("No room for their tabs: {pages}"), pages=series(hidden))
            self.setToolTip(in_tooltip(said))
            self.setAccessibleDescription(said)

    def _room(self, listed: bool) -> int:
        """The pixels for tabs, with this button beside them or without.

        Reckoned, and not tried: whatever is shown or hidden has the bar laid out and fitted anew.
        """
        corner = self._tabs.cornerWidget()
        own, others, beside = self.sizeHint().width(), 0, corner.layout()
        if corner is not self and beside is not None:
            own += beside.spacing()
            others = corner.sizeHint().width() - (0 if self.isHidden() else own)
        return self._tabs.width() - others - (own if listed else 0) - AROUND


def _more_words(count: int) -> str:
    return fill(ngettext("{count} more page", "{count} more pages", count), count=count)


def _that_fit(widths: Sequence[int], room: int, current: int) -> set[int]:
    """The places of as many tabs as have room, with the one that is shown."""
    kept, left = {current}, room - widths[current]
    for place, width in enumerate(widths):
        if place == current:
            continue
        left -= width
        if left < 0:
            break
        kept.add(place)
    return kept
