"""The day of a new exercise: minutes, breaks, when it should end, and how it is to be handled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import DayPlan, on_one_line
from idlib_wargame.session.kinds.handling_set import LONGEST
from idlib_wargame.views.day.new_break import planned_course
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.day_form import DayForm
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _


class DayCard(QFrame):
    """What it comes to is told under the fields, as they change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.form = DayForm((), practice=True)
        self.told = label("", "muted", wrap=True)
        self.handling = QLineEdit()
        self.handling.setMaxLength(LONGEST)
        self.handling.setAccessibleName(_("How what is seen may be passed on"))
        self.handling.setPlaceholderText(_("None. For example: “Exercise. Chatham House rule”"))
        self.handling.textEdited.connect(self.changed)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self._slot.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(label(_("Minutes of the day"), bold=True))
        column.addLayout(self._slot)
        column.addWidget(self.told)
        column.addSpacing(theme.SPACE)
        heading = label(_("A line on every screen and page that says how it is to be handled"))
        heading.setProperty("bold", True)
        heading.setWordWrap(True)
        heading.setBuddy(self.handling)
        column.addWidget(heading)
        column.addWidget(self.handling)

    def offer(self, scenario: Scenario) -> None:
        """Ask about the phases of that pack."""
        form = DayForm(scenario.phases, practice=True)
        form.changed.connect(self.changed)
        self._slot.replaceWidget(self.form, form)
        self.form.hide()
        self.form.deleteLater()
        self.form = form

    def show_plan(self, plan: Plan) -> None:
        """Show the plan's day; an hour that is none is left to be mended."""
        if self.form.problem():
            self.told.setText(self.form.problem())
            return
        self.form.show_plan(plan.day)
        self.form.follow(planned_course(plan.turns, plan.day, plan.begins))
        self.told.setText(" ".join(plan.day_told))
        if self.line() != plan.handling:
            self.handling.setText(plan.handling)

    def day(self) -> DayPlan:
        """The day as the fields have it."""
        return self.form.plan()

    def line(self) -> str:
        """How it is to be handled."""
        return on_one_line(self.handling.text())
