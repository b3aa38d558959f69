"""What holds for a whole offer: its dates, who knows, guarantees and verifies, and a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from idlib_wargame.rules.offer import Offer, Secrecy, Verification
from idlib_wargame.views.bargains.choosing import answer_by_words, until_words
from idlib_wargame.views.bargains.writing import Desk
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.value_list import ValueList
from idlib_wargame.words.bargains import (
    secrecy_words,
    verification_explained,
    verification_words,
)
from idlib_wargame.words.language import _

LINES = 2
FEW, SOME = 10, 16  # letters that stand in a folded list


class SmallPrint(QWidget):
    """``changed`` carries the offer as it is with what is picked or typed here."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self.answer_by: ValueList[int] = ValueList(_("Answer by"), FEW)
        self.until: ValueList[int] = ValueList(_("Holds until"), FEW)
        self.secrecy: ValueList[Secrecy] = ValueList(_("Who knows of it"), SOME)
        self.guarantor: ValueList[str] = ValueList(_("Who guarantees it"), SOME)
        self.verification: ValueList[Verification] = ValueList(_("Who verifies it"), SOME)
        self.verification.explains = verification_explained
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The offer's own sentence"))
        self.text.setPlaceholderText(_("A sentence of your own, if you like"))
        self.text.setFixedHeight(theme.scaled(18) * LINES + 20)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * theme.SPACE)
        grid.setVerticalSpacing(4)
        for place, pick in enumerate(self.lists):
            row, column = divmod(place, 3)
            grid.addWidget(label(pick.accessibleName(), "muted", wrap=True), 2 * row, column)
            grid.addWidget(pick, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
            pick.picked.connect(self._tell)
        grid.addWidget(self.text, 4, 0, 1, 3)
        self.text.textChanged.connect(self._tell)

    @property
    def lists(self) -> tuple[ValueList[object], ...]:
        """Its lists, in reading order."""
        return (  # type: ignore[return-value]  # each is picked from alike
            *(self.answer_by, self.until, self.secrecy, self.guarantor, self.verification),
        )

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keys here, in reading order."""
        return [*self.lists, self.text]

    def show_offer(self, offer: Offer, desk: Desk) -> None:
        """Show what is settled; a sentence that is being typed is left alone."""
        self._offer = offer
        turns = range(desk.first, desk.last + 1)
        self.answer_by.offer(
            [(turn, answer_by_words(turn)) for turn in turns],
            offer.answer_by,
            answer_by_words(offer.answer_by),
        )
        self.until.offer(
            [(turn, until_words(turn)) for turn in turns], offer.until, until_words(offer.until)
        )
        self.secrecy.offer(
            [(each, secrecy_words(each)) for each in Secrecy],
            offer.secrecy,
            secrecy_words(offer.secrecy),
        )
        guarantors = [("", _("nobody")), *((each.id, each.words) for each in desk.guarantors)]
        self.guarantor.offer(guarantors, offer.guarantor, offer.guarantor)
        self.verification.offer(
            [(each, verification_words(each)) for each in Verification],
            offer.verification,
            verification_words(offer.verification),
        )
        if self.text.toPlainText() != offer.text:
            self.text.setPlainText(offer.text)

    def _tell(self) -> None:
        before = self._offer
        if before is None:
            return
        offer = before._replace(
            answer_by=_or(self.answer_by.value, before.answer_by),
            until=_or(self.until.value, before.until),
            secrecy=self.secrecy.value or before.secrecy,
            guarantor=self.guarantor.value or "",
            verification=self.verification.value or before.verification,
            text=self.text.toPlainText(),
        )
        if offer != before:
            self._offer = offer
            self.changed.emit(offer)


def _or(value: int | None, before: int) -> int:
    return before if value is None else value
