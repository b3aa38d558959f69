"""Help beside each part of the desk: on what has the keys, on the page in front, or on a topic."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTabWidget, QWidget

from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.look import icons
from idlib_wargame.windows.parts.help_card import HelpCard
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.about import ABOUT, about_text
from idlib_wargame.words.help_texts import help_on
from idlib_wargame.words.language import _, fill


class Helping:
    """Shows help over a desk's page. A button beside the tabs tells what the page in front is."""

    def __init__(self, page: DeskPage) -> None:
        self._page = page
        self.card = HelpCard()
        self.card.float_on(page.across)
        self.button = _button()
        self.button.clicked.connect(self.show_on_page)
        page.tabs.setCornerWidget(_corner(page.tabs, self.button))
        page.tabs.currentChanged.connect(self._turned)

    def show(self, topic: str) -> None:
        """Show what a part of the desk is for."""
        self.card.show_help(help_on(topic))

    def show_about(self) -> None:
        """Show which program this is; pressed once more, put it away."""
        if self.card.topic == ABOUT:
            self.card.hide()
        else:
            self.card.show_help(about_text(qVersion()))

    def show_here(self) -> None:
        """Show it of what has the keys, or else of the page in front."""
        on = QApplication.focusWidget()
        page = self._page
        parts: tuple[tuple[str, QWidget | None], ...] = (
            ("note", page.note),
            ("tell", page.tell),
            ("papers", page.papers),
            ("seats", page.seats),
            ("escalation", page.side),
            ("turn", page.top),
            ("day", page.day),
        )
        for topic, part in parts:
            if on is not None and part is not None and part.isAncestorOf(on):
                self.show(topic)
                return
        self.show_on_page()

    def show_on_page(self) -> None:
        """Show what the page in front is for; pressed once more, put it away."""
        topic = self._topic_in_front
        if self.card.topic == topic:
            self.card.hide()
        elif topic:
            self.show(topic)

    @property
    def _topic_in_front(self) -> str:
        front, page = self._page.tabs.currentWidget(), self._page
        topics: dict[QWidget, str] = {
            page.situation: "situation",
            page.orders: "orders",
            page.injects_tab: "injects",
            page.messages: "messages",
            page.agreements: "agreements",
            page.notes: "note",
            page.log: "log",
            page.report: "report",
            page.judgements: "judgements",
            page.control: "control",
        }
        return topics.get(front) or str(front.property("help") or "") if front is not None else ""

    def _turned(self) -> None:
        """Help on one page is no help on another."""
        if self.card.isVisible():
            self.card.hide()


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "quiet")
    button.setIcon(icons.icon("help", "muted"))
    button.setAccessibleName(_("What is this page for?"))
    told = _("What is this page for? ({keys})")
    button.setToolTip(fill(told, keys=key_words(Where.DESK, "help")))
    steady(button)
    return button


def _corner(tabs: QTabWidget, button: QPushButton) -> QWidget:
    """What stood at the end of the tabs, and the button behind it."""
    corner = QWidget()
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, 4, 0)
    row.setSpacing(0)
    before = tabs.cornerWidget()
    if before is not None:
        row.addWidget(before)
    row.addWidget(button)
    return corner
