"""Offers and agreements on the desk: who promised what to whom, who keeps it, and what waits."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.desk.agreements import (
    AgreementLists,
    AgreementRow,
    AgreementSection,
    counters_by,
    may_leak_to,
)
from idlib_wargame.windows.desk.agreement_card import DeskAgreementCard
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.leak_bar import LeakBar
from idlib_wargame.windows.desk.score_bar import ScoreBar
from idlib_wargame.windows.desk.template_bar import TemplateBar
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.note_mark import NoteMarks
from idlib_wargame.windows.parts.labels import label, rule
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _, fill

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class AgreementsPage(QWidget):
    """Tells what is wanted; the desk asks first where it must, and does it.

    ``acted`` carries a seat, what it is to do and the key; ``signing`` the key of an open offer;
    ``covering`` when what is secret is to be shown, or covered again.
    """

    scored = Signal(str, int, int, str)
    leaked = Signal(str, tuple)
    acted = Signal(str, object, str)
    tabled = Signal(str, object, str)
    signing = Signal(str)
    covering = Signal()

    def __init__(self, session: Session, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lists = AgreementLists(session)
        self._uncovered = False
        self._shown: list[Hashable] | None = None
        self.marks: NoteMarks | None = None
        self.list = TallColumn(MARGINS, theme.SPACE, self._make_head())
        self.list.setAccessibleName(_("Agreements"))
        self.score, self.leak, self.template = ScoreBar(half), LeakBar(), TemplateBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        self.line = rule()
        self.line.hide()
        column.addWidget(self.line)
        for bar in self._bars:
            column.addWidget(bar)
            bar.ended.connect(self._ended)
        self.score.scored.connect(self.scored)
        self.leak.wanted.connect(self.leaked)
        self.template.tabled.connect(self.tabled)
        self.uncover.clicked.connect(self.covering)
        self.table.clicked.connect(self._begin_tabling)
        for button in (self.uncover, self.table):
            steady(button)

    @property
    def _bars(self) -> tuple[ScoreBar, LeakBar, TemplateBar]:
        return self.score, self.leak, self.template

    def _make_head(self) -> PageHead:
        self.hint = label("", "muted", wrap=True)
        self.table = QPushButton(_("Table a template…"))
        self.table.setProperty("role", "soft")
        self.uncover = QPushButton()
        self.uncover.setProperty("role", "quiet")
        heading = label(_("Agreements"), "heading", wrap=True)
        head = PageHead(heading, self.hint, self.table, self.uncover)
        head.setContentsMargins(0, 0, 0, 4)
        return head

    @property
    def cards(self) -> dict[str, DeskAgreementCard]:
        """The cards that have been made so far, by the key of the offer or agreement."""
        made = (card for card in self.list.made if isinstance(card, DeskAgreementCard))
        return {card.row.key: card for card in made}

    def refresh(self, uncovered: bool) -> None:
        """Show offers and agreements as they stand, once somebody looks at them."""
        self._uncovered = uncovered
        if not uncovered:
            self._leave_bars()
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show()

    def done(self) -> None:
        """What was asked for is done: the keys go to nothing that would do it again."""
        self._leave_bars()
        self.list.setFocus()

    def _leave_bars(self) -> None:
        for bar in self._bars:
            bar.hide()

    def _ended(self) -> None:
        self.line.setVisible(any(not bar.isHidden() for bar in self._bars))

    def _show(self) -> None:
        found = self._lists.now(self._uncovered)
        self._tabling = found.tabling
        self.hint.setText(found.hint)
        self.table.setVisible(bool(found.tabling) and (self._uncovered or not found.has_secret))
        self.uncover.setVisible(found.has_secret)
        self.uncover.setText(
            _("Cover what is secret") if self._uncovered else _("Show what is secret")
        )
        self.uncover.setIcon(icons.icon("eye_off" if self._uncovered else "eye", "muted"))
        places: list[tuple[AgreementSection, int]] = []
        subjects: list[Hashable] = []
        for section in found.sections:
            places += [(section, place) for place in range(-1, len(section.rows))]
            subjects += [section.heading, *section.rows]
        if subjects == self._shown:
            return
        self._shown = subjects
        self.list.show_cards(subjects, lambda at: self._made_for(*places[at]))

    def _made_for(self, section: AgreementSection, place: int) -> QWidget:
        """The card of an offer or agreement, or the heading that stands before the first."""
        if place < 0:
            title = label(section.heading, "eyebrow", wrap=True)
            title.setContentsMargins(0, 4, 0, 0)
            return title
        row = section.rows[place]
        card = DeskAgreementCard(row)
        card.scoring.connect(lambda term: self._begin_score(row, term))
        card.leaking.connect(lambda: self._begin_leak(row))
        card.acting.connect(lambda seat, may: self._act(row, seat, may))
        card.signing.connect(lambda: self.signing.emit(row.key))
        self._mark(card)
        return card

    def show_marks(self) -> None:
        """Say on each card how many notes are tied to its offer or agreement."""
        for card in self.cards.values():
            self._mark(card)

    def _mark(self, card: DeskAgreementCard) -> None:
        if self.marks is not None:
            self.marks.put_on(card, card.column, Tie(About.OFFER, card.row.key))

    def go_to(self, key: str) -> None:
        """Bring an offer or agreement into view."""
        self.list.show_subject(lambda row: isinstance(row, AgreementRow) and row.key == key)

    def _begin(self, bar: QWidget, begin: Callable[[], None]) -> None:
        for other in self._bars:
            if other is not bar:
                other.hide()
        self.line.show()
        begin()

    def _begin_score(self, row: AgreementRow, place: int) -> None:
        term = next(each for each in row.to_score if each.place == place)
        title = row.card.title if row.card else row.head
        self._begin(self.score, lambda: self.score.begin(term, title))

    def _begin_leak(self, row: AgreementRow) -> None:
        session = self._session
        whom = may_leak_to(session.scenario, session.play.ledger[row.key])
        self._begin(self.leak, lambda: self.leak.begin(row.key, row.head, whom))

    def _begin_tabling(self) -> None:
        about = _("Table a template for a seat that you play, or that a habit plays:")
        self._begin(self.template, lambda: self.template.begin(self._tabling, about))

    def _act(self, row: AgreementRow, seat: str, may: May) -> None:
        if may is not May.COUNTER:
            self.acted.emit(seat, may, row.key)
            return
        found = counters_by(self._session, seat, row.key)
        said = _("What {seat} tables instead of {offer}, which stays open beside it:")
        about = fill(said, seat=found.name, offer=row.card.title if row.card else row.head)
        self._begin(self.template, lambda: self.template.begin([found], about, row.key))
