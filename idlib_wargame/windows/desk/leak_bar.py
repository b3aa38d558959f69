"""To whom a message is leaked: seats that do not have it, or everybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.correspondence import Correspondent
from idlib_wargame.views.desk.letters import leak_words
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.recipient_chips import RecipientChips
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _


class LeakBar(QFrame):
    """Hidden until asked for. ``wanted`` carries the message's key and to whom (none for all).

    ``ended`` when it has gone again.
    """

    wanted = Signal(str, tuple)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self.key = ""
        self.about = label("", "muted", wrap=True, leads=True)
        self.chips = RecipientChips(_("Leak to"), _("Everybody"), apart=True)
        self.chips.changed.connect(self._show_button)
        self.leak = QPushButton()
        self.leak.clicked.connect(lambda: self.wanted.emit(self.key, self.chips.picked))
        self.leave = QPushButton(_("Do not leak"))
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(self.hide)
        self.why_grey = WhyGrey(self.leak)
        steady(self.leak, waits=False)
        steady(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.about)
        column.addWidget(self.chips)
        column.addWidget(flowing(theme.SPACE, self.leak, self.leave))
        column.addWidget(self.why_grey.line)
        self.hide()

    def begin(self, key: str, about: str, whom: Sequence[Correspondent]) -> None:
        """Ask to whom the message of that key goes; ``about`` says between whom it was."""
        self.key = key
        self.about.setText(about)
        self.chips.offer(whom)
        self.chips.pick(())
        self._show_button()
        self.show()
        self.leave.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever made room for it may come back."""
        super().hideEvent(event)
        if self.isHidden():  # and not only its page
            self.about.clear()  # nothing of it stays to be found while the desk is covered
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaks nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show_button(self) -> None:
        picked = self.chips.picked
        words = leak_words(picked, everybody=self.chips.is_everybody)
        may = bool(picked) or self.chips.is_everybody
        self.why_grey.say("" if may else _("Pick to whom it is leaked first."))
        self.leak.setText(on_button(words))
        self.leak.setAccessibleName(words)
