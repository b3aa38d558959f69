"""The pages of a seat's window: one list, a bar of names above them, one page in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys import MOST_TABS, Where, key_words, tab_key_words
from idlib_wargame.windows.parts.labels import rule
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class Page(NamedTuple):
    """A row of the list.

    ``title`` names it on its button. It is offered while ``shows`` says so, always unless given;
    ``badge`` says what waits on it ("2 new"), "" for nothing. ``key`` is its meaning in the key
    map where it has a key of its own. One that is there to write on ``takes_keys`` when it is
    turned to.
    """

    id: str
    title: str
    widget: QWidget
    shows: Callable[[SeatView], bool] = lambda _view: True
    badge: Callable[[SeatView], str] = lambda _view: ""
    key: str = ""
    takes_keys: bool = False


class Pages(QWidget):
    """Shows one page at a time. ``turned`` carries the page's id when another comes to the front.

    Pages are counted and turned to by their place as in a QTabWidget, so that keys do the same.
    The bar goes on to a second line where larger text or longer words fill the first.
    """

    turned = Signal(str)

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._view: SeatView | None = None
        self.previous = self._pages[0].id  # the page that was in front before this one
        self.buttons = {page.id: _button(page) for page in self._pages}
        self._stack = QStackedWidget()
        self._one_of = QButtonGroup(self)
        bar = flowing(0, *self.buttons.values())
        bar.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        bar.setAccessibleName(_("Pages"))
        for page in self._pages:
            button = self.buttons[page.id]
            self._one_of.addButton(button)
            self._stack.addWidget(page.widget)
            button.clicked.connect(lambda _=False, to=page.id: self._press(to))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self.buttons[self._pages[0].id].setChecked(True)

    @property
    def current(self) -> str:
        """The id of the page in front."""
        return self._pages[self.currentIndex()].id

    def shows(self, page: str) -> bool:
        """Whether that page is offered now."""
        return self.isTabVisible(self._place(page))

    def go_to(self, page: str) -> None:
        """Bring a page to the front, if it is offered now."""
        before, place = self.current, self._place(page)
        if self.isTabVisible(place):
            self.buttons[page].setChecked(True)
            self._stack.setCurrentIndex(place)
            if page != before:
                self.previous = before
                self.turned.emit(page)

    def _press(self, page: str) -> None:
        """A page is turned to by its button, or by its digit."""
        self.go_to(page)
        row = self._pages[self._place(page)]
        if row.takes_keys:
            row.widget.setFocus()

    def widget_of(self, page: str) -> QWidget:
        """The page itself."""
        return self._pages[self._place(page)].widget

    def show_view(self, view: SeatView) -> None:
        """Offer the pages that have something on them, and say what waits."""
        self._view = view
        for page in self._pages:
            self.buttons[page.id].setVisible(page.shows(view))
        self.show_badges()
        if not self.shows(self.current):
            self.go_to(self._pages[0].id)

    def show_badges(self) -> None:
        """Say anew what waits on each page; also without a new view, as once it has been read."""
        if self._view is None:
            return
        for page in self._pages:
            _say(self.buttons[page.id], page, page.badge(self._view))
        for place, button in enumerate(self._offered()[:MOST_TABS]):
            button.setToolTip(button.property("own_key") or tab_key_words(place))

    def _offered(self) -> list[QPushButton]:
        return [button for button in self.buttons.values() if not button.isHidden()]

    def _place(self, page: str) -> int:
        return next(place for place, each in enumerate(self._pages) if each.id == page)

    def count(self) -> int:
        """How many pages there are, offered or not."""
        return len(self._pages)

    def isTabVisible(self, place: int) -> bool:
        """Whether the page in that place is offered now."""
        return not self.buttons[self._pages[place].id].isHidden()

    def currentIndex(self) -> int:
        """The place of the page in front."""
        return self._stack.currentIndex()

    def setCurrentIndex(self, place: int) -> None:
        """Bring the page in that place to the front."""
        self._press(self._pages[place].id)

    def name_of(self, place: int) -> str:
        """What the page in that place is called, and what waits on it."""
        return self.buttons[self._pages[place].id].accessibleName()

    def titles(self) -> list[str]:
        """What the buttons of the pages say that are offered now, with their badges."""
        return [button.text() for button in self._offered()]


def _button(page: Page) -> QPushButton:
    button = QPushButton(page.title)
    button.setProperty("role", "page")
    button.setProperty("own_key", key_words(Where.SEAT, page.key) if page.key else "")
    button.setCheckable(True)
    return button


def _say(button: QPushButton, page: Page, badge: str) -> None:
    title, spoken = page.title, page.title
    if badge:
        title = fill(_("{page} ({badge})"), page=page.title, badge=badge)
        spoken = facts([page.title, badge])
    button.setText(title)
    button.setAccessibleName(spoken)
