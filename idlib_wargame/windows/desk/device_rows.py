"""Who waits to be let in, and who is here with a device, seat by seat, with all that can be done.

Rows stay while the room comes and goes: an open one stays open, and what has the keys keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.naming import told_apart_by
from idlib_wargame.views.desk.devices import (
    Devices,
    Person,
    Place,
    Player,
    SeatDevices,
    Waiting,
)
from idlib_wargame.views.desk.devices_asked import mute_words, not_them_words, reseat_words
from idlib_wargame.windows.desk.device_row_parts import lay_out, more_button, soft_button
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.windows.parts.one_press import name_anew, steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sliding import sliding
from idlib_wargame.windows.parts.spoken_button import spoken_button
from idlib_wargame.words.language import _, fill


class Wishes(QObject):
    """What the facilitator wants done about somebody or a seat."""

    let_in = Signal(str, str, str)  # key, name, seat
    turned_away = Signal(str)
    ended = Signal(object, QWidget)  # Person, the button
    muted = Signal(object, bool)
    moved = Signal(object)
    lifted = Signal(object)
    not_them = Signal(object)
    pin_reset = Signal(object)
    taken_to_laptop = Signal(object, bool, QWidget)  # SeatDevices
    given_to = Signal(object, object, QWidget)  # SeatDevices, Player


class WaitingRow(QFrame):
    """Somebody to be let in, at the seat that is picked, or turned away."""

    def __init__(self, who: Waiting, wishes: Wishes) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self._places: tuple[Place, ...] = ()
        name = label(who.name, bold=True, wrap=True)
        self.said = label(who.said, "muted", wrap=True, leads=True)
        self.seats = PickList(letters=12)
        self.seats.setAccessibleName(fill(_("Seat for {person}"), person=who.name))
        self.go = QPushButton()
        self.go.clicked.connect(
            lambda: wishes.let_in.emit(who.key, who.name, self.seats.currentData())
        )
        self.away = spoken_button(_("Turn away"), fill(_("Turn {person} away"), person=who.name))
        self.away.clicked.connect(lambda: wishes.turned_away.emit(who.key))
        steady(self.go)
        self.seats.currentIndexChanged.connect(self._name_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE] * 4))
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.said)
        column.addWidget(flowing(theme.SPACE, self.seats, self.go, self.away))
        sliding(self)
        self.show_waiting(who)

    def _name_button(self) -> None:
        if self._places:
            self.go.setText(self._places[max(0, self.seats.currentIndex())].lets_in)

    def show_waiting(self, who: Waiting) -> None:
        """As they stand now; what was picked for them stays."""
        self.said.setText(who.said)
        if who.places == self._places:
            return
        self._places = who.places
        self.seats.clear()
        for place in who.places:
            self.seats.addItem(place.name, place.seat)
        self.seats.setCurrentIndex(max(0, self.seats.findData(who.seat)))
        for part in (self.seats, self.go):
            part.setVisible(bool(who.places))
        self._name_button()


class PersonRow(QWidget):
    """Somebody at a seat or watching, and what can be done about them once it is opened."""

    def __init__(self, person: Person, wishes: Wishes, seat_name: str = "") -> None:
        super().__init__()
        self.person = person
        self._mark = Glyph("ring", "disabled", 12)
        self.name = label(person.name, leads=True, wrap=True)
        self.said = label("", "muted", wrap=True, leads=True)
        self.retry = QPushButton(_("Let them try again"))
        self.retry.setProperty("role", "soft")
        self.retry.clicked.connect(lambda: wishes.lifted.emit(self.person))
        steady(self.retry)
        self.not_them = QPushButton(_("Not them: end it"))
        self.not_them.setProperty("role", "soft")
        self.not_them.clicked.connect(lambda: wishes.not_them.emit(self.person))
        self.not_them.setToolTip(in_tooltip(not_them_words(seat_name)))
        self.not_them.setAccessibleDescription(not_them_words(seat_name))
        steady(self.not_them)
        self.more = more_button()
        self.mute, self.reseat, self.lift, self.reset, self.end = (
            soft_button() for _each in range(5)
        )
        self.mute.clicked.connect(lambda: wishes.muted.emit(self.person, not self.person.is_muted))
        self.reseat.clicked.connect(lambda: wishes.moved.emit(self.person))
        self.lift.clicked.connect(lambda: wishes.lifted.emit(self.person))
        self.reset.clicked.connect(lambda: wishes.pin_reset.emit(self.person))
        self.end.clicked.connect(lambda: wishes.ended.emit(self.person, self.end))
        self.below = flowing(6, self.mute, self.reseat, self.lift, self.reset, self.end)
        across = (self._mark, self.name, self.said, self.retry, self.not_them, self.more)
        lay_out(self, across, self.below)
        self.mute.setToolTip(in_tooltip(mute_words()))
        self.mute.setAccessibleDescription(mute_words())
        self.reseat.setToolTip(in_tooltip(reseat_words(seat_name)))
        self.reseat.setAccessibleDescription(reseat_words(seat_name))
        sliding(self)
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        """As they stand now."""
        self.person = person
        self._mark.become(*(("circle", "good") if person.is_here else ("ring", "disabled")))
        self.name.setText(person.name)
        self.said.setText(person.said)
        self.retry.setVisible(person.is_held_up)
        self.mute.setText(_("Let act again") if person.is_muted else _("Mute"))
        self.reseat.setText(_("Change who sits…"))
        self.lift.setText(_("Let them try again"))
        self.reset.setText(_("Reset the PIN…"))
        self.end.setText(_("End the page…"))
        is_seated = bool(person.seat)
        for button, shows in (
            (self.mute, is_seated),
            (self.reseat, is_seated),
            (self.lift, person.has_pin and not person.is_held_up),
            (self.reset, person.has_pin),
            (self.end, bool(person.key)),
            (self.not_them, person.is_new and bool(person.seat)),
        ):
            button.setVisible(shows)
            name_anew(button, fill(_("{act}: {person}"), act=button.text(), person=person.name))
        name_anew(self.more, fill(_("More about {person}"), person=person.name))


class SeatBlock(QFrame):
    """A seat and its people."""

    def __init__(self, seat: SeatDevices, wishes: Wishes) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._seat, self._wishes = seat, wishes
        self.people: dict[str, PersonRow] = {}
        name = label(seat.name, bold=True, wrap=True)
        self.said = label("", "muted", wrap=True, leads=True)
        self.more = more_button()
        name_anew(self.more, fill(_("Who plays {seat}"), seat=seat.name))
        self.laptop = soft_button()
        self.laptop.clicked.connect(
            lambda: wishes.taken_to_laptop.emit(
                self._seat, not self._seat.is_at_laptop, self.laptop
            )
        )
        self.player = PickList(letters=14)
        self.player.setAccessibleName(fill(_("Who plays {seat} from now on"), seat=seat.name))
        self.give = soft_button()
        self.give.clicked.connect(lambda: wishes.given_to.emit(self._seat, self.picked, self.give))
        self.player.currentIndexChanged.connect(self._name_give)
        self.below = flowing(6, self.laptop, self.player, self.give)
        head = QWidget()
        lay_out(head, (Swatch(seat.colour), name, self.said, self.more), self.below)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE] * 4))
        column.setSpacing(4)
        column.addWidget(head)
        column.addLayout(self._rows)
        sliding(self)
        self.show_seat(seat)

    @property
    def picked(self) -> Player:
        """To whom the seat would be given."""
        return self._seat.others[max(0, self.player.currentIndex())]

    def _name_give(self) -> None:
        if self._seat.others:
            self.give.setText(self.picked.gives)

    def show_seat(self, seat: SeatDevices) -> None:
        """As it stands now."""
        offers_others = seat.others != self._seat.others or not self.player.count()
        self._seat = seat
        self.said.setText(seat.said)
        at_laptop = seat.is_at_laptop
        self.laptop.setText(_("Give it back to devices") if at_laptop else _("To the laptop…"))
        if offers_others:
            self.player.clear()
            for each in seat.others:
                self.player.addItem(each.words, each.played_by)
            self._name_give()
        _keep_rows(self._rows, self.people, seat.people, self._wishes, seat.name)


class DeviceRows(QWidget):
    """All of it; ``wishes`` tells what is to be done.

    Those who wait are ``asking``, apart from it: that is to be in sight whatever else is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = Wishes(self)
        self.waiting: dict[str, WaitingRow] = {}
        self.seats: dict[str, SeatBlock] = {}
        self.others: dict[str, PersonRow] = {}
        self.heading = label("", "heading", wrap=True)
        self.asking = QWidget()
        self._waiting = QVBoxLayout(self.asking)
        self._waiting.setContentsMargins(0, 0, 0, 0)
        self._seats, self._others = QVBoxLayout(), QVBoxLayout()
        self.watching = label(_("Without a seat"), "eyebrow")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.heading)
        for layout in (self._waiting, self._seats, self._others):
            layout.setSpacing(theme.SPACE)
        column.addLayout(self._seats)
        column.addWidget(self.watching)
        column.addLayout(self._others)

    def heirs(self, on: QWidget) -> list[QWidget]:
        """What may have the keys instead of this, the nearest first, should it go."""
        rows: list[WaitingRow | SeatBlock | PersonRow] = [*self.waiting.values()]
        for block in self.seats.values():
            rows += [block, *block.people.values()]
        rows += self.others.values()
        own = next((row for row in reversed(rows) if row.isAncestorOf(on)), None)
        if own is None:
            return []
        kind = next((name for name, part in vars(own).items() if part is on), "")
        alike = [row for row in rows if type(row) is type(own)]
        place = alike.index(own)
        near = (own, *alike[place + 1 :], *reversed(alike[:place]), *rows)
        return [
            part
            for row in near
            for part in (vars(row).get(kind) if type(row) is type(own) else None, _way_in(row))
            if isinstance(part, QWidget)
        ]

    def show_devices(self, shown: Devices) -> None:
        """Who is here as the room stands."""
        self.heading.setText(shown.heading)
        self.asking.setVisible(bool(shown.waiting))
        _drop(self.waiting, {each.key for each in shown.waiting})
        for each in shown.waiting:
            if each.key in self.waiting:
                self.waiting[each.key].show_waiting(each)
            else:
                self.waiting[each.key] = WaitingRow(each, self.wishes)
                self._waiting.addWidget(self.waiting[each.key])
        for seat in shown.seats:
            if seat.seat in self.seats:
                self.seats[seat.seat].show_seat(seat)
            else:
                self.seats[seat.seat] = SeatBlock(seat, self.wishes)
                self._seats.addWidget(self.seats[seat.seat])
        _keep_rows(self._others, self.others, shown.others, self.wishes)
        self.watching.setVisible(bool(shown.others))


def _way_in(row: WaitingRow | SeatBlock | PersonRow) -> QWidget:
    return row.go if isinstance(row, WaitingRow) else row.more


def _keep_rows(
    layout: QVBoxLayout,
    rows: dict[str, PersonRow],
    people: Sequence[Person],
    wishes: Wishes,
    seat_name: str = "",
) -> None:
    named = {each.key or f"name:{each.name}": each for each in people}
    for old in [key for key in rows if key not in named]:
        alike = told_apart_by(rows[old].person.name)
        anew = (key for key, each in named.items() if told_apart_by(each.name) == alike)
        new = next((key for key in anew if key not in rows), None)
        if new is not None:
            rows[new] = rows.pop(old)  # the same person, with a device now, or without
    _drop(rows, set(named))
    for place, (key, person) in enumerate(named.items()):
        if key in rows:
            rows[key].show_person(person)
        else:
            rows[key] = PersonRow(person, wishes, seat_name)
        if layout.indexOf(rows[key]) != place:
            layout.insertWidget(place, rows[key])
    for key in named:
        rows[key] = rows.pop(key)  # in the order in which they stand


def _drop(rows: dict[str, WaitingRow] | dict[str, PersonRow], there: set[str]) -> None:
    for key in [key for key in rows if key not in there]:
        gone: QWidget = rows.pop(key)
        gone.hide()
        gone.setParent(None)
        gone.deleteLater()
