"""A seat's messages: what it was told, wrote and was sent, and below, what it writes."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.messages import Inbox, MessageView
from idlib_wargame.views.seat import SeatView
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.parts.labels import rule
from idlib_wargame.windows.parts.message_form import MessageForm
from idlib_wargame.windows.seat.message_list import MessageList


class MessagesPage(QWidget):
    """``looked`` when the page comes into view, so that what is on it has been seen."""

    looked = Signal()

    def __init__(self, door: SeatDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._may_write = False
        self.list = MessageList()
        self.form = MessageForm(door.seat, door.send_message, door.draft_message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(rule())
        column.addWidget(self.form)
        self.list.answered.connect(self.form.answer)
        self.form.left.connect(self.take_keys)

    def show_view(self, view: SeatView, new: Collection[MessageView]) -> None:
        """Show a seat's messages, of which some are ``new`` to it, and what it may write."""
        self._may_write = view.writing.is_open
        self.list.show_messages(view.messages, new)
        self.form.show_writing(view.writing)
        self.form.follow(self.list.stops[-1])

    def mark_read(self, inbox: Inbox) -> None:
        """Have the record say what has been on screen, as long as anything may be recorded."""
        keys = inbox.unread
        if keys and self._may_write:
            with suppress(Refused):  # another window of the seat was quicker
                self._door.read_messages(keys)

    def take_keys(self) -> None:
        """The keys go to the messages, to be read on by them."""
        self.list.setFocus()

    def keep(self) -> None:
        """Bring what is half written into the record now."""
        self.form.keep()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever is given the keys by the page reads the messages by them."""
        self.take_keys()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.form.follow(self.list.stops[-1])
        self.looked.emit()
