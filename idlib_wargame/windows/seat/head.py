"""The top line of a seat's window: who sits here, when it is, and what is asked of them now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.asked import Asked
from idlib_wargame.views.seat import SeatName
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import NameLabel, label
from idlib_wargame.windows.parts.marks import Swatch
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill

MOST_OF_NAME = 0.36  # of the width


class SeatHead(QFrame):
    """``wanted`` carries the page to turn to for the next thing."""

    wanted = Signal(str)

    def __init__(self, seat: SeatName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._asked = Asked("")
        self.where = ElidedLabel()
        self.where.setProperty("role", "muted")
        self.name = NameLabel(seat.name, size=20, bold=True)
        self.asked = label(wrap=True, bold=True)
        self.time = label(size=16)
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(lambda: self.wanted.emit(self._asked.page))
        self.leave = QPushButton(_("Close curtain"))
        self.leave.setIcon(icons.icon("curtain", "muted"))
        self.leave.setToolTip(
            fill(
                _(
                    "{keys}. The curtain covers all this while the laptop changes hands. What you "
                    "picked and wrote is kept."
                ),
                keys=key_words(Where.SEAT, "close"),
            )
        )
        for button in (self.next, self.leave):
            steady(button)
        self._lay_out(seat)

    def _lay_out(self, seat: SeatName) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.where)
        words.addWidget(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.setSpacing(12)
        row.addWidget(Swatch(seat.colour, 16))
        row.addWidget(self.name)
        row.addLayout(words, 1)
        row.addWidget(self.next)
        row.addWidget(self.time)
        row.addWidget(self.leave)
        # Not before it lies in here: shown by itself it would be a window.
        self.next.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A very long name wraps, and leaves room for what is asked."""
        self.name.setMaximumWidth(round(self.width() * MOST_OF_NAME))
        super().resizeEvent(event)

    def show_asked(self, where: str, asked: Asked, on: str) -> None:
        """Say when it is and what is asked; no button leads to the page that is in front."""
        self._asked = asked
        self.where.say(where)
        self.asked.setText(asked.words)
        self.next.setText(asked.act)
        self.next.setVisible(bool(asked.act) and asked.page != on)

    def show_time(self, words: str, warns: bool = False) -> None:
        """What is left of the phase; "" where no clock runs. It stands out where it ``warns``."""
        self.time.setText(words)
        self.time.setVisible(bool(words))
        role = "warning" if warns else ""
        if self.time.property("role") != role:
            self.time.setProperty("role", role)
            theme.style(self.time, bold=warns)
