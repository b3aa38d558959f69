"""What a seat writes down for itself: one note in hand, kept as it is typed, and those before."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.own_door import OwnDoor
from idlib_wargame.views.seat_notes import (
    LONGEST,
    NoteLine,
    OwnNotes,
    longest_words,
    privacy_words,
    take_away_question,
)
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

PAUSE_IN_TYPING = 600  # milliseconds
MARGINS = QMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
_LINES = 5


class NoteCard(QFrame):
    """One note of before. ``wanted`` when it is to be gone on with, ``dropped`` to take it away."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, note: NoteLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.note = note
        self.change = QPushButton(_("Change"))
        self.drop = QPushButton(_("Take away"))
        head = QHBoxLayout()
        head.addWidget(label(note.stamp, "muted", wrap=True, leads=True), 1)
        for button, signal, words in (
            (self.change, self.wanted, _("Change the note “{note}”")),
            (self.drop, self.dropped, _("Take away the note “{note}”")),
        ):
            button.setProperty("role", "quiet")
            button.setAccessibleName(fill(words, note=note.text[: _LINES * 8]))
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(note))
            steady(button)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(label(note.text, wrap=True))
        self.setAccessibleName(note.spoken)


class NotesPage(TallColumn):
    """Typing is kept after a pause in it, and at once by ``keep``. Nobody else reads any of it."""

    def __init__(self, own: OwnDoor, parent: QWidget | None = None) -> None:
        self.head = QWidget()
        super().__init__(MARGINS, 12, self.head, parent)
        self._own = own
        self._number = 0
        self._kept = ""
        self.setAccessibleName(_("Notes"))
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(_("A note for your own seat"))
        self.field.setPlaceholderText(_("Write for yourselves. It is kept as you type."))
        self.field.setFixedHeight(theme.scaled(_LINES * 20))
        self.done = QPushButton(_("Add the note"))
        self.done.clicked.connect(self.put_away)
        self.why_grey = WhyGrey(self.done, trails=True)
        steady(self.done)
        sends(self.put_away, self.field)
        self.fault = label("", "danger", wrap=True)
        self.fault.hide()
        self.empty = label("", "muted", wrap=True)
        self.question = QuestionBar()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._pause.timeout.connect(self.keep)
        self._lay_out()
        self._take_up(own.notes())
        self.field.textChanged.connect(self._typed)
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(label(privacy_words(), "muted", wrap=True))
        column.addWidget(self.question)
        column.addWidget(self.field)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.addWidget(self.why_grey.line, 1)
        row.addWidget(self.done)
        column.addLayout(row)
        column.addWidget(self.empty)

    def _take_up(self, notes: OwnNotes) -> None:
        """The note in hand goes into the field, or a new one is begun."""
        line = notes.in_hand
        self._number = line.number if line else notes.number
        self._kept = line.text if line else ""
        if self.field.toPlainText() != self._kept:
            self.field.setPlainText(self._kept)
        self._show(notes)

    def _show(self, notes: OwnNotes) -> None:
        self._show_button()
        self.empty.setText("" if notes.kept else _("Notes that you put away stand here."))
        self.empty.setVisible(not notes.kept)
        self.show_cards(notes.kept, lambda place: self._card(notes.kept[place]))

    def _card(self, note: NoteLine) -> NoteCard:
        card = NoteCard(note)
        card.wanted.connect(self._go_on_with)
        card.dropped.connect(self._ask)
        return card

    def _show_button(self) -> None:
        typed = self.field.toPlainText().strip()
        self.why_grey.say("" if typed else _("Write the note first."))

    def _typed(self) -> None:
        self._show_button()
        self._pause.start()

    def keep(self) -> bool:
        """Bring what is here into the record now; whether it is there."""
        self._pause.stop()
        text = self.field.toPlainText()
        if text == self._kept:
            return True
        if not text.strip() and not self._kept.strip():
            return True  # nothing was begun
        return self._write_in_hand(text, is_done=False)

    def _write_in_hand(self, text: str, is_done: bool) -> bool:
        """Where somebody else of the seat wrote it meanwhile, theirs stays, and this is another."""
        notes = self._own.notes()
        there = (*((notes.in_hand,) if notes.in_hand else ()), *notes.kept)
        stands = next((each.text for each in there if each.number == self._number), "")
        if stands not in (self._kept, text):
            self._number, self._kept = notes.number, ""
        return self._write(self._number, text, is_done)

    def put_away(self) -> None:
        """The note in hand is done, and another may be begun."""
        text = self.field.toPlainText()
        if text.strip() and self._write_in_hand(text, is_done=True):
            self._pause.stop()
            self._take_up(self._own.notes())
            self.field.setFocus()

    def _go_on_with(self, note: NoteLine) -> None:
        """The one in hand is put away first, so that nothing of it is lost."""
        text = self.field.toPlainText()
        if text.strip() and not self._write_in_hand(text, is_done=True):
            return
        if self._write(note.number, note.text, is_done=False):
            self._take_up(self._own.notes())
            self.field.setFocus()

    def _ask(self, note: NoteLine) -> None:
        self.verticalScrollBar().setValue(0)
        self.question.ask(take_away_question(), lambda: self._take_away(note))

    def _take_away(self, note: NoteLine) -> None:
        if self._write(note.number, "", is_done=True):
            self._show(self._own.notes())
            self.field.setFocus()

    def _write(self, number: int, text: str, is_done: bool) -> bool:
        """Keep it; where it cannot be, what was typed stays in the field, with why."""
        try:
            if len(text) > LONGEST:
                raise Refused(longest_words())
            self._own.write_note(number, text, is_done)
        except Refused as refused:
            self.fault.setText(str(refused))
            self.fault.show()
            return False
        self.fault.hide()
        if number == self._number:
            self._kept = text
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Another window of the seat may have written meanwhile."""
        super().showEvent(event)
        if self.field.toPlainText() == self._kept:
            self._take_up(self._own.notes())

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever turns to another page has what they typed."""
        self.keep()
        super().hideEvent(event)
