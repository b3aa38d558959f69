"""The window of an observer or assistant: what they were given to see, and their own notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.observer_door import ObserverDoor
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.notes.note_form import NoteForm
from idlib_wargame.windows.notes.notes_page import NotesPage
from idlib_wargame.windows.parts.half_typed import HalfTyped
from idlib_wargame.windows.parts.handling_line import HandlingLine, with_handling
from idlib_wargame.windows.parts.keys import Where, bind
from idlib_wargame.windows.parts.labels import label, rule
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.seat.seat_curtain import SeatCurtain
from idlib_wargame.windows.watching.seen_room import SeenRoom
from idlib_wargame.windows.watching.seen_seat import SeenSeat
from idlib_wargame.words.language import _

SIZE = QSize(1366, 768)


class ObserverWindow(QWidget):
    """Opens behind a curtain, as a seat's does. ``lifted`` when they have lifted it; ``closed``
    when it has gone, and what was typed is in the record.
    """

    lifted = Signal()
    closed = Signal()

    def __init__(self, door: ObserverDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.observer = door.observer
        self.half = HalfTyped(door.notes.of, door.notes.write, self)
        self.curtain = SeatCurtain(door)
        self.curtain.lifted.connect(self.lift)
        self.curtain.given_back.connect(self.close)
        self.shown: SeenSeat | SeenRoom
        if door.seat is not None:
            self.shown = SeenSeat(door.seat)
            self.shown.closed.connect(self.close)  # the keys that close a seat's curtain
        else:
            assert door.on is not None
            self.shown = SeenRoom(door.on)
            bind(self, Where.OBSERVER, {"close": self.close})
        bind(self, Where.OBSERVER, {"new": self.take_note})
        # What they see has the line at its own foot.
        self.handling = HandlingLine(), HandlingLine()
        self.notes = NotesPage(door.notes, self.half)
        self.notes.take.hide()  # the field stands above
        self.note = NoteForm(door.notes, self.half)
        self.note.left.connect(self.notes.list.setFocus)
        self.note.kept.connect(self.notes.refresh)
        self.page = QWidget()
        self._lay_out()
        self.setWindowTitle(door.who)
        open_within(self, SIZE)
        self._unsubscribe = door.watch(self._show_now)
        self.destroyed.connect(self._unsubscribe)

    def _lay_out(self) -> None:
        noting = QWidget()
        under = QVBoxLayout(noting)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.note)
        under.addWidget(rule())
        under.addWidget(self.notes, 1)
        at_cover, at_notes = self.handling
        under.addWidget(at_notes)
        self.sides = QTabWidget()
        self.sides.setDocumentMode(True)
        self.sides.addTab(self.shown, _("What you see"))
        self.sides.addTab(noting, _("Your notes"))
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(rule())
        column.addWidget(self.sides, 1)
        self._stack = QStackedWidget()
        self._cover = with_handling(self.curtain, at_cover)
        self._stack.addWidget(self._cover)
        self._stack.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._show_handling()

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(2 * theme.SPACE)
        row.addWidget(label(self._door.who, "heading"))
        row.addWidget(label(self._door.sees, "muted", wrap=True), 1)
        self.write = QPushButton(_("Take a note"))
        self.write.setProperty("role", "soft")
        self.write.clicked.connect(self.take_note)
        self.leave = QPushButton(_("Close the curtain"))
        self.leave.clicked.connect(self.close)
        for button in (self.write, self.leave):
            steady(button)
            row.addWidget(button)
        return head

    def take_note(self) -> None:
        """Turn to the notes, and begin one."""
        if not self.is_covered:
            self.sides.setCurrentIndex(1)
            self.note.begin()

    def lift(self) -> None:
        """Whoever watches is here."""
        self._stack.setCurrentWidget(self.page)
        self.lifted.emit()
        self.leave.setFocus()

    def let_down(self) -> None:
        """Somebody else looks at this screen now; a curtain that is down asks anew."""
        self.keep()
        if self.is_covered:
            self.curtain.begin()
        self._stack.setCurrentWidget(self._cover)

    @property
    def is_covered(self) -> bool:
        """Whether the curtain is down."""
        return self._stack.currentWidget() is self._cover

    def keep(self) -> None:
        """What is half written is in the record."""
        self.half.keep()

    def _show_now(self) -> None:
        self.note.show_moment()
        self.notes.refresh()
        self._show_handling()

    def _show_handling(self) -> None:
        for line in self.handling:
            line.say(self._door.handling())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, and let go of the session."""
        self.keep()
        self._unsubscribe()
        self.shown.let_go()
        super().closeEvent(event)
        self.closed.emit()
