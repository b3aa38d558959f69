"""Where a message is written: to whom, what, and what it answers; kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.correspondence import (
    LetterDraft,
    Writing,
    is_request,
    send_all_words,
    send_words,
    unsent_words,
)
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.recipient_chips import RecipientChips
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

LINES = 3  # of the field
PAUSE_IN_TYPING = 600  # milliseconds
Do = Callable[[LetterDraft], object]


class MessageText(QPlainTextEdit):
    """What is written. Enter begins a new line, as nothing is sent by a key pressed in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = _("Write a message. {keys} sends it")
        self.setPlaceholderText(fill(hint, keys=key_words(Where.FIELD, "go_on")))
        self.setAccessibleName(_("Your message"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        theme.changes().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme.scaled(18) * LINES + 20)


class MessageForm(QFrame):
    """``writer`` is a seat, or FACILITATOR. ``send`` and ``draft`` do it, and may raise Refused.

    ``sent`` when one has gone, ``left`` when somebody is done here for now. What is half written
    is kept after a pause in typing, and at once by ``keep``; what was refused stays.
    """

    sent = Signal()
    left = Signal()

    def __init__(self, writer: str, send: Do, draft: Do, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._writer = writer
        self._do_send, self._do_draft = send, draft
        self._kept = LetterDraft()
        self._answers = ""
        self._is_open = True
        self.chips = RecipientChips(_("To"), _("All seats"))
        self.text = MessageText()
        self.answering = label("", "muted", wrap=True, leads=True)
        self.anew = QPushButton(_("Write without answering"))
        self.anew.setProperty("role", "quiet")
        self.anew.setAccessibleName(_("Write a message that answers nothing"))
        self.refused = label("", "warning", wrap=True)
        self.refused.hide()
        self.go = QPushButton()
        self.why_grey = WhyGrey(self.go, trails=True)
        steady(self.go, waits=False)
        steady(self.anew)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._lay_out()
        self._connect()
        self._show_answered("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        self._answered = QWidget()
        what = QHBoxLayout(self._answered)
        what.setContentsMargins(0, 0, 0, 0)
        what.addWidget(self.answering, 1)
        what.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignTop)
        top = Qt.AlignmentFlag.AlignTop
        across = QHBoxLayout()
        across.setSpacing(theme.SPACE)
        across.addWidget(self.text, 1, top)
        across.addWidget(self.go, 0, top)
        column.addWidget(self.chips)
        column.addWidget(self._answered)
        column.addLayout(across)
        column.addWidget(self.why_grey.line)
        column.addWidget(self.refused)

    def _connect(self) -> None:
        sends(self.send, self.text)
        self.go.clicked.connect(self.send)
        self.anew.clicked.connect(self._answer_nothing)
        self.text.textChanged.connect(self._typed)
        self.chips.changed.connect(self._picked)
        self._pause.timeout.connect(self.keep)

    @property
    def draft(self) -> LetterDraft:
        """What is written here now."""
        text = self.text.toPlainText()
        to = tuple(each.id for each in self.chips.picked)
        return LetterDraft(to, text if text.strip() else "", self._answers)

    def follow(self, before: QWidget) -> None:
        """Have Tab come here after that, and go through the form as it is read."""
        for stop in (*self.chips.stops, self.anew, self.text, self.go):
            QWidget.setTabOrder(before, stop)
            before = stop

    def show_writing(self, writing: Writing) -> None:
        """Take up what may be written; what was kept elsewhere replaces what is here."""
        self._is_open = writing.is_open
        self.setVisible(writing.is_open)
        self.chips.offer(writing.to)
        if writing.draft != self._kept:
            self._kept = writing.draft
            self._put(writing.draft)
        if self._answers == writing.draft.answers:
            self._show_answered(writing.answers)
        self._show_button()

    def answer(self, key: str, to: str) -> None:
        """Begin an answer to the message of that key, to whoever wrote it; text stays."""
        self._answers = key
        picked = {each.id for each in self.chips.picked}
        self.chips.pick({*picked, to} if self.draft.text else {to})
        self._show_answered("")  # what it answers is told once it is kept
        self._show_button()
        self.keep()
        self.text.setFocus()

    def keep(self) -> None:
        """Bring what is here into the record now."""
        self._pause.stop()
        draft = self.draft
        if draft == self._kept or not self._is_open:
            return
        before, self._kept = self._kept, draft
        try:
            self._do_draft(draft)
        except Refused as refused:
            self._kept = before
            self._say(str(refused))

    def send(self) -> None:
        """Send what is written; where it is refused, it stays and a sentence says why."""
        self._pause.stop()
        if not self.go.isEnabled():
            return
        draft, before = self.draft, self._kept
        self._kept = LetterDraft()  # what the record holds of it once it is sent
        try:
            self._do_send(draft)
        except Refused as refused:
            self._kept = before
            self.keep()
            self._say(str(refused))
            return
        self._put(LetterDraft())
        self._say("")
        self.text.setFocus()  # not on the button, which would be the next thing to press
        self.sent.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, and what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _put(self, draft: LetterDraft) -> None:
        self._answers = draft.answers
        self._show_answered("")
        self.chips.pick(draft.to)
        if self.draft.text != draft.text:
            self.text.setPlainText(draft.text)
        self._pause.stop()  # nobody has typed it
        self._show_button()

    def _answer_nothing(self) -> None:
        self._answers = ""
        self._show_answered("")
        self._show_button()
        self.keep()
        self.text.setFocus()

    def _show_answered(self, words: str) -> None:
        self.answering.setText(words)
        self._answered.setVisible(bool(self._answers))

    def _typed(self) -> None:
        self._say("")
        self._show_button()
        self._pause.start()

    def _picked(self) -> None:
        self._say("")
        self._show_button()
        self.keep()

    def _show_button(self) -> None:
        picked, draft = self.chips.picked, self.draft
        asks = is_request(self._writer, draft)
        words = send_words(picked, len(self.chips.seats), asks)
        whole = words if asks else send_all_words(picked)
        self.go.setText(on_button(words))
        self.go.setAccessibleName(whole)
        why = unsent_words(bool(picked), bool(draft.text))
        self.why_grey.say(why, whole if whole != words else "")

    def _say(self, text: str) -> None:
        self.refused.setText(text)
        self.refused.setVisible(bool(text))
