"""A first look for somebody new: a few short cards, to be left at any moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.first_look import FirstLook
from idlib_wargame.views.own_door import OwnDoor
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill

_WIDE = 72 * theme.SPACE
_DOTS = ("○", "●")  # a card still to come, and one that was there


class FirstLookPage(QFrame):
    """One card at a time. ``left`` when the seat goes on to its own page, by whichever way.

    Whoever leaves has had it: the record remembers, and it is not shown by itself again.
    """

    left = Signal()

    def __init__(self, own: OwnDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._look: FirstLook = own.first_look()
        self.place = 0
        self.steps = label("", "muted")
        self.steps.setAccessibleName(_("First look"))
        self.title = label("", size=20, bold=True, wrap=True)
        self._says = QVBoxLayout()
        self._says.setSpacing(12)
        self.leave = QPushButton(_("Leave the first look"))
        self.leave.setProperty("role", "quiet")
        self.back = QPushButton(_("Back"))
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.again = label(_again_words(), "muted", wrap=True)
        for button, does in (
            (self.leave, self.end),
            (self.back, lambda: self._go(-1)),
            (self.next, lambda: self._go(1)),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, does=does: does())
            steady(button)
        self._lay_out()

    @property
    def is_due(self) -> bool:
        """Whether this seat has neither had nor left it."""
        return self._own.first_look().is_due

    def begin(self) -> None:
        """From the first card."""
        self._look = self._own.first_look()
        self.place = 0
        self._show()
        self.next.setFocus()

    def _go(self, step: int) -> None:
        if self.place + step >= len(self._look.cards):
            self.end()
            return
        self.place = max(self.place + step, 0)
        self._show()

    def end(self) -> None:
        """The seat has had it, or wants no more of it."""
        self._own.end_first_look()
        self.left.emit()

    def _show(self) -> None:
        card = self._look.cards[self.place]
        steps = len(self._look.cards)
        self.steps.setText("".join(_DOTS[n <= self.place] for n in range(steps)))
        self.title.setText(card.title)
        emptied(self._says)
        for words in card.says:
            self._says.addWidget(label(words, wrap=True))
        self.back.setEnabled(self.place > 0)
        self.next.setText(_("Begin") if self.place + 1 == steps else _("Next"))
        self.setAccessibleName(card.title)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(theme.scaled(_WIDE))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(3 * theme.SPACE,) * 4)
        inside.setSpacing(2 * theme.SPACE)
        inside.addWidget(label(_("First look"), "muted"))
        inside.addWidget(self.steps)
        inside.addWidget(self.title)
        inside.addLayout(self._says)
        inside.addStretch()
        inside.addWidget(self.again)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.next)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addWidget(card, 6)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(2 * theme.SPACE)
        column.addWidget(scroll, 1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)


def _again_words() -> str:
    return fill(_("{key} opens this again."), key=key_words(Where.SEAT, "first_look"))
