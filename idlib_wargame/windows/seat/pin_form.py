"""Somebody at a seat sets a PIN, typed twice, as nobody sees what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.pins import LEAST, is_fit, unfit_words
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import ENTER, steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.pin_entry import PinField
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import facts

_WIDE = 44 * theme.SPACE


class PinForm(QFrame):
    """``chosen`` carries a person and the PIN; ``left`` carries the person who wants none now."""

    chosen = Signal(str, str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.setMinimumWidth(theme.scaled(_WIDE))
        self._people: tuple[str, ...] = ()
        self.whose = label(bold=True, wrap=True)
        self.who = PickList(letters=12)
        self.who.setAccessibleName(_("Who you are"))
        self.pin = PinField(_("New PIN"))
        self.again = PinField(_("The new PIN once more"))
        self.pin.setPlaceholderText(_("New PIN"))
        self.again.setPlaceholderText(_("The new PIN once more"))
        self.length = label(unfit_words(), "muted", wrap=True)
        self.words = label("", "muted", wrap=True)
        self.keep = QPushButton(_("Set the PIN"))
        self.keep.setProperty("role", "primary")
        self.keep.clicked.connect(self._send)
        self.leave = QPushButton()
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(lambda: self.left.emit(self._person))
        for button in (self.keep, self.leave):
            button.setAutoDefault(False)
            steady(button)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        for part in (self.whose, self.who, self.pin, self.again, self.length, self.words):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        column.addLayout(row)

    def ask(self, people: Sequence[str], leave: str, words: str, whose: str = "") -> None:
        """Ask one of these people for a PIN; ``leave`` is the button that wants none, or "".

        ``whose`` says above the fields whose it is, and stays when something else is said.
        """
        self.whose.setText(whose)
        self.whose.setVisible(bool(whose))
        described = facts([each for each in (whose, unfit_words()) if each])
        for field in (self.pin, self.again):
            field.setAccessibleDescription(described)
        self._people = tuple(people)
        self.who.clear()
        self.who.addItems(list(people))
        self.who.setVisible(len(people) > 1)
        self.forget()
        self.leave.setText(leave)
        self.leave.setVisible(bool(leave))
        self.words.setText(words)

    def forget(self) -> None:
        """Nothing that was typed stays."""
        for field in (self.pin, self.again):
            field.clear()

    def say(self, words: str) -> None:
        """Say why it is not so; the PIN is typed anew."""
        self.words.setText(words)
        self.forget()
        self.pin.setFocus()

    @property
    def _person(self) -> str:
        place = max(self.who.currentIndex(), 0)
        return self._people[place] if self._people else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the first field to the second, and from there sets the PIN."""
        if event.key() in ENTER and not event.isAutoRepeat():
            if self.pin.hasFocus() and self.pin.text() and not self.again.text():
                self.again.setFocus()
            elif self.pin.hasFocus() or self.again.hasFocus():
                self._send()
        elif event.key() == Qt.Key.Key_Escape and not self.leave.isHidden():
            self.left.emit(self._person)
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        pin, again = self.pin.text().strip(), self.again.text().strip()
        if not pin:
            self.say(_("Type the PIN in the first field."))
        elif not is_fit(pin):
            self.say(_("That is too short for a PIN.") if len(pin) < LEAST else unfit_words())
        elif not again:
            self.words.setText(_("Type the PIN once more in the second field."))
            self.again.setFocus()
        elif pin != again:
            self.say(_("These were not the same; type the PIN twice."))
        else:
            self.chosen.emit(self._person, pin)
