"""Every note that somebody may read, newest first, with what they look for left in."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.notes import Tie
from idlib_wargame.views.notes.door import NoteDoor
from idlib_wargame.views.notes.rows import (
    OWN,
    NoteRow,
    NotesSought,
    found_among,
    hint_words,
    nothing_words,
)
from idlib_wargame.views.question import Question
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.chips import ChipRow
from idlib_wargame.windows.notes.note_card import NoteCard
from idlib_wargame.windows.notes.note_form import NoteForm
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.half_typed import HalfTyped
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _, fill

MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)


class NotesPage(QWidget):
    """``wanted`` carries what to go to; ``beginning`` when a note is to be taken."""

    wanted = Signal(object)
    beginning = Signal()

    def __init__(self, door: NoteDoor, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door, self._half = door, half
        self._rows: tuple[NoteRow, ...] = ()
        self._shown: list[Hashable] | None = None
        self._changing: set[int] = set()
        self._tie: Tie | None = None
        self.question = QuestionBar()
        self.list = TallColumn(MARGINS, theme.SPACE, self._make_head(), reads=True)
        self.list.setAccessibleName(_("Notes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.question.float_on(self.list)

    def _make_head(self) -> QWidget:
        self.hint = label("", "muted", wrap=True)
        self.take = QPushButton(_("Take a note"))
        self.take.setProperty("role", "soft")
        self.take.setIcon(icons.icon("note", "muted"))
        self.take.clicked.connect(self.beginning)
        steady(self.take)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(theme.SPACE)
        heading = label(_("Notes"), "heading", wrap=True)
        column.addWidget(PageHead(heading, self.hint, self.take))
        column.addWidget(self._make_sieve())
        return head

    def _make_sieve(self) -> QWidget:
        self.words = QLineEdit()
        self.words.setProperty("finds", True)
        self.words.setPlaceholderText(_("Find in notes: words, tags, names"))
        self.words.setAccessibleName(_("Find in notes"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.scaled(240))
        self.turn, self.tag, self.whose = (PickList(letters=11) for _pick in range(3))
        for pick, name in (
            (self.turn, _("Of which turn")),
            (self.tag, _("With which tag")),
            (self.whose, _("Whose")),
        ):
            pick.setAccessibleName(name)
            pick.currentIndexChanged.connect(self._sift)
        self.for_report = _switch(_("For the report"))
        self.important = _switch(_("Important"))
        for switch in (self.for_report, self.important):
            switch.toggled.connect(self._sift)
        self.all = QPushButton(_("Show all notes"))
        self.all.setProperty("role", "quiet")
        self.all.clicked.connect(self.show_all_notes)
        self.words.textChanged.connect(self._sift)
        self.about = QPushButton()
        self.about.setProperty("role", "soft")
        self.about.setIcon(icons.icon("close", "muted"))
        self.about.clicked.connect(lambda: self.show_notes_of(None))
        for button in (self.all, self.about):
            steady(button)
        picks = (self.turn, self.tag, self.whose)
        return ChipRow(
            self.words, *picks, self.for_report, self.important, self.about, self.all, spacing=6
        )

    def refresh(self) -> None:
        """Show the notes as they stand, once somebody looks at them."""
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show()

    @property
    def cards(self) -> dict[int, NoteCard]:
        """The cards that have been made so far, by the number of the note."""
        made = (card for card in self.list.made if isinstance(card, NoteCard))
        return {card.row.number: card for card in made}

    @property
    def forms(self) -> dict[int, NoteForm]:
        """The notes that are being changed, by number."""
        return {
            int(form.property("number")): form
            for form in self.list.made
            if isinstance(form, NoteForm)
        }

    @property
    def sought(self) -> NotesSought:
        """What is looked for."""
        return NotesSought(
            self.words.text(),
            self.turn.currentData() or 0,
            self.tag.currentData() or "",
            self.for_report.isChecked(),
            self.important.isChecked(),
            self.whose.currentData() or "",
            self._tie,
        )

    def show_all_notes(self) -> None:
        """Look for nothing."""
        self.words.clear()
        for pick in (self.turn, self.tag, self.whose):
            pick.setCurrentIndex(0)
        for switch in (self.for_report, self.important):
            switch.setChecked(False)
        self._tie = None
        self._sift()

    def show_notes_of(self, tie: Tie | None) -> None:
        """Show the notes that are tied to that, and no others; None for those of anything."""
        if tie is not None:
            self.show_all_notes()
        self._tie = tie
        self._sift()

    def _show(self) -> None:
        rows = self._door.rows()
        if rows == self._rows and self._shown is not None:
            return
        self._rows = rows
        turns = sorted({row.turn for row in self._rows})
        tags = sorted({tag for row in self._rows for tag in row.tags})
        others = sorted({row.author for row in self._rows if row.author})
        turn_words = [(fill(_("Turn {turn}"), turn=turn), turn) for turn in turns]
        self._offer(self.turn, _("Every turn"), turn_words)
        self._offer(self.tag, _("Every tag"), [(f"#{tag}", tag) for tag in tags])
        whose = [(_("Yours"), OWN), *((name, name) for name in others)]
        self._offer(self.whose, _("Everybody’s"), whose if others else [])
        self._sift()

    def _offer(self, pick: PickList, every: str, rows: Sequence[tuple[str, int | str]]) -> None:
        """What may be picked; what was picked stays picked."""
        before = pick.currentData()
        now = [(pick.itemText(at), pick.itemData(at)) for at in range(pick.count())]
        if now != [(every, None), *rows]:
            pick.blockSignals(True)
            pick.clear()
            pick.addItem(every)
            for words, value in rows:
                pick.addItem(words, value)
            pick.setCurrentIndex(max(0, pick.findData(before)) if before is not None else 0)
            pick.blockSignals(False)
        pick.setVisible(len(rows) > 1 or before is not None)

    def _sift(self) -> None:
        sought = self.sought
        found = found_among(self._rows, sought)
        self.hint.setText(hint_words(len(found), len(self._rows)))
        self.hint.setVisible(bool(self._rows))
        self.all.setVisible(sought != NotesSought())
        self.about.setVisible(self._tie is not None)
        if self._tie is not None:
            words = self._door.name(self._tie).words
            self.about.setText(on_button(fill(_("About: {thing}"), thing=words)))
        subjects: list[Hashable] = [
            row.number if row.number in self._changing else row for row in found
        ]
        subjects = subjects or [nothing_words(len(self._rows))]
        if subjects == self._shown:
            return
        self._shown = subjects
        rows = {row.number: row for row in found}
        self.list.show_cards(subjects, lambda at: self._made_for(subjects[at], rows))

    def _made_for(self, subject: Hashable, rows: dict[int, NoteRow]) -> QWidget:
        if isinstance(subject, NoteRow):
            return self._card(subject)
        if isinstance(subject, int):
            return self._form(rows[subject])
        return label(str(subject), "muted", wrap=True)

    def _card(self, row: NoteRow) -> NoteCard:
        card = NoteCard(row, may_go=not self._door.is_observer)
        card.changing.connect(lambda: self._change(row.number))
        card.dropping.connect(lambda: self._ask_to_drop(card))
        card.tie_pressed.connect(self.wanted)
        card.tag_pressed.connect(self._look_for_tag)
        return card

    def _look_for_tag(self, tag: str) -> None:
        self.tag.setCurrentIndex(max(0, self.tag.findData(tag)))
        self.tag.setVisible(True)

    def _form(self, row: NoteRow) -> NoteForm:
        form = NoteForm(self._door, self._half, row.number)
        form.setProperty("number", row.number)
        form.edit(row)
        for ended in (form.kept, form.left, form.dropped):
            ended.connect(lambda: self._end(row.number))
        return form

    def _change(self, number: int) -> None:
        self._changing.add(number)
        self._sift()
        form = self.forms.get(number)
        if form is not None:
            form.text.setFocus()

    def _end(self, number: int) -> None:
        self._changing.discard(number)
        self._show()
        self._sift()
        card = self.cards.get(number)
        if card is not None:
            card.change.setFocus()

    def _ask_to_drop(self, card: NoteCard) -> None:
        question = Question(
            _("Take this note away? The log still says that it was written."),
            _("Take it away"),
            _("Keep it"),
        )
        self.question.ask(question, lambda: self._drop(card.row.number), near=card.drop)

    def _drop(self, number: int) -> None:
        try:
            self._door.take(TakeNote("", number=number))
        except Refused as refused:
            self.hint.setText(str(refused))
            return
        self._show()
        self.list.setFocus()


def _switch(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "soft")
    button.setCheckable(True)
    steady(button)
    return button
