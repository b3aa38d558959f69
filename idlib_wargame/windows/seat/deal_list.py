"""What a seat knows of offers and agreements: what waits for it first, then by how it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.bargains.ledger import DraftLine, LedgerView, nothing_yet
from idlib_wargame.windows.cards.agreement_card import AgreementCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _, fill

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class _Row(NamedTuple):
    """What stands in the list, and how it is made."""

    subject: Hashable
    make: Callable[[], QWidget]


class DraftCard(QFrame):
    """An offer that is half written. ``wanted`` to go on with it, ``dropped`` to be rid of it."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, draft: DraftLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.draft = draft
        self.go_on = QPushButton(_("Go on writing"))
        self.drop = QPushButton(_("Discard…"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(draft.title, bold=True, wrap=True))
        if draft.note:
            words.addWidget(label(draft.note, "warning", wrap=True, leads=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.addLayout(words, 1)
        for button, signal, said in (
            (self.go_on, self.wanted, _("Go on writing: {offer}")),
            (self.drop, self.dropped, _("Discard: {offer}")),
        ):
            button.setProperty("role", "quiet")
            button.setAccessibleName(fill(said, offer=draft.title))
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(draft))
            steady(button)
            row.addWidget(button)


class DealList(TallColumn):
    """``wanted`` and ``alleged`` as a card says them; ``resumed`` and ``dropped`` a draft."""

    wanted = Signal(object, object)
    alleged = Signal(object, object)
    resumed = Signal(object)
    dropped = Signal(object)

    def __init__(self, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(MARGINS, 12, head, parent)
        self._opened: set[str] = set()
        self.setAccessibleName(_("Offers and agreements"))

    def show_ledger(self, ledger: LedgerView) -> None:
        """Show what there is; a card that says the same is left as it is."""
        rows: list[_Row] = []
        drafts = [_Row(each, self._draft_maker(each)) for each in ledger.drafts]
        for heading, cards in (
            (_("Waits for your answer"), ledger.waiting),
            (_("On the table"), ledger.tabled),
            (_("In force"), ledger.in_force),
            (_("Half written"), None),
            (_("Over"), ledger.over),
        ):
            there = drafts if cards is None else [_Row(c, self._card_maker(c)) for c in cards]
            if there:
                rows += [_Row(heading, _heading_maker(heading)), *there]
        if not rows:
            rows = [_Row("", lambda: label(nothing_yet(ledger), "muted", wrap=True))]
        self.show_cards([each.subject for each in rows], lambda place: rows[place].make())

    @property
    def cards(self) -> dict[str, AgreementCard]:
        """The cards that have been made, by their keys."""
        return {each.card.key: each for each in self.made if isinstance(each, AgreementCard)}

    @property
    def drafts(self) -> dict[int, DraftCard]:
        """The drafts that have been made, by their places."""
        return {each.draft.place: each for each in self.made if isinstance(each, DraftCard)}

    def _card_maker(self, subject: CaseCard) -> Callable[[], QWidget]:
        return lambda: self._card(subject)

    def _card(self, subject: CaseCard) -> AgreementCard:
        card = AgreementCard(subject, subject.key in self._opened)
        card.wanted.connect(self.wanted)
        card.alleged.connect(self.alleged)
        card.opened.connect(self._remember)
        return card

    def _remember(self, key: str, is_open: bool) -> None:
        """What was opened stays so while the card says something else."""
        (self._opened.add if is_open else self._opened.discard)(key)

    def _draft_maker(self, draft: DraftLine) -> Callable[[], QWidget]:
        return lambda: self._draft(draft)

    def _draft(self, draft: DraftLine) -> DraftCard:
        card = DraftCard(draft)
        card.wanted.connect(self.resumed)
        card.dropped.connect(self.dropped)
        return card


def _heading_maker(heading: str) -> Callable[[], QWidget]:
    return lambda: label(heading, "heading", wrap=True)
