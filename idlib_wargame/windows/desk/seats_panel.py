"""Everybody at the table: who sits where, and what each seat is doing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.desk.devices import here_words
from idlib_wargame.views.desk.drafts import Draft
from idlib_wargame.views.desk.seat_lines import Doing, SeatLine
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.people_row import PeopleRow
from idlib_wargame.windows.desk.reseat_form import ReseatForm
from idlib_wargame.windows.desk.screen_button import ScreenButton
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.note_mark import NoteMarks
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill, pgettext
from idlib_wargame.words.lists import facts

MOST_AT_LENGTH = 7  # seats with orders that are seen whole, with their people, on a small screen
LEAST_WIDTH = 220  # pixels at the usual size of text
MOST_OF_ROOM = 0.29  # of the window's width, for that: where text is large or the window narrow

# What a seat is doing, as an icon and the name of its colour.
_MARKS: dict[Doing, tuple[str, str]] = {
    "no_orders": ("remove", "disabled"),
    "not_started": ("ring", "disabled"),
    "writing": ("edit", "muted"),
    "sealed": ("seal", "good"),
    "opened": ("unseal", "muted"),
    "by_habit": ("bot", "muted"),
    "finished": ("check", "muted"),
}


class SeatRow(QWidget):
    """One seat: its name and people, its state, and the way in; the name alone without orders.

    ``reshaped`` when it may need another width. A ``compact`` one names its people on hover.
    """

    opened = Signal(str)
    handed_to = Signal(str, object)
    reseated = Signal(str, tuple, str)
    pin_reset = Signal(str, str)
    seen_as = Signal(str)
    reshaped = Signal()

    def __init__(
        self,
        scenario: Scenario,
        seat: Seat,
        half: HalfTyped,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._compact = compact
        self._seat = seat
        self.seat = seat.id
        self._seating = Seating(seat.id)
        self._resettable: tuple[str, ...] = ()
        self._elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.form: ReseatForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # selected, for a note about it
        self._half, self._place = half, f"reseat/{seat.id}"
        self.people = ElidedLabel()
        self.people.setProperty("role", "muted")
        self.state = label(role="muted", wrap=True, leads=True)
        self.here = self._make_here()
        self._mark = Glyph("ring", "disabled", 14)
        self.open = QPushButton(pgettext("a seat", "Open"))
        self.open.setProperty("role", "soft")
        self.open.setAccessibleName(fill(_("Open the seat of {seat}"), seat=seat.name))
        self.open.clicked.connect(lambda: self.opened.emit(seat.id))
        steady(self.open)
        self.reseat = QPushButton()
        self.reseat.setProperty("role", "quiet")
        self.reseat.setIcon(icons.icon("more", "muted"))
        self.reseat.setAccessibleName(fill(_("Change who sits at {seat}"), seat=seat.name))
        self.reseat.clicked.connect(self.open_form)
        steady(self.reseat)
        self.elsewhere = ScreenButton(seat.name)
        self.elsewhere.chosen.connect(lambda screen: self.handed_to.emit(seat.id, screen))
        steady(self.elsewhere)
        self._orders = scenario.orders_of(seat.id)
        self._column = QVBoxLayout(self)
        set_margins(self._column, 2 * theme.SPACE, 3, theme.SPACE, 3)
        self._column.setSpacing(0)
        self._column.addLayout(self._name_row())
        if self._orders:
            if not compact:
                self._column.addLayout(self._people_row())
            self._column.addLayout(self._state_row())
            self.elsewhere.look()

    def _name_row(self) -> QHBoxLayout:
        name = label(self._seat.name, wrap=True, leads=True, bold=self._orders > 0)
        row = self._head = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(Swatch(self._seat.colour))
        row.addWidget(name, 1)
        if not self._orders:
            row.addWidget(self.reseat)
        elif self._compact:
            row.setSpacing(2)
            for button in (self.elsewhere, self.open, self.reseat):
                row.addWidget(button)
        else:
            row.addWidget(self.open)
        return row

    def _people_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.people, 1)
        row.addWidget(self.elsewhere)
        row.addWidget(self.reseat)
        return row

    def _state_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.state, 1)
        row.addWidget(self.here)
        return row

    def _make_here(self) -> QWidget:
        """How many are at the seat with a device of their own; nothing where nobody is."""
        made = QWidget()
        self._count = label("", "muted")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(Glyph("people", "good", 14))
        row.addWidget(self._count)
        made.hide()
        return made

    def show_here(self, count: int) -> None:
        """Say how many are here with a device."""
        self._count.setText(here_words(count))
        self.here.setToolTip(_("At this seat with a phone, tablet or laptop of their own"))
        self.here.setVisible(count > 0)

    def show_line(self, line: SeatLine) -> None:
        """Show who sits here and what they are doing."""
        self._seating, self._elsewhere = line.seating, line.elsewhere
        self._resettable = line.resettable
        self.people.say(line.player)
        if self._compact:
            self.setToolTip(in_tooltip(line.player))
        self.show_state(line)
        self._mark.become(*_MARKS[line.doing])
        nobody = "" if line.may_open else _("A habit plays this seat; nobody sits there.")
        say_grey(self.open, nobody, _("Covers the desk, so that the laptop can be handed over"))
        self.elsewhere.setEnabled(line.may_open)
        over = "" if line.may_reseat else _("The exercise is finished.")
        say_grey(self.reseat, over, _("Change who sits here"))
        if not line.may_reseat:
            self._put_aside()

    def show_state(self, line: SeatLine) -> None:
        """Show what the seat is doing, and what holds it up."""
        state = facts([line.state, *line.readiness])
        self.state.setText(state)
        said = _("{seat}: {player}; {state}")
        self.setAccessibleName(fill(said, seat=self._seat.name, player=line.player, state=state))

    def show_mark(self, marks: NoteMarks) -> None:
        """Say how many notes are tied to the seat or who sits there."""
        marks.put_on(self, self._head, Tie(About.SEAT, self.seat), at=2)

    def open_form(self) -> None:
        """Open the form, with what was left in it; or put it aside again."""
        if self.form is not None:
            self._put_aside()
            return
        seating, known = self._seating, self._resettable
        form = self.form = ReseatForm(self._scenario, seating, known, self._elsewhere)
        if left := self._half.of(self._place):
            form.fill_in(Draft(left))
        form.typed.connect(lambda: self._half.typed(self._place, form.half_typed))
        form.left.connect(self._put_aside)
        form.dropped.connect(self.done)
        form.reseated.connect(self._send)
        form.pin_reset.connect(self._reset_pin)
        form.see_as.clicked.connect(lambda: self.seen_as.emit(self.seat))
        self._column.addWidget(form)
        form.people.setFocus()
        self.reshaped.emit()

    def _send(self, people: tuple[str, ...], played_by: str) -> None:
        self.reseated.emit(self._seat.id, people, played_by)

    def _reset_pin(self, person: str) -> None:
        self._put_aside()
        self.pin_reset.emit(self._seat.id, person)

    def _put_aside(self) -> None:
        """Out of sight; what was typed is there when it is opened again."""
        self._close_form()

    def done(self) -> None:
        """The form is no longer wanted: they are seated, or what was typed is let go of."""
        self._half.done(self._place)
        self._close_form()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.reseat.setFocus()
            self.reshaped.emit()


class SeatsPanel(QFrame):
    """All seats in the pack's order. ``opened`` carries a seat; ``reseated`` all of a reseat,
    ``pin_reset`` a seat and the person whose PIN is to be reset; ``seen_as`` the seat to look as.

    ``handed_to`` carries a seat and the other screen on which it is to be opened.
    ``round_wanted`` when the laptop is to go round, ``play_wanted`` when the facilitator is to see
    what waits for seats that nobody else plays.
    """

    opened = Signal(str)
    handed_to = Signal(str, object)
    reseated = Signal(str, tuple, str)
    pin_reset = Signal(str, str)
    seen_as = Signal(str)
    round_wanted = Signal()
    play_wanted = Signal()

    def __init__(self, scenario: Scenario, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.rows: dict[str, SeatRow] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, theme.SPACE)
        column.setSpacing(0)
        heading = self._heading()
        ordering = sum(scenario.orders_of(seat.id) > 0 for seat in scenario.seats)
        compact = ordering > MOST_AT_LENGTH
        for seat in scenario.seats:
            self.rows[seat.id] = SeatRow(scenario, seat, half, compact)
            self.rows[seat.id].opened.connect(self.opened)
            self.rows[seat.id].handed_to.connect(self.handed_to)
            self.rows[seat.id].reseated.connect(self.reseated)
            self.rows[seat.id].pin_reset.connect(self.pin_reset)
            self.rows[seat.id].seen_as.connect(self.seen_as)
            self.rows[seat.id].reshaped.connect(self._reshaped)
            column.addWidget(self.rows[seat.id])
        self.people = PeopleRow(scenario, half)
        self.people.asked.connect(self._bring_forms)
        column.addWidget(self.people)
        column.addStretch()
        self._inside = inside
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addLayout(heading)
        outside.addLayout(self._make_to_play())
        outside.addWidget(scroll, 1)

    def _heading(self) -> QHBoxLayout:
        self.round = QPushButton(_("Hand round"))
        self.round.setProperty("role", "quiet")
        self.round.setIcon(icons.icon("people", "muted"))
        self.round.setToolTip(
            _("Covers the desk: each seat in turn opens its own window on this laptop")
        )
        self.round.clicked.connect(self.round_wanted)
        steady(self.round)
        row = QHBoxLayout()
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, 0)
        row.addWidget(label(_("Seats"), "heading"), 1)
        row.addWidget(self.round)
        return row

    def _make_to_play(self) -> QHBoxLayout:
        """How much waits for the facilitator at seats, which leads to it."""
        self.to_play = QPushButton()
        self.to_play.setProperty("role", "soft")
        self.to_play.setIcon(icons.icon("next", "muted"))
        self.to_play.setToolTip(
            _("What waits for the seats that you play, and what habits would do")
        )
        self.to_play.clicked.connect(self.play_wanted)
        steady(self.to_play)
        # The panel is as wide as its seats need.
        self.to_play.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy = self.to_play.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or every seat would jump as it comes and goes
        self.to_play.setSizePolicy(policy)
        self.to_play.hide()
        row = QHBoxLayout()
        set_margins(row, 2 * theme.SPACE, 0, 2 * theme.SPACE, 4)
        row.addWidget(self.to_play, 1)
        return row

    def show_to_play(self, words: str) -> None:
        """Say how much waits for the facilitator at seats; nothing for "" ."""
        self.to_play.setText(words)
        self.to_play.setVisible(bool(words))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for every button, also those of an open form; names and states wrap."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = round(self.window().width() * MOST_OF_ROOM)
        least, own = super().minimumSizeHint(), theme.scaled(LEAST_WIDTH)
        inside = self._inside.minimumSizeHint().width() + bar
        wide = max(LEAST_WIDTH, min(own, room), least.width(), inside)
        return QSize(wide, least.height())

    def go_to(self, seat: str) -> None:
        """Bring a seat into view, with the keys."""
        self.rows[seat].setFocus()
        self._scroll.ensureWidgetVisible(self.rows[seat])

    def go_to_people(self) -> None:
        """Bring those who play no seat into view, with the form to let one in."""
        self.people.more.setChecked(not self.people.more.isHidden())
        self.people.open_form(None)

    def _reshaped(self) -> None:
        self.updateGeometry()
        self._bring_forms()

    def _bring_forms(self) -> None:
        """A form that was opened is seen whole, once the rows have made room for it."""
        QTimer.singleShot(0, self, self._show_forms)

    def _show_forms(self) -> None:
        on = QApplication.focusWidget()
        forms: list[QWidget | None] = [row.form for row in self.rows.values()]
        for form in (*forms, self.people.form):
            if on is not None and form is not None and form.isAncestorOf(on):
                self._scroll.ensureWidgetVisible(form, 0, theme.SPACE)

    def show_lines(self, lines: Iterable[SeatLine]) -> None:
        """Show every seat as the exercise stands."""
        for line in lines:
            self.rows[line.seat].show_line(line)

    def show_states(self, lines: Iterable[SeatLine]) -> None:
        """Show what each is doing by now; nothing else has changed."""
        for line in lines:
            self.rows[line.seat].show_state(line)
