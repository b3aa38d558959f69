"""How far a term in free words was kept, from 0 to 3, and why; asked below the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.desk.scoring import WordsTerm, scale_words, score_button_words
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

SCORES = range(4)
NOTHING = WordsTerm("", 0, "", (), False)


class ScoreBar(QFrame):
    """Hidden until asked for. ``scored`` carries the agreement, the term's place, score and why.

    What was picked and typed for each term is kept until it is scored or dropped by hand, also
    where the program ends first.
    ``ended`` when it has gone again.
    """

    scored = Signal(str, int, int, str)
    ended = Signal()

    def __init__(self, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._term = NOTHING
        self._half = half
        self.about = label("", wrap=True, leads=True)
        self.alleged = label("", "warning", wrap=True)
        self.scale = QButtonGroup(self)
        for score in SCORES:
            button = QPushButton(scale_words(score))
            button.setProperty("role", "soft")
            button.setCheckable(True)
            self.scale.addButton(button, score)
        self.why = QLineEdit()
        self.why.setPlaceholderText(_("Why: a few words for the record (needed)"))
        self.why.setAccessibleName(_("Reason for the score"))
        self.fault = label("", "danger", wrap=True)
        self.go = QPushButton()
        self.why_grey = WhyGrey(self.go)
        self.leave = QPushButton(_("Do not score"))
        self.leave.setProperty("role", "quiet")
        self.scale.idClicked.connect(lambda _at: self._filled_in())
        self.why.textChanged.connect(lambda _text: self._filled_in())
        self.go.clicked.connect(self._send)
        self.leave.clicked.connect(self._drop)
        steady(self.go, waits=False)
        steady(self.leave)
        sends(self._send_or_say, self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.about)
        column.addWidget(self.alleged)
        column.addWidget(flowing(6, *self.scale.buttons()))
        column.addWidget(self.why)
        column.addWidget(self.fault)
        column.addWidget(flowing(theme.SPACE, self.go, self.leave))
        column.addWidget(self.why_grey.line)
        self.hide()

    def begin(self, term: WordsTerm, title: str) -> None:
        """Ask for the score of a term; ``title`` names its agreement."""
        self._term = NOTHING  # whatever is filled in now was left here before
        said = _("Term {number} of {agreement}: “{words}”")
        number = term.place + 1
        self.about.setText(fill(said, number=number, agreement=title, words=term.words))
        self.alleged.setText("\n".join(term.alleged))
        self.alleged.setVisible(bool(term.alleged))
        left = Draft(self._half.of(_place(term)))
        score = left.get("score", -1)
        self.scale.setExclusive(False)
        for button in self.scale.buttons():
            button.setChecked(self.scale.id(button) == score)
        self.scale.setExclusive(True)
        self.why.setText(left.get("why", ""))
        self._term = term
        self.fault.hide()
        self._name_button()
        self.show()
        self.scale.button(max(self.scale.checkedId(), 0)).setFocus()

    def _filled_in(self) -> None:
        self._name_button()
        if self._term is not NOTHING:
            picked, why = self.scale.checkedId(), self.why.text()
            half = draft_text(score=picked, why=why) if picked >= 0 or why.strip() else ""
            self._half.typed(_place(self._term), half)

    def say(self, text: str) -> None:
        """Say why a score was refused; what was typed stays."""
        self.fault.setText(text)
        self.fault.show()

    def done(self) -> None:
        """It is scored."""
        self._forget()
        self.hide()

    def _put_away(self) -> None:
        """Nothing of it stays to be found while the desk is covered."""
        self._term = NOTHING
        for each in (self.about, self.alleged, self.why, self.fault):
            each.clear()

    def _drop(self) -> None:
        self._forget()
        self.hide()

    def _forget(self) -> None:
        self._half.done(_place(self._term))
        self._term = NOTHING

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever made room for it may come back."""
        super().hideEvent(event)
        if self.isHidden():  # and not only its page
            self._put_away()
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it, and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _name_button(self) -> None:
        picked = self.scale.checkedId()
        self.go.setText(on_button(score_button_words(picked)))
        self.why_grey.say(self._lacks())

    def _lacks(self) -> str:
        """What is still to be given; "" for nothing."""
        if self.scale.checkedId() < 0:
            return _("Pick a score first.")
        if not self.why.text().strip():
            return _("A score needs its reason, in a few words.")
        return ""

    def _send_or_say(self) -> None:
        """By keys it is tried before all is there, so what is missing is told."""
        if lacks := self._lacks():
            self.say(lacks)
        else:
            self._send()

    def _send(self) -> None:
        if self.go.isEnabled():
            term, why = self._term, self.why.text().strip()
            self.scored.emit(term.case, term.place, self.scale.checkedId(), why)


def _place(term: WordsTerm) -> str:
    return f"score/{term.case}/{term.place}"
