"""The plan of the rest of the day, changed without leaving the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from idlib_wargame.words.lists import facts


class DayPlanBar(QFrame):
    """Hidden until asked for. ``wanted`` carries the plan, ``left`` when it is left as it was.

    ``told`` says of a plan when the day would end by it.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(
        self,
        phases: Sequence[str],
        told: Callable[[DayPlan], str] = lambda plan: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ending = told
        self.form = DayForm(phases)
        self._in_force = DayPlan()
        self._before: DayPlan | None = None
        self.told = label(_("Minutes of each phase from now on"), "muted", wrap=True)
        self.away = QPushButton(_("Leave it"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(self.left)
        self.back = QPushButton(_("Back to the plan before"))
        self.back.setProperty("role", "quiet")
        self.back.clicked.connect(self._show_before)
        self.plan = QPushButton(_("Plan the day so"))
        self.plan.clicked.connect(self._plan)
        for button in (self.away, self.back, self.plan):
            steady(button)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.back)
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

    def begin(self, plan: DayPlan, before: DayPlan | None = None) -> None:
        """Show the bar with the plan in force; ``before`` is that which it took the place of."""
        self._in_force, self._before = plan, before
        self.form.show_plan(plan)
        self.back.setVisible(before is not None)
        self._changed()
        self.show()
        first = next(iter(self.form.minutes.values()), self.form.hot_wash)
        first.setFocus()
        first.selectAll()

    @property
    def half_typed(self) -> bool:
        """Whether something was changed and not planned."""
        return self.isVisible() and self.form.plan() != self._in_force

    def keep_up(self, plan: DayPlan, before: DayPlan | None) -> None:
        """Another plan is in force: what is half typed stays, without a break begun meanwhile."""
        if not self.isVisible() or plan == self._in_force:
            return
        if self.half_typed:
            self.form.let_go(set(self._in_force.breaks) - set(plan.breaks))
        else:
            self.form.show_plan(plan)
        self._in_force, self._before = plan, before
        self.back.setVisible(before is not None)
        self._changed()

    def _show_before(self) -> None:
        if self._before is not None:
            self.form.show_plan(self._before)
            self._changed()

    def _changed(self) -> None:
        problem = self.form.problem()
        self.told.setText(problem or self._told())
        same = "" if self.form.plan() != self._before else _("Nothing is changed yet.")
        say_grey(self.plan, problem or same)
        self.plan.setEnabled(not problem and self.form.plan() != self._in_force)

    def _told(self) -> str:
        ending = self._ending(self.form.plan())
        said = _("Minutes of each phase from now on")
        return facts([ending, said]) if ending else said

    def refresh(self) -> None:
        """Reckon the end anew, as time has gone by."""
        if self.isVisible():
            self._changed()

    def _plan(self) -> None:
        if self.plan.isEnabled():
            self.wanted.emit(self.form.plan())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter plans, Escape leaves the day as it was planned."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
