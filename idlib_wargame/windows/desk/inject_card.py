"""One inject of the list: when, to whom, what it says, what it does, and the way to send it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.desk.inject_rows import InjectRow
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.rows import source_explained


class InjectCard(QFrame):
    """``sent`` and ``held`` carry the inject's id, ``dropped`` that and the title as it is shown.

    With ``hold``, the words of a button that holds it back, it stands open and asks for a decision;
    else its words are on request. Words of the moment are always shown, unless they are covered.
    """

    sent = Signal(str)
    held = Signal(str)
    dropped = Signal(str, str)

    def __init__(
        self,
        row: InjectRow,
        may_send: bool = False,
        hold: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # selected, for a note about it
        self.row = row
        self.send: QPushButton | None = None
        self.hold: QPushButton | None = None
        self.drop: QPushButton | None = None
        self._words = self._make_words()
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        column.setSpacing(4)
        if may_send:
            self.send = _soft(row.button, row.title)
            self.send.clicked.connect(lambda: self.sent.emit(row.id))
        column.addLayout(self._head(bool(hold)))
        where = label(row.where, "muted", wrap=True, leads=True)
        where.setToolTip(in_tooltip(row.exact))
        where.setAccessibleDescription(row.exact)
        column.addWidget(where)
        column.addWidget(self._words)
        if hold:
            column.addSpacing(4)
            send = [self.send] if self.send else []
            column.addWidget(flowing(theme.SPACE, *send, self._holder(hold), self._dropper()))
        self.setAccessibleName(fill(_("{title}. {where}"), title=row.title, where=row.where))

    def _head(self, may_hold: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        if self.row.code:
            head.addWidget(label(self.row.code, "muted"))
        head.addWidget(label(self.row.title, bold=True, wrap=True), 1)
        if self.row.optional:
            head.addWidget(label(_("optional"), "muted"))
        if self.send and not may_hold:
            head.addWidget(self.send)
        if self.row.covered:
            head.addWidget(Glyph("eye_off", "muted", 16))
            self._words.hide()
        elif self.row.id and not may_hold:
            head.addWidget(self._reader())
            self._words.hide()
        return head

    def _reader(self) -> QPushButton:
        self.read = QPushButton(_("Read"))
        self.read.setProperty("role", "quiet")
        self.read.setCheckable(True)
        self.read.setAccessibleName(fill(_("Read “{title}”"), title=self.row.title))
        self.read.toggled.connect(self._open)
        steady(self.read)
        self._show_reader(False)
        return self.read

    def _open(self, on: bool) -> None:
        self._words.setVisible(on)
        self._show_reader(on)

    def _show_reader(self, on: bool) -> None:
        self.read.setIcon(icons.icon("collapse" if on else "expand", "muted"))

    def _make_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.row.text, wrap=True))
        for fact in self.row.facts:
            column.addWidget(label(fact, "muted", wrap=True))
        if self.row.source:
            source = label(_("Source"), "muted")
            source.setProperty("text_size", 11)
            source.setToolTip(in_tooltip(source_explained(self.row.source)))
            source.setAccessibleDescription(source_explained(self.row.source))
            column.addWidget(source)
        return words

    def _holder(self, words: str) -> QPushButton:
        self.hold = _soft(words, self.row.title)
        self.hold.clicked.connect(lambda: self.held.emit(self.row.id))
        return self.hold

    def _dropper(self) -> QPushButton:
        self.drop = _soft(_("Drop…"), self.row.title)
        self.drop.setToolTip(_("It is not offered again."))
        self.drop.clicked.connect(lambda: self.dropped.emit(self.row.id, self.row.title))
        return self.drop


def _soft(text: str, title: str) -> QPushButton:
    """A button that says to a reader which inject it is about."""
    button = QPushButton(text)
    button.setProperty("role", "soft")
    button.setAccessibleName(fill(_("{action}: {title}"), action=text, title=title))
    steady(button)
    return button
