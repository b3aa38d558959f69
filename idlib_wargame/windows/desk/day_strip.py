"""The strip of the day: where we are, when we shall finish, and what to cut to end in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.session import Session
from idlib_wargame.views.breaks import break_due
from idlib_wargame.views.day.cuts import cuts
from idlib_wargame.views.day.new_break import course_ahead
from idlib_wargame.views.day.strip import DayStrip, day_strip, plan_told
from idlib_wargame.windows.desk.break_bar import BreakBar
from idlib_wargame.windows.desk.cuts_bar import CutsBar
from idlib_wargame.windows.desk.day_bar import DayBar
from idlib_wargame.windows.desk.day_plan_bar import DayPlanBar
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import rule
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.words.day import no_need_to_cut_words
from idlib_wargame.words.language import _

MINUTE = 60_000  # milliseconds
BAR, WORDS = 2, 3  # their shares of one line
LEAST_HIGH = 760  # pixels of the window, below which bar and words share a line

Clock = Callable[[], datetime]


def laptop_time() -> datetime:
    """The time of the laptop's clock, with its offset from UTC."""
    return datetime.now().astimezone()


class DayStripBar(QFrame):
    """Drawn anew once a minute, and when something was done. Nothing in it acts by itself.

    ``does`` does an act as the facilitator, and says whether it was done. ``break_wanted`` carries
    a planned break that is to begin.
    """

    break_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        timer: PhaseTimer,
        now: Clock = laptop_time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._session, self._timer, self._now = session, timer, now
        self._is_low = False
        self.does: Callable[[Act], bool] = lambda act: False
        self.strip: DayStrip | None = None
        self.bar = DayBar()
        self.words = ElidedLabel()
        self.words.setProperty("role", "muted")
        self.late = QPushButton(_("What to cut"))
        self.late.setProperty("role", "quiet")
        self.late.setIcon(icons.icon("expand", "muted"))
        self.plan = QPushButton()
        self.plan.setProperty("role", "quiet")
        self.plan.setIcon(icons.icon("calendar", "muted"))
        for button in (self.late, self.plan):
            steady(button)
        self.due = BreakBar()
        self.cuts = CutsBar()
        self.planning = DayPlanBar(session.scenario.phases, self._planned)
        self._lay_out()
        self.bar.clicked.connect(self.open_plan)
        self.plan.clicked.connect(self.open_plan)
        self.late.clicked.connect(self.open_cuts)
        self.due.begun.connect(self.break_wanted)
        self.due.dropped.connect(self._cut)
        self.cuts.wanted.connect(self._cut)
        self.planning.wanted.connect(self._plan)
        self.cuts.left.connect(self._close)
        self.planning.left.connect(self._close)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.words, 1)
        line.addWidget(self.late)
        line.addWidget(self.plan)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(2)
        self._both.addWidget(self.bar, BAR)
        self._both.addLayout(line, WORDS)
        self._name_plan()
        column = QVBoxLayout()
        column.setContentsMargins(2 * theme.SPACE, 2, 2 * theme.SPACE, 2)
        column.setSpacing(2)
        # The line below goes with the strip, once it makes room for the ending.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(rule())
        column.addLayout(self._both)
        column.addWidget(self.due)
        column.addWidget(self.cuts)
        column.addWidget(self.planning)

    def fit(self, high: int) -> None:
        """On a low window of that height, bar and words share one line."""
        low = high < LEAST_HIGH
        if low != self._is_low:
            self._is_low = low
            direction = QBoxLayout.Direction
            self._both.setDirection(direction.LeftToRight if low else direction.TopToBottom)
            self._name_plan()
            self._show()

    def _name_plan(self) -> None:
        """Beside the bar the words come first; what is left of the room is the name's."""
        words = _("Plan the day")
        is_named = not self._is_low or self._has_room_for(words)
        self.plan.setText(words if is_named else "")
        self.plan.setAccessibleName(words)
        self.plan.setToolTip("" if is_named else words)

    def _has_room_for(self, name: str) -> bool:
        """Whether the line beside the bar, which has its share of the width, holds that too."""
        line = (self.width() - 5 * theme.SPACE) * WORDS // (BAR + WORDS)
        taken = [self.words.fontMetrics().horizontalAdvance(self.words.whole)]
        taken.append(self.plan.fontMetrics().horizontalAdvance(name) + 6 * theme.SPACE)
        if not self.late.isHidden():
            taken.append(self.late.sizeHint().width() + theme.SPACE)
        return sum(taken) <= line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the plan's button stands where there is room."""
        super().resizeEvent(event)
        self._name_plan()

    def refresh(self) -> None:
        """Reckon the day anew."""
        session = self._session
        self.strip = day_strip(session.scenario, session.play, self._now(), self._used)
        self._show()

    @property
    def _used(self) -> int:
        clock = self._timer.clock
        return clock.seconds_used if clock.is_shown else 0

    def _show(self) -> None:
        strip = self.strip
        self.setVisible(strip is not None)
        if strip is None:
            return
        self.bar.setVisible(bool(strip.blocks))
        self.bar.show_strip(strip, self._is_low)
        self.words.say(strip.line)
        play = self._session.play
        self.planning.keep_up(play.day, play.day_before)
        role = "warning" if strip.is_late else "muted"
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            theme.style(self.words)
        self.late.setVisible(strip.is_late)
        self._name_plan()
        self.planning.refresh()
        if not strip.is_late:
            self.cuts.hide()
        elif self.cuts.isVisible():
            self._show_cuts()
        self._show_due()

    def _show_due(self) -> None:
        """What opens below has the room; each break stands in it, too."""
        is_open = not (self.cuts.isHidden() and self.planning.isHidden())
        self.due.show_due(None if is_open else break_due(self._session.play))

    def begin_due(self) -> None:
        """Begin the planned break whose moment has come."""
        due = break_due(self._session.play)
        if due is not None:
            self.break_wanted.emit(due.planned)

    def _show_cuts(self) -> None:
        session = self._session
        self.cuts.show_cuts(cuts(session.scenario, session.play, self._now(), self._used))

    @property
    def half_typed(self) -> bool:
        """Whether a plan was changed and not taken."""
        return self.planning.half_typed

    def open_plan(self) -> None:
        """Open the plan of the day, or close it where nothing in it was changed."""
        if self.planning.isVisible() and not self.planning.half_typed:
            self._close()
        elif not self.planning.isVisible():
            self.cuts.hide()
            session, play = self._session, self._session.play
            self.planning.begin(play.day, play.day_before)
            course = course_ahead(session.scenario, play, self._now(), self._used)
            self.planning.form.follow(course)
            self._show_due()

    def _planned(self, plan: DayPlan) -> str:
        session = self._session
        return plan_told(session.scenario, session.play, plan, self._now(), self._used)

    def why_no_cut(self) -> str:
        """Why there is nothing to be cut; "" where the day is late."""
        is_late = self.strip is not None and self.strip.is_late
        return "" if is_late else no_need_to_cut_words(self._session.play.day.ends_at)

    def open_cuts(self) -> None:
        """Open what could be cut, or close it."""
        if self.cuts.isVisible():
            self._close()
        elif not self.planning.half_typed:
            self.planning.hide()
            self._show_cuts()
            self.cuts.begin()
            self._show_due()

    def _close(self) -> None:
        self.cuts.hide()
        self.planning.hide()
        self._show_due()
        # Never on what a second press would do again.
        self.bar.setFocus()

    def _cut(self, act: Act) -> None:
        if self.does(act):
            self._close()

    def _plan(self, plan: DayPlan) -> None:
        if self.does(PlanDay(plan)):
            self._close()
