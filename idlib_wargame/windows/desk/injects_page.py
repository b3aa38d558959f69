"""The injects of the pack: what is due now, what is still to come, what was sent."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_list import InjectList, InjectSection, inject_list
from idlib_wargame.views.desk.inject_rows import InjectRow
from idlib_wargame.windows.desk.inject_card import InjectCard
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.note_mark import NoteMarks
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class InjectsPage(TallColumn):
    """``sent`` and ``held`` carry an inject's id, ``dropped`` that and the title as it is shown.

    ``telling`` when words are to be written.

    What is for some seats only is covered until asked for, and again in the next turn.
    """

    sent = Signal(str)
    held = Signal(str)
    dropped = Signal(str, str)
    telling = Signal()
    covered = Signal()
    board_wanted = Signal()
    all_due = Signal()
    left_unsent = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.head = self._make_head()
        above = self._make_above()
        super().__init__(MARGINS, theme.SPACE, above, reads=True, parent=parent)
        self._session = session
        self.setAccessibleName(_("Injects"))
        self.uncovered = False
        self._turn = session.play.turn
        self._shown: InjectList | None = None
        self.marks: NoteMarks | None = None
        self.tell.clicked.connect(self.telling)
        self.uncover.clicked.connect(self.cover_or_uncover)
        self.whole.clicked.connect(self.board_wanted)
        for button, press in ((self.all, self.all_due), (self.go_on, self.left_unsent)):
            button.clicked.connect(self.whole.setFocus)  # it goes, and no key must send by that
            button.clicked.connect(press)
        for button in (self.uncover, self.whole, self.all, self.go_on):
            steady(button)

    def _make_head(self) -> PageHead:
        self.hint = label("", "muted", wrap=True)
        self.tell = QPushButton(_("Tell seats…"))
        self.tell.setProperty("role", "quiet")
        self.tell.setIcon(icons.icon("edit", "muted"))
        tip = _("Words of the moment, to some seats or all ({keys})")
        self.tell.setToolTip(fill(tip, keys=key_words(Where.DESK, "tell")))
        self.uncover = QPushButton()
        self.uncover.setProperty("role", "quiet")
        heading = label(_("Injects"), "heading", wrap=True)
        head = PageHead(heading, self.hint, self.uncover, self.tell)
        head.setContentsMargins(0, 0, 0, 4)
        return head

    def _make_above(self) -> QWidget:
        """The head, and under it the large presses and the way to the whole list."""
        self.whole = QPushButton(_("Whole list"))
        self.whole.setProperty("role", "quiet")
        self.whole.setIcon(icons.icon("list", "muted"))
        self.whole.setToolTip(_("Search, hold, edit, repeat; lists from a spreadsheet"))
        self.all, self.go_on = QPushButton(), QPushButton()
        for button in (self.all, self.go_on):
            button.setProperty("role", "soft")
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(flowing(theme.SPACE, self.all, self.go_on, self.whole))
        return above

    def cover_or_uncover(self) -> None:
        """Show private messages to the facilitator, or cover them again."""
        self.uncovered = not self.uncovered
        self.refresh()
        self.covered.emit()

    def refresh(self) -> None:
        """Show the injects as the exercise stands, once somebody looks at them."""
        turn = self._session.play.turn
        if turn != self._turn:
            self._turn, self.uncovered = turn, False
        if self.isVisible():
            self._show(inject_list(self._session, self.uncovered))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show(inject_list(self._session, self.uncovered))

    @property
    def cards(self) -> dict[str, InjectCard]:
        """The cards of injects that have been made so far, by the inject's id."""
        made = (card for card in self.made if isinstance(card, InjectCard))
        return {card.row.id: card for card in made if card.row.id}

    def _show(self, found: InjectList) -> None:
        if found == self._shown:
            return
        self._shown = found
        say_grey(self.tell, "" if found.may_tell else _("The exercise is finished."))
        self.hint.setText(found.hint)
        for button, words in ((self.all, found.send_all), (self.go_on, found.leave)):
            button.setText(on_button(words))
            button.setVisible(bool(words))
        self.uncover.setVisible(found.has_private)
        self.uncover.setText(
            _("Cover private messages") if self.uncovered else _("Show private messages")
        )
        self.uncover.setIcon(icons.icon("eye_off" if self.uncovered else "eye", "muted"))
        places: list[tuple[InjectSection, int]] = []
        subjects: list[Hashable] = []
        for section in found.sections:
            places += [(section, place) for place in range(-1, len(section.rows))]
            look = (section.may_send, section.hold)
            subjects += [section.heading, *((row, look) for row in section.subjects)]
        self.show_cards(subjects, lambda at: self._made_for(*places[at]))

    def _made_for(self, section: InjectSection, place: int) -> QWidget:
        """The card of a row, or the heading that stands before the first."""
        if place < 0:
            title = label(section.heading, "eyebrow", wrap=True)
            title.setContentsMargins(0, 4, 0, 0)
            return title
        card = InjectCard(section.rows[place], section.may_send, section.hold)
        card.sent.connect(self.sent)
        card.held.connect(self.held)
        card.dropped.connect(self.dropped)
        self._mark(card)
        return card

    def show_marks(self) -> None:
        """Say on each card how many notes are tied to its inject."""
        for card in self.cards.values():
            self._mark(card)

    def _mark(self, card: InjectCard) -> None:
        if self.marks is not None and card.row.id:
            self.marks.put_on(card, card.column, Tie(About.INJECT, card.row.id))

    def go_to(self, inject: str) -> None:
        """Bring an inject into view."""
        self.show_subject(lambda each: _is_of(each, inject))


def _is_of(subject: Hashable, inject: str) -> bool:
    row = subject[0] if isinstance(subject, tuple) and subject else None
    return isinstance(row, InjectRow) and row.id == inject
