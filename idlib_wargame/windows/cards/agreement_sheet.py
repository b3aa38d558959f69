"""An offer or an agreement to read: its terms with their marks, what else was settled, what came.

It has no buttons: whoever shows it puts what may be done about it below.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.case_card import CaseCard, TermLine
from idlib_wargame.views.bargains.standing import look_of, mark_line
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class AgreementSheet(QWidget):
    """``with_marks`` shows what was found of each term, turn by turn, and what was alleged."""

    def __init__(
        self, card: CaseCard, with_marks: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._with_marks = with_marks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if card.answers:
            said = fill(_("Answers {offer}"), offer=card.answers)
            column.addWidget(label(said, "muted", wrap=True, leads=True))
        if card.text:
            column.addWidget(label(card.text, wrap=True))
        for term in card.terms:
            column.addLayout(self._term(term))
        for words in card.dropped:
            said = fill(_("No longer in it: {term}"), term=words)
            column.addWidget(label(said, "muted", wrap=True))
        for words in (card.small_print, card.vague):
            if words:
                column.addWidget(label(words, "muted", wrap=True))
        if with_marks:
            for event in card.events:
                column.addWidget(label(event, "muted", wrap=True))

    def _term(self, term: TermLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        shape, colour, _role = look_of(term)
        words = QVBoxLayout()
        words.setSpacing(0)
        for said, role in self._said(term):
            words.addWidget(label(said, role, wrap=True, leads=True))
        if shape:
            row.addWidget(Glyph(shape, colour, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _said(self, term: TermLine) -> Iterator[tuple[str, str]]:
        numbered = fill(_("{number}. {term}"), number=term.number, term=term.words)
        yield numbered, ""
        if term.is_new:
            yield _("New in this offer"), "muted"
        if not self._with_marks:
            return
        if term.now:
            yield term.now, look_of(term)[2]
        if term.history:
            yield facts([mark_line(each) for each in term.history]), "muted"
        for said in term.allegations:
            yield said, "warning"
