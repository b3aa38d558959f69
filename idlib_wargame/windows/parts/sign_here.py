"""One agreement, one screen: each party signs in turn, with a PIN of its own, in any order.

Nothing of any seat's own screen shows, so the laptop goes round the table with no curtain between.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.session.pins import PinLock
from idlib_wargame.views.question import Question
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pin_entry import PinEntry, of_seat
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed, series

MARGINS = (2 * theme.SPACE,) * 4


class Signer(NamedTuple):
    """A party: its seat by id and name, who sits there, and the lock that their PINs open."""

    seat: str
    name: str
    people: tuple[str, ...]
    lock: PinLock
    colour: str = ""


class Standing(NamedTuple):
    """A party that is not asked to sign here: its name, and in words whether it has signed."""

    name: str
    words: str
    has_signed: bool
    colour: str = ""


class StandingRow(QFrame):
    """One such party, to read."""

    def __init__(self, party: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(theme.SPACE // 2)
        mark = Glyph(*(("check", "good") if party.has_signed else ("ring", "disabled")), 16)
        column.addLayout(_head(mark, party.name, party.colour))
        column.addWidget(label(party.words, "muted", wrap=True, leads=True))


def _head(mark: Glyph, name: str, colour: str) -> QHBoxLayout:
    """A party's mark and name, with its seat's colour where it has one."""
    head = QHBoxLayout()
    head.setSpacing(theme.SPACE)
    head.addWidget(mark)
    if colour:
        head.addWidget(Swatch(colour, 16))
    head.addWidget(label(name, bold=True, wrap=True), 1)
    return head


class SignerRow(QFrame):
    """One party: its PIN, or without one a button. ``signed`` once, with who did ("": no name).

    ``asked`` when it signs without a PIN, which is asked before.
    """

    signed = Signal(str)
    asked = Signal()

    def __init__(self, signer: Signer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.signer = signer
        self.is_signed = False
        words = fill(_("Sign for {seat}"), seat=signer.name)
        self.pin = PinEntry(
            signer.lock,
            on_button(words),
            of_seat(fill(_("PIN of {seat}"), seat=signer.name)),
            leads=True,
        )
        self.button = QPushButton(on_button(words))
        self.state = label("", "muted", wrap=True)
        self._mark = Glyph("ring", "disabled", 16)
        self.pin.button.setProperty("role", "soft")
        self.button.setProperty("role", "soft")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.asked)
        steady(self.button)
        self.pin.opened.connect(lambda: self.sign(self.pin.owner))
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        head = _head(self._mark, self.signer.name, self.signer.colour)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.pin)

    def sign(self, person: str) -> None:
        """This party has signed."""
        self.is_signed = True
        self.pin.begin()
        self._show(person)
        self.signed.emit(person)

    def take_keys(self) -> None:
        """The keys go to what this party signs with."""
        (self.pin.field if self.signer.lock.is_set else self.button).setFocus()

    def _show(self, person: str = "") -> None:
        has_pin = self.signer.lock.is_set
        self.pin.setVisible(has_pin and not self.is_signed)
        self.button.setVisible(not has_pin and not self.is_signed)
        self._mark.become(*(("check", "good") if self.is_signed else ("ring", "disabled")))
        self.state.setText(self._words(person))
        said = _("{seat}: {state}")
        self.setAccessibleName(fill(said, seat=self.signer.name, state=self.state.text()))

    def _words(self, person: str) -> str:
        people = self.signer.people
        if self.is_signed:
            return fill(_("Signed by {person}."), person=person) if person else _("Signed.")
        if not people:
            return _("Not signed yet.")
        said = ngettext(
            "{people} has not signed yet.", "{people} have not signed yet.", len(people)
        )
        return fill(said, people=listed(people))


class SignHere(QWidget):
    """An agreement's ``text`` over a row for each party; of ``others`` it says how they stand.

    Nothing is done until the signatures are handed in: then ``signed`` carries each seat and who
    signed for it, in the order in which they did, and ``handed_in`` follows. ``cancelled`` when it
    is left, with nothing done.
    """

    signed = Signal(str, str)
    handed_in = Signal()
    cancelled = Signal()

    def __init__(
        self,
        signers: Sequence[Signer],
        text: QWidget,
        others: Sequence[Standing] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._signatures: list[tuple[str, str]] = []
        self._is_over = False
        self.rows = {signer.seat: SignerRow(signer) for signer in signers}
        self.left = label("", "muted", wrap=True)
        self.hand_in = QPushButton()
        self.hand_in.setProperty("role", "primary")
        self.hand_in.clicked.connect(self._hand_in)
        self.cancel = QPushButton()
        self.cancel.setProperty("role", "quiet")
        self.cancel.clicked.connect(self.leave)
        self.question = QuestionBar()
        for button in (self.hand_in, self.cancel):
            button.setAutoDefault(False)
            steady(button)
        for row in self.rows.values():
            row.signed.connect(lambda person, row=row: self._take(row, person))
            row.asked.connect(lambda row=row: self._ask(row))
        self._lay_out(text, others)
        self._show()

    def _lay_out(self, text: QWidget, others: Sequence[Standing]) -> None:
        inside = QWidget()
        parties = QVBoxLayout(inside)
        parties.setContentsMargins(*MARGINS)
        parties.setSpacing(theme.SPACE)
        parties.addWidget(text)
        for row in (*map(StandingRow, others), *self.rows.values()):
            parties.addWidget(row)
        parties.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(*MARGINS)
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self.left, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.hand_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.question.float_on(scroll)

    @property
    def unsigned(self) -> tuple[Signer, ...]:
        """The parties who have not signed."""
        return tuple(row.signer for row in self.rows.values() if not row.is_signed)

    def begin(self) -> None:
        """The keys go to the first party."""
        self._go_on()

    def _take(self, row: SignerRow, person: str) -> None:
        self._signatures.append((row.signer.seat, person))
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        """To the next party's field, and at the end to the sheet, where Enter does nothing."""
        waiting = [row for row in self.rows.values() if not row.is_signed]
        # Not to a button of the next: a second Enter would press it.
        typing = [row for row in waiting if row.signer.lock.is_set]
        if typing:
            typing[0].take_keys()
        elif waiting and not self._signatures:
            waiting[0].take_keys()
        else:
            self.setFocus()

    def _ask(self, row: SignerRow) -> None:
        name = row.signer.name
        said = _("Sign for {seat}? No PIN was set there, so nothing but this question guards it.")
        question = Question(
            fill(said, seat=name), fill(_("Sign for {seat}"), seat=name), _("Do not sign")
        )
        self.question.ask(question, lambda: row.sign(""), near=row.button)

    def _show(self) -> None:
        signed, unsigned = len(self._signatures), self.unsigned
        said = _("All have signed. Nothing counts until it is handed in.")
        if unsigned:
            waiting = series([signer.name for signer in unsigned])
            said = fill(_("Still to sign: {seats}."), seats=waiting)
        self.left.setText(said)
        self.hand_in.setText(_hand_in_words(signed, bool(unsigned)))
        say_grey(self.hand_in, "" if signed else _("Nobody has signed yet."))
        self.cancel.setText(_("Leave it unsigned"))

    def _hand_in(self) -> None:
        if self._is_over or not self._signatures:
            return
        self._is_over = True
        self.question.hide()
        for seat, person in self._signatures:
            self.signed.emit(seat, person)
        self.handed_in.emit()

    def leave(self) -> None:
        """Leave it; signatures that were given are asked about before they are lost."""
        if self._is_over:
            return
        if not self._signatures:
            self._cancel()
            return
        question = Question(
            _("Leave it unsigned? The signatures given so far do not count then."),
            _("Leave it unsigned"),
            _("Go on signing"),
        )
        self.question.ask(question, self._cancel, near=self.cancel)

    def _cancel(self) -> None:
        self._is_over = True
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _hand_in_words(signed: int, lacks_some: bool) -> str:
    if not signed:
        return _("Hand in the signatures")
    if lacks_some:
        said = ngettext("Hand in {count} signature", "Hand in {count} signatures", signed)
        return fill(said, count=signed)
    return _("Hand in all signatures")
