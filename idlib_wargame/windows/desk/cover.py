"""What a covered desk shows: no more than the room may see, and the facilitator's way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from idlib_wargame.session.pins import PinLock
from idlib_wargame.views.desk.facilitator import TopLine
from idlib_wargame.views.desk.seat_round import RoundSeat
from idlib_wargame.windows.desk.seat_round import SeatRound
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pin_entry import PinEntry
from idlib_wargame.windows.seat.curtain import Curtain
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts, listed
from idlib_wargame.words.phases import phase_name


class DeskCover(Curtain):
    """``lifted`` when the facilitator's PIN was given; without one, when the button was pressed.

    Enter alone lifts it never: whoever has just closed a seat's curtain may press it twice.
    ``forward_pressed`` when the windows that it waits for are looked for. While the laptop goes
    round, ``seat_wanted`` carries the seat that is opened, and ``taken_back`` ends that.
    ``close_room_pressed`` when the room's screen is to go from here.
    """

    forward_pressed = Signal()
    seat_wanted = Signal(str)
    taken_back = Signal()
    close_room_pressed = Signal()

    def __init__(self, lock: PinLock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = lock
        self.where = label("", "muted", wrap=True)
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin = PinEntry(lock, _("Lift the curtain"))
        self.pin.opened.connect(self.lift)
        self.forward = QPushButton()
        self.forward.clicked.connect(self.forward_pressed)
        self.forward.hide()
        self.close_room = QPushButton(_("Close the room's screen"))
        self.close_room.clicked.connect(self.close_room_pressed)
        self.close_room.hide()
        steady(self.close_room)
        self.column.insertWidget(self.column.indexOf(self.title), self.where)
        below = self.column.indexOf(self.button)
        self.column.insertWidget(below, self.forward, 0, Qt.AlignmentFlag.AlignCenter)
        self.column.insertWidget(below + 1, self.close_room, 0, Qt.AlignmentFlag.AlignCenter)
        self.column.insertWidget(self.column.indexOf(self.button), self.pin)
        self.stays = label("", "warning", wrap=True)
        self.stays.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stays.hide()
        self.column.insertWidget(self.column.indexOf(self.button) + 1, self.stays)
        self.round = SeatRound()
        self.round.seat_wanted.connect(self.seat_wanted)
        self.round.taken_back.connect(self.taken_back)
        self.column.insertWidget(self.column.indexOf(self.button), self.round)

    def say(self, title: str, words: str, button: str = "", colour: str = "") -> None:
        """Say who is waited for; what was said of closing is over."""
        super().say(title, words, button, colour)
        self.stays.hide()

    def tell_why_it_stays(self, words: str) -> None:
        """Somebody tried to close the desk, which asks something first, and never of them."""
        self.stays.setText(words)
        self.stays.show()

    def wait_for(self, seats: Sequence[str]) -> None:
        """The windows of seats, by name, are open on this screen: nobody lifts the cover."""
        said = ngettext(
            "The window of {seat} is open. Close its curtain to come back here.",
            "The windows of {seats} are open. Close their curtains to come back here.",
            len(seats),
        )
        named = listed(seats)
        self.pin.hide()
        self.round.hide()
        self.say(_("The desk is covered"), fill(said, seat=named, seats=named))
        shown = ngettext("Show the window of {seat}", "Show the windows of {seats}", len(seats))
        self.forward.setText(on_button(fill(shown, seat=named, seats=named)))
        self.forward.show()
        self.close_room.hide()
        self._take_keys()

    def wait_for_room(self) -> None:
        """The room's screen is shown on this screen: nobody lifts the cover."""
        self.pin.hide()
        self.round.hide()
        self.say(
            _("The desk is covered"),
            _("The room's screen is shown here. Close it to come back to the desk."),
        )
        self.forward.setText(_("Show the room's screen"))
        self.forward.show()
        self.close_room.show()
        self._take_keys()

    def go_round(self, seats: Sequence[RoundSeat]) -> None:
        """Let whoever has the laptop open their own seat."""
        self.forward.hide()
        self.close_room.hide()
        self.pin.hide()
        said = _(
            "Open your own seat, do what is asked, close its curtain and hand the laptop on. "
            "When everybody is done, give it back to the facilitator."
        )
        self.say(_("The laptop goes round"), said)
        self.round.show_seats(seats)
        self.round.show()
        self._take_keys()

    def ask(self, is_out: bool = False) -> None:
        """Wait for the facilitator; ``is_out`` where somebody else has the laptop."""
        self.forward.hide()
        self.round.hide()
        self.close_room.hide()
        title, is_set = _("Facilitator only"), self._lock.is_set
        self.say(title, _asked(is_out, is_set), "" if is_set else _("Lift the curtain"))
        if is_set:
            self.pin.begin()
        self.pin.setVisible(is_set)
        self._take_keys()

    def show_where(self, top: TopLine) -> None:
        """Say what is played and how far it is, as the room may see it."""
        self.where.setText(facts([top.exercise, top.turn, phase_name(top.phase)]))

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the field, where there is one."""
        super().showEvent(event)
        self._take_keys()

    def _take_keys(self) -> None:
        """Where there is a field, neither a click beside it nor Tab takes the keys to the cover."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.pin.isHidden() else policy.NoFocus)
        (self if self.pin.isHidden() else self.pin.field).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key on the cover itself does anything."""
        QFrame.keyPressEvent(self, event)


def _asked(is_out: bool, is_set: bool) -> str:
    if is_set:
        return _("Take the laptop back, then type your PIN.") if is_out else _("Type your PIN.")
    if is_out:
        return _(
            "Take the laptop back, then press the button. No PIN was set, so anybody can: "
            "whoever does sees everything, sealed orders too."
        )
    return _(
        "Press the button. No PIN was set, so anybody can: whoever does sees everything, sealed "
        "orders too."
    )
