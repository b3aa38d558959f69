"""What the facilitator presses about the time: the clock, its minutes, a break, the day."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import NOT_PLANNED, PlannedBreak
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.desk.timekeeper import Timekeeper


class TimePresses:
    """``do`` does an act as the facilitator; ``cannot`` says of an action whether it cannot be done
    now, and tells why.
    """

    def __init__(
        self,
        page: DeskPage,
        timekeeper: Timekeeper,
        handover: Handover,
        do: Callable[[Act], bool],
        cannot: Callable[[str], bool],
    ) -> None:
        self._page = page
        self._timekeeper = timekeeper
        self._handover = handover
        self._do = do
        self._cannot = cannot

    def pause_timer(self) -> None:
        """Let the timer stand still, or go on."""
        if not self._handover.is_covered and not self._cannot("pause_timer"):
            self._timekeeper.pause_or_go_on()

    def plan_day(self) -> None:
        """Open the plan of the day, under its strip."""
        if not self._cannot("plan_day"):
            self._page.day.open_plan()

    def cut_day(self) -> None:
        """Open what could be cut to end in time."""
        if not self._cannot("cut_day"):
            self._page.day.open_cuts()

    def give_minutes(self, minutes: int) -> None:
        """Give minutes to the phase in play, or take them off."""
        if self._timekeeper.may_give(minutes):
            self._do(self._timekeeper.give(minutes))

    def minute_more(self) -> None:
        """The phase has a minute more."""
        self.give_minutes(1)

    def minute_less(self) -> None:
        """The phase has a minute fewer."""
        self.give_minutes(-1)

    def five_more(self) -> None:
        """The phase has five minutes more."""
        self.give_minutes(5)

    def five_less(self) -> None:
        """The phase has five minutes fewer."""
        self.give_minutes(-5)

    def take_break(self, minutes: int, name: str = "", after_turn: int = NOT_PLANNED) -> None:
        """Begin a break: the timer stands still."""
        self._do(self._timekeeper.take_break(minutes, name, after_turn))

    def take_planned_break(self, planned: PlannedBreak) -> None:
        """Begin a break that was planned."""
        self.take_break(planned.minutes, planned.name, planned.after_turn)
