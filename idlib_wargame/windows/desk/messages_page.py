"""Messages of seats and control on the desk: read, answered and leaked here, and written below."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import LetterDraft
from idlib_wargame.views.desk.letters import (
    LetterRow,
    LetterSection,
    letter_list,
    may_leak_to,
)
from idlib_wargame.windows.desk.leak_bar import LeakBar
from idlib_wargame.windows.desk.letter_card import LetterCard
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.note_mark import NoteMarks
from idlib_wargame.windows.parts.labels import label, rule
from idlib_wargame.windows.parts.message_form import MessageForm
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class MessagesPage(QWidget):
    """``leaked`` carries a message's key and to whom it is to be leaked (none for everybody).

    ``covering`` when private messages are to be shown, or covered again.
    """

    leaked = Signal(str, tuple)
    covering = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.marks: NoteMarks | None = None
        self._uncovered = False
        self._shown: list[Hashable] | None = None
        self.list = TallColumn(MARGINS, theme.SPACE, self._make_head(), reads=True)
        self.list.setAccessibleName(_("Messages"))
        self.leak = LeakBar()
        self.form = MessageForm(FACILITATOR, self._send, self._draft)
        self._below = QWidget()  # makes room for the leak, as the form itself comes and goes
        under = QVBoxLayout(self._below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(rule())
        column.addWidget(self.leak)
        column.addWidget(self._below)
        self.uncover.clicked.connect(self.covering)
        self.leak.wanted.connect(self.leaked)
        self.leak.ended.connect(self._below.show)
        self.form.left.connect(self.list.setFocus)
        steady(self.uncover)

    def _make_head(self) -> PageHead:
        self.hint = label("", "muted", wrap=True)
        self.uncover = QPushButton()
        self.uncover.setProperty("role", "quiet")
        head = PageHead(label(_("Messages"), "heading", wrap=True), self.hint, self.uncover)
        head.setContentsMargins(0, 0, 0, 4)
        return head

    def refresh(self, uncovered: bool) -> None:
        """Show the messages as the exercise stands, once somebody looks at them."""
        self._uncovered = uncovered
        if not uncovered:
            self.leak.hide()
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show()

    @property
    def cards(self) -> dict[str, LetterCard]:
        """The cards that have been made so far, by the key of the message."""
        made = (card for card in self.list.made if isinstance(card, LetterCard))
        return {card.row.key: card for card in made}

    def leak_done(self) -> None:
        """It is leaked: the keys go to nothing that would leak another."""
        self.leak.hide()
        self.list.setFocus()

    def _show(self) -> None:
        found = letter_list(self._session, self._uncovered)
        self.form.show_writing(found.writing)
        self.hint.setText(found.hint)
        self.uncover.setVisible(found.has_private)
        self.uncover.setText(
            _("Cover private messages") if self._uncovered else _("Show private messages")
        )
        self.uncover.setIcon(icons.icon("eye_off" if self._uncovered else "eye", "muted"))
        places: list[tuple[LetterSection, int]] = []
        subjects: list[Hashable] = []
        for section in found.sections:
            places += [(section, place) for place in range(-1, len(section.rows))]
            subjects += [section.heading, *section.rows.subjects]
        if subjects == self._shown:
            return
        self._shown = subjects
        self.list.show_cards(subjects, lambda at: self._made_for(*places[at]))
        self.form.follow(self.list.stops[-1])

    def _made_for(self, section: LetterSection, place: int) -> QWidget:
        """The card of a message, or the heading that stands before the first."""
        if place < 0:
            title = label(section.heading, "eyebrow", wrap=True)
            title.setContentsMargins(0, 4, 0, 0)
            return title
        card = LetterCard(section.rows[place])
        card.answered.connect(self.answer)
        card.leaking.connect(lambda _key: self._begin_leak(card.row))
        self._mark(card)
        return card

    def show_marks(self) -> None:
        """Say on each card how many notes are tied to its message."""
        for card in self.cards.values():
            self._mark(card)

    def _mark(self, card: LetterCard) -> None:
        if self.marks is not None:
            self.marks.put_on(card, card.column, Tie(About.MESSAGE, card.row.key))

    def go_to(self, key: str) -> None:
        """Bring a message into view."""
        self.list.show_subject(lambda look: isinstance(look, tuple) and look[0] == key)

    def answer(self, key: str, to: str) -> None:
        """Begin the answer to a message, for whoever wrote it."""
        self.leak.hide()
        self.form.answer(key, to)

    def _begin_leak(self, row: LetterRow) -> None:
        session = self._session
        whom = may_leak_to(session.scenario, session.play, row.key)
        self._below.hide()
        self.leak.begin(row.key, row.head, whom)

    def _send(self, draft: LetterDraft) -> None:
        self._session.submit(SendMessage(draft.to, draft.text, answers=draft.answers), FACILITATOR)

    def _draft(self, draft: LetterDraft) -> None:
        self._session.submit(DraftMessage(*draft), FACILITATOR)
