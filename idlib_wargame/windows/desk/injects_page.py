"""The injects of the pack: what is due now, what is still to come, what was sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_list import InjectList, InjectSection, inject_list
from idlib_wargame.views.desk.inject_rows import InjectRow
from idlib_wargame.windows.desk.inject_card import InjectCard
from idlib_wargame.windows.desk.menus import TELL_KEYS
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.key_text import key_text
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.language import _, fill

# What a card shows: its row, whether it may be sent, and whether that is to be decided now.
CardLook = tuple[InjectRow, bool, bool]


class InjectsPage(QScrollArea):
    """``sent`` and ``held`` carry an inject's id; ``telling`` when words are to be written."""

    sent = Signal(str)
    held = Signal(str)
    telling = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: InjectList | None = None
        self._made: dict[CardLook, InjectCard] = {}
        self._spare: dict[CardLook, InjectCard] = {}
        self.cards: dict[str, InjectCard] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self.setWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        column.addLayout(self._head())
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        column.addLayout(self._body)
        column.addStretch()

    def _head(self) -> QHBoxLayout:
        self.hint = label("", "muted", wrap=True)
        self.tell = QPushButton(_("Tell seats…"))
        self.tell.setProperty("role", "quiet")
        self.tell.setIcon(icons.icon("edit", "muted"))
        tip = _("Words of the moment, to some seats or all ({keys})")
        self.tell.setToolTip(fill(tip, keys=key_text(TELL_KEYS)))
        self.tell.clicked.connect(self.telling)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(_("Injects"), "heading", wrap=True))
        words.addWidget(self.hint)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.tell, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def refresh(self) -> None:
        """Show the injects as the exercise stands, once somebody looks at them."""
        if self.isVisible():
            self._show(inject_list(self._session))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show(inject_list(self._session))

    def _show(self, found: InjectList) -> None:
        if found == self._shown:
            return
        self._shown = found
        had_focus = self._inside.isAncestorOf(QApplication.focusWidget() or QWidget())
        place = self.verticalScrollBar().value()
        self._clear()
        self.tell.setEnabled(found.may_tell)
        self.hint.setText(found.hint)
        for section in found.sections:
            self._add_section(section)
        for card in self._spare.values():
            card.hide()
            card.deleteLater()
        self._spare.clear()
        self.verticalScrollBar().setValue(place)
        if had_focus:
            self._next_button().setFocus()

    def _clear(self) -> None:
        """Take everything off the page, but spare the cards, of which most will stand again."""
        self.cards.clear()
        self._spare, self._made = self._made, {}
        for card in self._spare.values():
            self._body.removeWidget(card)
        emptied(self._body)

    def _add_section(self, section: InjectSection) -> None:
        title = label(section.heading, "eyebrow", wrap=True)
        title.setContentsMargins(0, 4, 0, 0)
        self._body.addWidget(title)
        for row in section.rows:
            card = self._card((row, section.may_send, section.asks))
            if row.id:
                self.cards[row.id] = card
            self._body.addWidget(card)

    def _card(self, look: CardLook) -> InjectCard:
        card = self._spare.pop(look, None)
        if card is None:
            card = InjectCard(*look)
            card.sent.connect(self.sent)
            card.held.connect(self.held)
        self._made[look] = card
        return card

    def _next_button(self) -> QWidget:
        return next((card.send for card in self.cards.values() if card.send), self.tell)
