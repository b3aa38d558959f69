"""The plan of the rest of the day, changed without leaving the desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.day import DayPlan
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.day_form import DayForm
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _


class DayPlanBar(QFrame):
    """Hidden until asked for. ``wanted`` carries the plan, ``left`` when it is left as it was."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, phases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = DayForm(phases)
        self._before = DayPlan()
        self.told = label(_("Minutes of each phase from now on"), "muted", wrap=True)
        self.away = QPushButton(_("Leave it"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(self.left)
        self.plan = QPushButton(_("Plan the day so"))
        self.plan.clicked.connect(self._plan)
        for button in (self.away, self.plan):
            steady(button)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.away)
        foot.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.SPACE // 2)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.form)
        column.addLayout(foot)
        self.form.changed.connect(self._changed)
        self.form.sent.connect(self._plan)
        self.hide()

    def begin(self, plan: DayPlan) -> None:
        """Show the bar with the plan in force."""
        self._before = plan
        self.form.show_plan(plan)
        self._changed()
        self.show()
        first = next(iter(self.form.minutes.values()), self.form.hot_wash)
        first.setFocus()
        first.selectAll()

    @property
    def half_typed(self) -> bool:
        """Whether something was changed and not planned."""
        return self.isVisible() and self.form.plan() != self._before

    def _changed(self) -> None:
        problem = self.form.problem()
        self.told.setText(problem or _("Minutes of each phase from now on"))
        same = "" if self.form.plan() != self._before else _("Nothing is changed yet.")
        say_grey(self.plan, problem or same)

    def _plan(self) -> None:
        if self.plan.isEnabled():
            self.wanted.emit(self.form.plan())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter plans, Escape leaves the day as it was planned."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
