"""Exercises brought to a moment worth a picture. The same every time: dice, names and clock."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

from sample import MadeUpClock

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import ProvableDice, seed_from_number
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.rules.pack.phases import ADJUDICATION, ORDERS, REPORT, TALKS
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.day import DayPlan, PlannedBreak
from idlib_wargame.session.kinds.brief_read import ReadBrief
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState

SEED = seed_from_number(2028)
PEOPLE = (
    ("A. Petrova", "M. Orlov"),
    ("Mehmet Kaya",),
    ("Rana Haddad", "S. Darwish"),
    ("J. Whitfield",),
    ("Layla Nasser", "O. Khalil"),
    ("Dr Kaveh Rostami",),
)
# A day from half past twelve, with a practice turn before it and two breaks in it.
DAY = DayPlan(
    ends_at="19:15", breaks=(PlannedBreak(3, 15), PlannedBreak(5, 15, "Coffee")), practice=10
)
WHYS = (
    "Keeps the road open and the other guarantor talking.",
    "Cheap now, dear in three weeks.",
    "Their patience runs out before ours does.",
)


def seating(reading: PackReading) -> tuple[Seating, ...]:
    """People at each player's seat, the white cell at the others."""
    assert reading.scenario is not None
    names = iter(PEOPLE)
    return tuple(
        Seating(seat.id, (), "control") if seat.control else Seating(seat.id, next(names, ()))
        for seat in reading.scenario.seats
    )


class Stage:
    """An exercise with people at its seats, who order as the pack's first habit would."""

    def __init__(
        self,
        reading: PackReading,
        path: Path | None = None,
        practice: bool = False,
        handling: str = "",
        free_orders: FreeOrders = NO_FREE_ORDERS,
    ) -> None:
        assert reading.scenario is not None
        scenario = reading.scenario
        self.clock = MadeUpClock(dict(scenario.minutes))
        setup = Setup(
            scenario.title,
            "Group B",
            scenario.turns,
            seating=seating(reading),
            handling=handling,
            day=DAY,
            practice=practice,
            free_orders=free_orders,
        )
        with patch("idlib_wargame.record.file.now", self.clock):
            self.session = Session.create(path, reading, setup, SEED)
        self._bot = Bot(self.session.referee, scenario.habits[0])
        self._dice = ProvableDice(SEED)

    def wishes(self, seat: str) -> tuple[Wish, ...]:
        """What a seat would order now, each with a reason."""
        orders = self._bot.orders(self.session.play.state, seat, self._dice)
        return tuple(
            Wish(order.move, order.choice, WHYS[(number + len(seat)) % len(WHYS)])
            for number, order in enumerate(orders)
        )

    def begin(self) -> Session:
        """Everybody sits, all but the last have read their brief, and the first phase begins."""
        if self.session.play.timer.state is TimerState.WAITING:
            people = [each.seat for each in self.session.play.setup.seating if each.people]
            for seat in people[:-1]:
                self._submit(ReadBrief(seat), seat)
            self._submit(SetTimer(TimerState.RUNNING, 0))
        return self.session

    def _submit(self, act: Act, by: str = FACILITATOR) -> None:
        with patch("idlib_wargame.record.file.now", self.clock):
            self.session.submit(act, by)

    def go_to(self, turn: int, phase: str) -> Session:
        """Plays on until that phase of that turn."""
        play = self.begin().play
        while (play.turn, play.phase) != (turn, phase):
            self._step()
            play = self.session.play
        return self.session

    def finish(self) -> Session:
        """Plays on to the end."""
        self.begin()
        while self.session.next_act() is not None:
            self._step()
        return self.session

    def seal(self, but: Mapping[str, int]) -> None:
        """Has every seat that waits seal its orders, but for some that have only begun."""
        with patch("idlib_wargame.record.file.now", self.clock):
            for seat in self.session.waiting_for():
                wishes = self.wishes(seat)
                if seat in but:
                    self.session.submit(DraftOrders(seat, wishes[: but[seat]]), seat)
                else:
                    self.session.submit(SealOrders(seat, wishes), seat)

    def _step(self) -> None:
        following = self.session.next_act()
        assert following is not None
        phase = self.session.play.phase
        # Injects are sent one after another, and their phase goes by once.
        if not isinstance(following[0], SendInject):
            self.clock.pass_phase(phase)
        if phase == ORDERS:
            self.seal(but={})
        self._submit(following[0])


__all__ = ["ADJUDICATION", "ORDERS", "REPORT", "TALKS", "Stage", "seating"]
