"""An offer or an agreement: who owes what by when, how each term stands, and what may be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.asking import ORDER, act_words
from idlib_wargame.views.bargains.case_card import CaseCard, May, TermLine
from idlib_wargame.views.bargains.standing import evidence_of, may_allege, stands_plain
from idlib_wargame.windows.cards.card_details import CardDetails
from idlib_wargame.windows.cards.term_row import TermRow
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.remarks import remark
from idlib_wargame.words.language import _, fill


class AgreementCard(QFrame):
    """``wanted`` carries what is to be done (May) and the card; ``alleged`` a term of it and that.

    ``opened`` says whether its evidence and history are shown, with its key.
    """

    wanted = Signal(object, object)
    alleged = Signal(object, object)
    opened = Signal(str, bool)

    def __init__(
        self, card: CaseCard, is_open: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.card = card
        self.rows: list[TermRow] = []
        self.acts: dict[May, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        self._column.setSpacing(6)
        self._add_head(card)
        self._add_terms(card)
        self._add_rest(card)
        self.more = QPushButton(_("Evidence and history"))
        self._details = self._make_details(card)
        self._add_buttons(card)
        self._column.addWidget(self._details)
        self.more.setChecked(is_open)
        self._show_details(is_open)
        self.more.toggled.connect(self._turn_details)
        self.setAccessibleName(fill(_("{title}: {state}"), title=card.heading, state=card.state))

    def _add_head(self, card: CaseCard) -> None:
        self._column.addWidget(label(card.heading, size=16, bold=True, wrap=True))
        self._column.addWidget(label(card.state, "muted", wrap=True, leads=True))
        for shape, role, words in (
            ("cross", "danger", card.breached),
            ("flag", "warning", card.declared),
            ("edit", "muted", card.countered),
        ):
            if words:
                self._column.addLayout(remark(shape, role, words))
        if card.answers:
            said = fill(_("Answers: {title}"), title=card.answers)
            self._column.addWidget(label(said, "muted", wrap=True, leads=True))

    def _add_terms(self, card: CaseCard) -> None:
        """Ours and theirs side by side, where the reader is party to it; else one under another."""
        ours = [term for term in card.terms if term.is_ours]
        theirs = [term for term in card.terms if not term.is_ours]
        if not ours:
            self._column.addLayout(self._terms("", theirs))
        else:
            across = QHBoxLayout()
            across.setSpacing(3 * theme.SPACE)
            across.addLayout(self._terms(_("We give"), ours), 1)
            across.addLayout(self._terms(_("We get"), theirs), 1)
            self._column.addLayout(across)
        if card.dropped:
            self._column.addWidget(label(_("No longer in it"), "eyebrow", wrap=True))
        for words in card.dropped:
            self._column.addWidget(label(words, "muted", wrap=True, leads=True))

    def _terms(self, heading: str, terms: Sequence[TermLine]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        if heading:
            column.addWidget(label(heading, "eyebrow", wrap=True))
        if not terms:
            column.addWidget(label(_("Nothing"), "muted", wrap=True, leads=True))
        for term in terms:
            row = TermRow(term, may_allege(self.card, term) and stands_plain(term))
            row.alleged.connect(lambda term=term: self.alleged.emit(term, self.card))
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch()
        return column

    def _add_rest(self, card: CaseCard) -> None:
        if card.text:
            self._column.addWidget(label(fill(_("“{text}”"), text=card.text), wrap=True))
        if card.vague:
            self._column.addWidget(label(card.vague, "warning", wrap=True, leads=True))
        self._column.addWidget(label(card.small_print, "muted", wrap=True, leads=True))

    def _add_buttons(self, card: CaseCard) -> None:
        for may in (each for each in ORDER if each in card.may):
            button = QPushButton(act_words(may))
            button.setProperty("role", "soft")
            said = _("{act} {title}")
            button.setAccessibleName(fill(said, act=act_words(may), title=card.title))
            button.clicked.connect(lambda _=False, may=may: self.wanted.emit(may, self.card))
            steady(button)
            self.acts[may] = button
        self.suspect = self._make_suspect(card)
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.setIcon(icons.icon("expand", "muted"))
        said = fill(_("Evidence and history: {title}"), title=card.title)
        self.more.setAccessibleName(said)
        steady(self.more)
        self._column.addWidget(flowing(theme.SPACE, *self.acts.values(), *self.suspect, self.more))

    def _make_suspect(self, card: CaseCard) -> list[QPushButton]:
        """For whoever suspects what no mark shows; none where each term has its own in sight."""
        if not self.complaints:
            return []
        words = act_words(May.ALLEGE)
        button = QPushButton(words)
        button.setProperty("role", "quiet")
        button.setAccessibleName(fill(_("{act} {title}"), act=words, title=card.title))
        button.clicked.connect(self._pick_complaint)
        steady(button)
        return [button]

    def _pick_complaint(self) -> None:
        """To the one term that can be meant, or to where one is picked beside its evidence."""
        if len(self.complaints) == 1:
            self.complaints[0].click()
        else:
            self.more.setChecked(True)
            self.complaints[0].setFocus()

    def _make_details(self, card: CaseCard) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(CardDetails(list(evidence_of(card))))
        self.complaints: list[QPushButton] = []
        for term in card.terms:
            if may_allege(card, term) and not stands_plain(term):
                said = fill(_("Say that term {number} was broken…"), number=term.number)
                button = QPushButton(said)
                button.setProperty("role", "quiet")
                button.clicked.connect(
                    lambda _=False, term=term: self.alleged.emit(term, self.card)
                )
                steady(button)
                self.complaints.append(button)
        if self.complaints:
            column.addWidget(flowing(theme.SPACE, *self.complaints))
        return inside

    def _turn_details(self, is_open: bool) -> None:
        self._show_details(is_open)
        self.opened.emit(self.card.key, is_open)

    def _show_details(self, is_open: bool) -> None:
        self.more.setIcon(icons.icon("collapse" if is_open else "expand", "muted"))
        self._details.setVisible(is_open)
