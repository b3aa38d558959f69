"""What a covered desk shows: no more than the room may see, and the facilitator's way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from idlib_wargame.session.pins import PinLock
from idlib_wargame.views.desk.facilitator import TopLine
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.pin_entry import PinEntry
from idlib_wargame.windows.seat.curtain import Curtain
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.phases import phase_name


class DeskCover(Curtain):
    """``lifted`` when the facilitator's PIN was given; without one, when the button was pressed.

    Enter alone lifts it never: whoever has just closed a seat's curtain may press it twice.
    """

    def __init__(self, lock: PinLock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = lock
        self.where = label("", "muted", wrap=True)
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin = PinEntry(lock, _("Lift the curtain"))
        self.pin.opened.connect(self.lifted)
        self.column.insertWidget(self.column.indexOf(self.title), self.where)
        self.column.insertWidget(self.column.indexOf(self.button), self.pin)

    def wait_for(self, seat: str) -> None:
        """The window of a seat is open: nobody lifts the cover."""
        said = _("The window of {seat} is open. Close its curtain to come back here.")
        self.pin.hide()
        self.say(_("The desk is covered"), fill(said, seat=seat))
        self._take_keys()

    def ask(self) -> None:
        """Wait for the facilitator."""
        if not self._lock.is_set:
            said = _(
                "Take the laptop back, then press the button. No PIN was set, so anybody can: "
                "whoever does sees everything, sealed orders too."
            )
            self.pin.hide()
            self.say(_("Facilitator only"), said, _("Lift the curtain"))
            self._take_keys()
            return
        self.say(_("Facilitator only"), _("Take the laptop back, then type your PIN."))
        self.pin.begin()
        self.pin.show()
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
