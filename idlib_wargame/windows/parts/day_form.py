"""The plan of a day as fields: minutes of each phase, breaks, the hot wash, and when it ends."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.phases import FINISHED
from idlib_wargame.session.day import MOST_MINUTES, MOST_TURN, DayPlan, PlannedBreak
from idlib_wargame.views.day.new_break import Course, new_break, new_lunch
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.hour_field import HourField
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number_field import NumberField
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.phases import phase_name

MOST_BREAKS = 8
LONGEST_NAME = 40  # letters


class BreakRow(QWidget):
    """One break: after which turn, how long, and what it is called."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, number: int, planned: PlannedBreak) -> None:
        super().__init__()

        def named(words: str) -> str:
            return fill(words, number=number)

        self.turn = NumberField(named(_("Break {number}: after which turn")), 0, MOST_TURN)
        self.minutes = NumberField(named(_("Break {number}: minutes")), 1, MOST_MINUTES)
        self.name = QLineEdit(planned.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(_("Name"))
        self.name.setAccessibleName(named(_("Break {number}: what it is called")))
        self.name.setFixedWidth(theme.scaled(120))
        self.drop = QPushButton()
        self.drop.setProperty("role", "quiet")
        self.drop.setIcon(icons.icon("close", "muted"))
        self.drop.setToolTip(_("Take this break out"))
        self.drop.setAccessibleName(named(_("Take break {number} out")))
        self.drop.setAutoDefault(False)
        steady(self.drop)
        self.turn.show_number(planned.after_turn)
        self.minutes.show_number(planned.minutes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_pair(_("Break"), self.name))
        row.addWidget(_pair(_("After turn"), self.turn))
        row.addWidget(_pair(_("Minutes"), self.minutes))
        row.addWidget(self.drop)
        for field in (self.turn, self.minutes):
            field.changed.connect(self.changed)
        self.name.textEdited.connect(self.changed)
        self.drop.clicked.connect(self.dropped)

    def planned(self) -> PlannedBreak:
        """The break as it stands there."""
        return PlannedBreak(self.turn.number(), self.minutes.number(), self.name.text().strip())


class DayForm(QWidget):
    """``changed`` as somebody changes anything, ``sent`` on Ctrl and Enter in a field.

    ``most_breaks`` is how many there may be. ``practice`` asks for a practice turn too.
    """

    changed = Signal()
    sent = Signal()

    def __init__(
        self,
        phases: Sequence[str],
        most_breaks: int = MOST_BREAKS,
        practice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most_breaks = most_breaks
        self._shown = DayPlan()
        self._course = Course(datetime.min)
        self.minutes: dict[str, NumberField] = {}
        for phase in phases:
            if phase != FINISHED:
                said = fill(_("{phase}: minutes"), phase=phase_name(phase))
                self.minutes[phase] = NumberField(said, 0, MOST_MINUTES)
        self.hot_wash = NumberField(_("Hot wash: minutes"), 0, MOST_MINUTES)
        self.practice = NumberField(_("Practice turn: minutes"), 0, MOST_MINUTES)
        self.hour = HourField(_("When everybody should leave"))
        self.breaks: list[BreakRow] = []
        self.add = QPushButton(_("Add a break"))
        self.add.clicked.connect(self._add_break)
        self.add_lunch = QPushButton(_("Add lunch"))
        self.add_lunch.clicked.connect(self._add_lunch)
        for button in (self.add, self.add_lunch):
            button.setProperty("role", "quiet")
            button.setAutoDefault(False)
            steady(button)
        self._rows = flowing(3 * theme.SPACE, between_lines=4)
        self._lay_out(practice)
        numbers = (*self.minutes.values(), self.hot_wash, self.practice)
        for field in numbers:
            field.changed.connect(self.changed)
        self.hour.changed.connect(self.changed)
        sends(self.sent.emit, *numbers, self.hour)

    def _lay_out(self, practice: bool) -> None:
        pairs = [(phase_name(phase), field) for phase, field in self.minutes.items()]
        after: list[tuple[str, QWidget]] = [(_("Hot wash"), self.hot_wash)]
        if practice:
            after.insert(0, (_("Practice turn"), self.practice))
        else:
            self.practice.setParent(self)
            self.practice.hide()
        after.append((_("Ends at"), self.hour))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        row = [_pair(words, field) for words, field in (*pairs, *after)]
        column.addWidget(flowing(2 * theme.SPACE, *row, self.add, self.add_lunch, between_lines=4))
        column.addWidget(self._rows)
        self._rows.hide()

    def show_plan(self, plan: DayPlan) -> None:
        """Show a plan; a field that means the same already is left alone."""
        if plan == self.plan():
            self._shown = plan
            return
        self._shown = plan
        for phase, field in self.minutes.items():
            field.show_number(plan.minutes.get(phase, 0))
        self.hot_wash.show_number(plan.hot_wash)
        self.practice.show_number(plan.practice)
        self.hour.show_hour(plan.ends_at)
        if tuple(row.planned() for row in self.breaks) != plan.breaks:
            self._show_breaks(plan.breaks)

    def plan(self) -> DayPlan:
        """The plan as the fields have it; an hour that is none keeps the one before."""
        hour = self.hour.hour()
        given = {phase: field.number() for phase, field in self.minutes.items()}
        minutes = {
            phase: count for phase, count in given.items() if count or phase in self._shown.minutes
        }
        return replace(
            self._shown,
            minutes=minutes,
            hot_wash=self.hot_wash.number(),
            ends_at=self._shown.ends_at if hour is None else hour,
            breaks=tuple(row.planned() for row in self.breaks),
            practice=self.practice.number(),
        )

    def problem(self) -> str:
        """Why it is no plan yet; empty where it is one."""
        if self.hour.hour() is None:
            said = _("“{typed}” is no hour; write one such as 16:30, or nothing.")
            return fill(said, typed=self.hour.text().strip())
        return ""

    @property
    def _layout(self) -> QLayout:
        layout = self._rows.layout()
        assert layout is not None, "what flows has a layout"
        return layout

    def _show_breaks(self, breaks: Sequence[PlannedBreak]) -> None:
        for row in self.breaks:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.breaks = []
        for planned in breaks:
            self._put(planned)
        self._offer()

    def let_go(self, gone: Set[PlannedBreak]) -> None:
        """Take breaks out that have begun; all else stays as it is typed."""
        left = [planned for row in self.breaks if (planned := row.planned()) not in gone]
        if len(left) < len(self.breaks):
            self._show_breaks(left)

    def _put(self, planned: PlannedBreak) -> BreakRow:
        row = BreakRow(len(self.breaks) + 1, planned)
        row.changed.connect(self.changed)
        row.dropped.connect(lambda: self._drop(row))
        sends(self.sent.emit, row.name, row.turn, row.minutes)
        self.breaks.append(row)
        self._layout.addWidget(row)
        return row

    def _offer(self) -> None:
        for button in (self.add, self.add_lunch):
            button.setVisible(len(self.breaks) < self._most_breaks)
        self._rows.setVisible(bool(self.breaks))

    def follow(self, course: Course) -> None:
        """Place new breaks by when turns are over."""
        self._course = course

    def _add_break(self) -> None:
        self._add(new_break(self._course, [row.planned().after_turn for row in self.breaks]))

    def _add_lunch(self) -> None:
        self._add(new_lunch(self._course))

    def _add(self, planned: PlannedBreak) -> None:
        row = self._put(planned)
        self._offer()
        row.name.setFocus()
        self.changed.emit()

    def _drop(self, row: BreakRow) -> None:
        left = tuple(each.planned() for each in self.breaks if each is not row)
        self._show_breaks(left)
        self.add.setFocus()
        self.changed.emit()


def _pair(words: str, field: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    said = label(words, "muted")
    said.setBuddy(field)
    row.addWidget(said)
    row.addWidget(field)
    return pair
