"""A seat on the setup assistant's third page: who sits there, and who plays it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.setup.arranging import host_of, with_host
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.setup.assistant_page import muted
from idlib_wargame.windows.setup.names_field import NAME_FORMAT, NamesField
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.setting_up import guests_words, habit_words, orders_words


def players_for(scenario: Scenario, seat: Seat, host: Seat | None) -> list[tuple[str, str]]:
    """Who may play a seat, as ``Seating.played_by`` has it, with the words for it.

    ``host`` is the seat that the arrangement puts it with, if any.
    """
    players = (
        [(with_host(host.id), fill(_("Whoever plays {seat}"), seat=host.name))] if host else []
    )
    players += [("person", _("People") if host is None else _("People of its own"))]
    players += [("control", _("Facilitator"))]
    if scenario.orders_of(seat.id) > 0:
        players += [
            (f"habit:{habit.id}", habit_words(habit_name(habit))) for habit in scenario.habits
        ]
    return players


class SeatMark(QWidget):
    """A small square in the seat's colour."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square, its corners rounded."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(theme.seat_colour(self._colour)))
            painter.drawRoundedRect(self.rect(), 3, 3)


class SeatCard(QFrame):
    """Typing or dropping a name here seats that person."""

    changed = Signal()

    def __init__(self, scenario: Scenario, seat: Seat, host: Seat | None = None) -> None:
        super().__init__()
        self.seat = seat
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.setAccessibleName(seat.name)
        self.names = NamesField(seat.name)
        self.player = PickList(letters=7)
        self.player.setAccessibleName(fill(_("Who plays {seat}"), seat=seat.name))
        for value, words in players_for(scenario, seat, host):
            self.player.addItem(words, value)
            self.player.setItemData(self.player.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.orders = muted(orders_words(scenario, seat), 11)
        self.guests = muted("", 11)
        self._lay_out()
        self.names.changed.connect(self._named)
        self.player.activated.connect(lambda _: self._settle())

    def seating(self) -> Seating:
        """Who sits here now. Names stay with a seat that a habit plays for the time being."""
        return Seating(self.seat.id, self.names.names(), self.player.currentData())

    def show_seating(self, seating: Seating) -> None:
        """Shows who sits here."""
        place = self.player.findData(seating.played_by)
        self.player.setCurrentIndex(max(place, 0))
        self.names.show_names(seating.people)
        # A habit needs nobody, nor does a seat that goes with another: one answer, a whole line.
        own = not seating.habit and not host_of(seating)
        self.names.edit.setVisible(own)
        self.names.setVisible(bool(seating.people) and own)

    def show_guests(self, guests: Sequence[str]) -> None:
        """Names the seats that whoever sits here plays too."""
        self.guests.setText(guests_words(guests))
        self.guests.setVisible(bool(guests))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A name may be dropped anywhere on the card."""
        if event.mimeData().hasFormat(NAME_FORMAT):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The name comes to sit here; where it sat before lets it go."""
        name = bytes(event.mimeData().data(NAME_FORMAT).data()).decode()
        if name in self.names.names():
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.names.add([name])

    def _named(self) -> None:
        """A person at a seat that a habit played, or another seat's people, takes it over."""
        seating = self.seating()
        if self.names.names() and (seating.habit or host_of(seating)):
            self.player.setCurrentIndex(self.player.findData("person"))
        self._settle()

    def _settle(self) -> None:
        self.show_seating(self.seating())
        self.changed.emit()

    def _mark(self) -> QVBoxLayout:
        """The mark by the first line of the name, however many lines there are."""
        mark = SeatMark(self.seat.colour)
        line = QFontMetrics(theme.font(16, bold=True)).height()
        column = QVBoxLayout()
        column.addSpacing((line - mark.height()) // 2)
        column.addWidget(mark)
        column.addStretch(1)
        return column

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addLayout(self._mark())
        top.addWidget(label(self.seat.name, "heading", wrap=True), 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self.player, 2)
        foot.addWidget(self.names.edit, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(muted(self.seat.summary))
        for line in (self.orders, self.guests):
            column.addWidget(line)
            line.setVisible(bool(line.text()))
        column.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self.names)
