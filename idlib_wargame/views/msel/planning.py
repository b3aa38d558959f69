"""From when a list has an inject come, to a turn of the exercise and a minute of its phase."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.msel import Plan
from idlib_wargame.session.play import Play
from idlib_wargame.views.msel.moments import Moment

A_DAY = 24 * 60  # minutes


class Calendar(NamedTuple):
    """What the moments of a list are counted by.

    ``first_date`` is the earliest date of a list of which no date is in the scenario: the day on
    which people play. ``starts`` is the earliest time of day that rows without a turn or a date of
    the scenario name, in minutes; play begins then. ``turn_minutes`` are those of a whole turn as
    the day is planned, 0 where it is not; ``phase_minutes`` those of the phase in which injects
    are sent.
    """

    scenario: Scenario
    turns: int
    first_date: date | None = None
    starts: int = 0
    turn_minutes: int = 0
    phase_minutes: int = 0

    @classmethod
    def of(cls, scenario: Scenario, play: Play, moments: Iterable[Moment]) -> Calendar:
        """The one by which these moments are counted."""
        minutes, phase, moments = play.day.minutes, scenario.phases[0], tuple(moments)
        made = cls(
            scenario, play.setup.turns, None, 0, sum(minutes.values()), minutes.get(phase, 0)
        )
        dates = [each.date for each in moments if each.date is not None and each.turn is None]
        if dates and not any(made._turn_of(day) for day in dates):
            made = made._replace(first_date=min(dates))
        times = [
            each.minute + A_DAY * made._days_on(each)
            for each in moments
            if each.turn is None and each.minute is not None and made._is_of_the_room(each)
        ]
        return made._replace(starts=min(times)) if times else made

    def plan(self, moment: Moment) -> Plan | None:
        """The turn and the minute; None for a moment outside of the exercise. Turn 0 is any."""
        if moment.is_empty:
            return Plan(0)
        if moment.turn is not None:
            return self._in_turn(moment.turn, moment.after or 0)
        if not self._is_of_the_room(moment):
            turn = self._turn_of(moment.date) if moment.date is not None else 0
            return Plan(turn, moment.after or 0) if turn else None
        if moment.minute is not None:
            after = A_DAY * self._days_on(moment) + moment.minute - self.starts
            return self._after(after)
        if moment.after is not None:
            return self._after(moment.after)
        days = self._days_on(moment)
        return self._in_turn(1 + days // max(self.scenario.turn_days, 1))

    def _is_of_the_room(self, moment: Moment) -> bool:
        """Whether it is told by the day on which people play, and not by the scenario's dates."""
        return moment.date is None or self.first_date is not None

    def _days_on(self, moment: Moment) -> int:
        if moment.date is not None and self.first_date is not None:
            return (moment.date - self.first_date).days
        return max((moment.day or 1) - 1, 0)

    def _turn_of(self, day: date) -> int:
        """The turn in which a date of the scenario lies; 0 for none."""
        days = (day - self.scenario.first_day(1)) // timedelta(days=1)
        turn = 1 + days // max(self.scenario.turn_days, 1)
        return turn if 1 <= turn <= self.turns else 0

    def _after(self, minutes: int) -> Plan | None:
        if not self.turn_minutes or minutes < 0:
            return None
        turn, minute = divmod(minutes, self.turn_minutes)
        return self._in_turn(turn + 1, min(minute, max(self.phase_minutes - 1, 0)))

    def _in_turn(self, turn: int, minute: int = 0) -> Plan | None:
        return Plan(turn, minute) if 1 <= turn <= self.turns else None
