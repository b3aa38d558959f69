"""The seats to pick from while the laptop goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.desk.seat_round import RoundSeat
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill

ACROSS = 2  # seats beside each other
WIDE = 240  # pixels of a seat's button, at the usual size of text


class SeatRound(QWidget):
    """``seat_wanted`` carries the seat whose button was pressed, ``taken_back`` when the
    facilitator has the laptop again.
    """

    seat_wanted = Signal(str)
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.none = label(_("No seat is played by people."), "muted", wrap=True)
        self._seats = QGridLayout()
        self._seats.setSpacing(theme.SPACE)
        self.back = QPushButton(_("Back to the facilitator"))
        self.back.setProperty("role", "quiet")
        self.back.clicked.connect(self.taken_back)
        steady(self.back)
        between = QHBoxLayout()  # stretches, so that no button is as wide as the screen
        between.addStretch()
        between.addLayout(self._seats)
        between.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.SPACE)
        column.addWidget(self.none)
        column.addLayout(between)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def show_seats(self, seats: Sequence[RoundSeat]) -> None:
        """Show every seat, and which are done."""
        for gone in set(self.buttons) - {each.seat for each in seats}:
            self.buttons.pop(gone).deleteLater()
        self.none.setVisible(not seats)
        for place, each in enumerate(seats):
            button = self._button(each.seat)
            words = fill(_("{seat} · {state}"), seat=each.name, state=each.state)
            button.setText(on_button(words if each.state else each.name))
            colour = theme.seat_colour(each.colour)
            button.setIcon(icons.icon("check" if each.is_done else "square", colour))
            self._seats.addWidget(button, place // ACROSS, place % ACROSS)

    def _button(self, seat: str) -> QPushButton:
        if seat not in self.buttons:
            button = self.buttons[seat] = QPushButton()
            button.setMinimumWidth(theme.scaled(WIDE))
            button.clicked.connect(lambda: self.seat_wanted.emit(seat))
            steady(button)
        return self.buttons[seat]
