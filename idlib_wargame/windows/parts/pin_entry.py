"""A field for a PIN, with a quiet word where it is wrong and the time until the next try."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.pins import MOST, PinLock
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label, leading
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill, ngettext

_WIDEST = 30 * theme.SPACE
_SECOND = 1000  # milliseconds


class PinField(QLineEdit):
    """Shows dots; what is typed goes to no list of words that a system keeps."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(MOST)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(name)


class Asked(NamedTuple):
    """Whose PIN is asked for, as its field is named, and what is said while there is a wait."""

    name: str
    wait_words: Callable[[int], str]


def facilitators() -> Asked:
    """The facilitator's PIN."""
    return Asked(_("Facilitator's PIN"), _wait_words)


def of_seat(name: str) -> Asked:
    """The PIN of anybody who sits at a seat; ``name`` names the field."""
    return Asked(name, _wait_at_seat)


class PinEntry(QWidget):
    """``opened`` once a PIN of the lock was given. An empty field is no try.

    With ``leads`` it stands where its lines begin, beside what it is for, and else in the middle.
    ``owner`` is then whose it was, and ``given`` what was typed, until it is asked anew.
    """

    opened = Signal()

    def __init__(
        self,
        lock: PinLock,
        button: str,
        asked: Asked | None = None,
        parent: QWidget | None = None,
        *,
        leads: bool = False,
    ) -> None:
        super().__init__(parent)
        self._lock = lock
        self._opens = button
        self._asked = asked or facilitators()
        self.owner = self.given = ""
        self.field = PinField(self._asked.name)
        self.field.setPlaceholderText(self._asked.name)
        self.field.setMaximumWidth(theme.scaled(_WIDEST))
        self.button = QPushButton(button)
        self.button.setProperty("role", "primary")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._try)
        steady(self.button)
        self.words = label("", "muted", wrap=True)
        self.words.setAlignment(leading() if leads else Qt.AlignmentFlag.AlignCenter)
        self._seconds = QTimer(self, interval=_SECOND)
        self._seconds.timeout.connect(self.look_again)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.SPACE)
        if not leads:
            self._row.addStretch()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.button)
        self._row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._row)
        column.addWidget(self.words)
        self.setFocusProxy(self.field)

    def begin(self, button: str = "", name: str = "") -> None:
        """Ask anew, with nothing in the field.

        ``button`` says what it opens this time, and ``name`` whose PIN is asked for, where that is
        not as always.
        """
        self.owner = self.given = ""
        self.button.setText(button or self._opens)
        self.field.setPlaceholderText(name or self._asked.name)
        self.field.setAccessibleName(name or self._asked.name)
        self.field.clear()
        self.words.setText("")
        self.look_again()

    def look_again(self) -> None:
        """Say how long there is to wait, if there is; the field opens when that is over."""
        wait = self._lock.wait
        was_shut = not self.field.isEnabled()
        self.field.setEnabled(not wait)
        self.button.setEnabled(not wait)
        if wait:
            self.words.setText(self._asked.wait_words(wait))
            if self.isVisible():
                self._seconds.start()
            return
        self._seconds.stop()
        if was_shut:
            self.words.setText("")
            if self.isVisible():
                self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The time went on while nobody looked."""
        super().showEvent(event)
        # Room for a word, so that nothing moves when there is one to say.
        self.words.setMinimumHeight(self.words.fontMetrics().lineSpacing())
        self.look_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries what is in the field, and presses nothing else; letters go to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._try()
        elif self._is_typed(event):
            self.field.setFocus()
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _is_typed(self, event: QKeyEvent) -> bool:
        """Whether it is a letter that came past the field, as one typed on the button does."""
        text = event.text()
        is_letter = text != "" and text.isprintable()
        return is_letter and self.field.isEnabled() and not self.field.hasFocus()

    def _try(self) -> None:
        typed = self.field.text()
        self.field.clear()
        if not typed.strip() or not self.field.isEnabled():
            return
        owner = self._lock.owner_of(typed) if self._lock.is_set else ""
        if owner is not None:
            self.owner, self.given = owner, typed
            self.words.setText("")
            self.opened.emit()
            return
        self.words.setText(_("That is not the PIN."))
        self.look_again()


def _wait_words(seconds: int) -> str:
    said = ngettext(
        "That was not the PIN; the next try is in {seconds} second. A forgotten PIN is reset with "
        "the command “idlib-wargame reset-pin”, which the record tells of.",
        "That was not the PIN; the next try is in {seconds} seconds. A forgotten PIN is reset with "
        "the command “idlib-wargame reset-pin”, which the record tells of.",
        seconds,
    )
    return fill(said, seconds=seconds)


def _wait_at_seat(seconds: int) -> str:
    said = ngettext(
        "That was not the PIN; the next try is in {seconds} second. The facilitator resets a "
        "forgotten PIN.",
        "That was not the PIN; the next try is in {seconds} seconds. The facilitator resets a "
        "forgotten PIN.",
        seconds,
    )
    return fill(said, seconds=seconds)
