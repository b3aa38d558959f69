"""One offer or agreement on the desk: all of it, who knows of it, and what may be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.desk.agreements import AgreementRow
from idlib_wargame.views.desk.by_hand import hand_words
from idlib_wargame.windows.cards.agreement_sheet import AgreementSheet
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.remarks import remark
from idlib_wargame.words.language import _, fill

BREACHED, DECLARED, COUNTERED = ("cross", "danger"), ("flag", "warning"), ("edit", "muted")


class DeskAgreementCard(QFrame):
    """``scoring`` carries the place of a term; ``acting`` a seat and what it is to do."""

    scoring = Signal(int)
    acting = Signal(str, object)
    leaking = Signal()
    signing = Signal()

    def __init__(self, row: AgreementRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # selected, for a note about it
        self.row = row
        self.scores: dict[int, QPushButton] = {}
        self.acts: dict[tuple[str, May], QPushButton] = {}
        self.sign = self._button(_("Sign here…"), "soft")
        self.sign.clicked.connect(self.signing)
        self.leak = self._button(_("Leak…"))
        self.leak.clicked.connect(self.leaking)
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        column.setSpacing(4)
        column.addLayout(self._head())
        if row.card is not None:
            column.addWidget(label(row.card.state, "muted", wrap=True, leads=True))
            for words, look in (
                (row.card.breached, BREACHED),
                (row.card.declared, DECLARED),
                (row.card.countered, COUNTERED),
            ):
                if words:
                    column.addLayout(remark(*look, words))
        for waits in row.waits:
            column.addWidget(label(waits, "warning", wrap=True, leads=True))
        if row.card is not None:
            column.addWidget(label(row.known, "muted", wrap=True, leads=True))
            column.addWidget(AgreementSheet(row.card))
        for said in row.scored:
            column.addWidget(label(said, "muted", wrap=True))
        buttons = self._buttons()
        if buttons:
            column.addWidget(flowing(theme.SPACE, *buttons))
        self.setAccessibleName(row.head)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(label(self.row.head, bold=True, wrap=True), 1)
        if self.row.card is None:
            head.addWidget(Glyph("eye_off", "muted", 16))
        return head

    def _buttons(self) -> list[QPushButton]:
        for term in self.row.to_score:
            words = fill(_("Score term {number}…"), number=term.place + 1)
            button = self._button(words, "soft" if term.waits else "quiet")
            button.clicked.connect(lambda _on=False, place=term.place: self.scoring.emit(place))
            self.scores[term.place] = button
        for seat in self.row.acts:
            for may in seat.may:
                button = self._button(hand_words(may, seat.name))
                acts = (seat.seat, may)
                button.clicked.connect(lambda _on=False, acts=acts: self.acting.emit(*acts))
                self.acts[acts] = button
        self.sign.setVisible(self.row.may_sign)
        self.leak.setVisible(self.row.may_leak)
        last = [each for each in (self.sign, self.leak) if not each.isHidden()]
        return [*self.scores.values(), *self.acts.values(), *last]

    def _button(self, words: str, role: str = "quiet") -> QPushButton:
        button = QPushButton(on_button(words), self)
        button.setProperty("role", role)
        button.setAccessibleName(fill(_("{act} {offer}"), act=words, offer=self.row.head))
        steady(button)
        return button
