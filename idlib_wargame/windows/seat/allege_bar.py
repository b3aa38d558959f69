"""Where a seat says that a term was broken, and what it has to say of that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.bargains.asking import before_alleging
from idlib_wargame.views.bargains.case_card import CaseCard, TermLine
from idlib_wargame.views.bargains.ledger import HalfAlleged
from idlib_wargame.views.bargains.unkept import unkept_words
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import hand, steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.language import _

LINES = 2
PAUSE_IN_TYPING = 600  # milliseconds


class AllegeBar(QFrame):
    """Hidden until it is asked for. ``left`` when it is said, or nothing is to be said.

    What was typed about a term waits until somebody comes back to it. It is kept after a pause in
    typing, and at once by ``keep``.
    """

    left = Signal()

    def __init__(self, door: SeatDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self._door = door
        self._about: tuple[str, int] | None = None
        self._typed: dict[tuple[str, int], str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._pause.timeout.connect(self.keep)
        self.words = label(wrap=True)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(_("What happened? This may stay empty"))
        self.text.setAccessibleName(_("What happened"))
        self.text.setFixedHeight(theme.scaled(18) * LINES + 20)
        self.fault = label("", "danger", wrap=True)
        self.fault.hide()
        self.yes = QPushButton(_("Say so to all who know of it"))
        self.no = QPushButton(_("Leave it"))
        self.no.setProperty("role", "quiet")
        self.yes.clicked.connect(self.say)
        self.no.clicked.connect(self.leave)
        for button in (self.yes, self.no):
            steady(button)
        sends(self.say, self.text)
        self.text.textChanged.connect(self._pause.start)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        column.addWidget(self.words)
        column.addWidget(self.text)
        column.addWidget(self.fault)
        column.addLayout(row)

    def show_drafts(self, halves: Sequence[HalfAlleged]) -> None:
        """Take up what was kept; a sentence that is being typed is left alone."""
        self._typed = {(each.case, each.term): each.text for each in halves}

    def keep(self) -> None:
        """Bring what is half written into the record now."""
        self._pause.stop()
        text = self.text.toPlainText()
        if self._about is None or text == self._typed.get(self._about, ""):
            return
        about, before = self._about, self._typed
        self._typed = {**before, about: text}
        try:
            self._door.draft_allegation(*about, text)
        except Refused as refused:
            self._typed = before
            self._say(str(refused))

    def ask(self, term: TermLine, card: CaseCard) -> None:
        """Ask what there is to say of a term."""
        self.keep()
        self._about = (card.key, term.number - 1)
        self.words.setText(before_alleging(term, card))
        self.text.setPlainText(self._typed.get(self._about, ""))
        self._pause.stop()  # nobody has typed it
        self._say("")
        self.show()
        self.text.setFocus()

    def say(self) -> None:
        """Say it; where it is refused, what was typed stays, with why."""
        if self._about is None:
            return
        key, term = self._about
        try:
            self._door.allege_breach(key, term, self.text.toPlainText())
        except Refused as refused:
            self._say(str(refused))
            return
        hand().has_acted()
        self._close()

    def leave(self) -> None:
        """Say nothing for now."""
        self.keep()
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it, and what was typed waits."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> str:
        """Nothing can be said any more; what was typed and not kept is told."""
        if self._about is None:
            return ""
        typed, kept = self.text.toPlainText(), self._typed.get(self._about, "")
        self._close()
        return unkept_words(typed) if typed != kept else ""

    def _close(self) -> None:
        self._pause.stop()
        self._about = None
        self.left.emit()
        self.hide()

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
