"""The answers of the setup assistant, filled in from the start so that they make an exercise."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from idlib_wargame.rules.dice import SEED_BYTES, fingerprint_of, seed_from_number
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.rules.variants import chosen
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.methods import SEMI_RIGID
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.day.hours import to_five_minutes
from idlib_wargame.views.file_names import default_group, file_name, free_path
from idlib_wargame.views.setup.arranging import arrangement_of, rearranged, seated, seats_at_first
from idlib_wargame.views.setup.day import day_told, fitted, proposed
from idlib_wargame.views.setup.free_orders import as_played, proposed_to

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.rules.pack.scenario import Scenario


@dataclass(frozen=True)
class Plan:
    """An exercise as it would begin now. ``number`` is what the seed was made from, if anything.

    ``start``, ``options`` and ``arrangement`` are ids of the pack; an empty one is the pack's own.
    In ``seating`` a seat may go with another (see ``arranging``). ``path`` None keeps the exercise
    in memory until it is saved. With ``read_marks``, writers are told who has read. ``pin`` is the
    facilitator's, empty for none; ``seat_pins`` says that every person sets one at their seat.
    ``day`` has the minutes of every phase, for a day that begins at ``begins`` by the laptop's
    clock; with ``own_minutes`` somebody has typed them, and no others are proposed. ``handling`` is
    the line that says how what is seen may be passed on. ``free_orders`` names actors.
    """

    reading: PackReading
    exercise: str
    group: str
    turns: int
    seating: tuple[Seating, ...]
    path: Path | None
    seed: bytes
    number: int | None = None
    method: str = SEMI_RIGID
    numbers: bool = True
    start: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    arrangement: str = ""
    read_marks: bool = False
    pin: str = field(default="", repr=False)
    seat_pins: bool = False
    day: DayPlan = field(default_factory=DayPlan)
    begins: datetime = datetime.min
    own_minutes: bool = False
    handling: str = ""
    free_orders: FreeOrders = NO_FREE_ORDERS

    @classmethod
    def for_pack(cls, reading: PackReading, folder: Path, now: datetime | None = None) -> Plan:
        """The answers that an exercise with this pack (one without problems) starts from.

        People play every seat but control's; the file goes to ``folder`` under a name of its own.
        It lasts three hours from ``now`` on, the laptop's time where none is given.
        """
        scenario = _scenario(reading)
        first = next((each.id for each in scenario.arrangements), "")
        group = default_group()
        begins = to_five_minutes(now or datetime.now())
        turns, day = proposed(scenario, begins)
        return cls(
            reading=reading,
            exercise=scenario.title,
            group=group,
            turns=turns,
            seating=seats_at_first(
                chosen(scenario, arrangement=first), arrangement_of(scenario, first)
            ),
            path=free_path(folder, file_name(scenario.title, group)),
            seed=secrets.token_bytes(SEED_BYTES),
            options={option.id: option.choices[0].id for option in scenario.options},
            arrangement=first,
            day=day,
            begins=begins,
            free_orders=proposed_to(scenario),
        )

    @property
    def scenario(self) -> Scenario:
        """The pack, as it is written."""
        return _scenario(self.reading)

    @cached_property
    def played(self) -> Scenario:
        """The pack as it will be played: its length, starting point, options and seats."""
        return chosen(self.scenario, self.turns, self.start, self.options, self.arrangement)

    @property
    def seated(self) -> tuple[Seating, ...]:
        """Who sits at each seat that is played, those that go with another included."""
        return seated(self.seating)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the seed, in hexadecimal: what is shown before play."""
        return fingerprint_of(self.seed)

    @property
    def has_typed(self) -> bool:
        """Whether somebody has typed what would be missed."""
        names = any(each.people for each in self.seating)
        called = (self.exercise, self.group) != (self.scenario.title, default_group())
        return names or called or bool(self.pin or self.handling) or self.number is not None

    @property
    def whole(self) -> int:
        """The minutes of the whole day."""
        return self.day.whole(self.turns)

    @property
    def day_told(self) -> list[str]:
        """What the day comes to, a sentence each."""
        return day_told(self.scenario, self.turns, self.day, self.begins)

    def with_day(self, turns: int, day: DayPlan) -> Plan:
        """The same for so many turns in a day so planned.

        Until somebody types minutes of their own, phases have those of the pack as far as they fit.
        """
        own = self.own_minutes or dict(day.minutes) != dict(self.day.minutes)
        if not own:
            day = fitted(self.scenario, turns, day, self.begins)
        return replace(self, turns=turns, day=day, own_minutes=own)

    def with_number(self, number: int | None) -> Plan:
        """The same with dice from that number; None throws the seed afresh."""
        if number is None:
            return replace(self, number=None, seed=secrets.token_bytes(SEED_BYTES))
        return replace(self, number=number, seed=seed_from_number(number))

    def with_arrangement(self, arrangement: str) -> Plan:
        """The same with the seats shared out otherwise; whoever was named keeps a place."""
        after = replace(self, arrangement=arrangement)
        was, now = (arrangement_of(self.scenario, each) for each in (self.arrangement, arrangement))
        return replace(after, seating=rearranged(self.seating, self.played, after.played, was, now))

    def with_seat(self, seating: Seating) -> Plan:
        """The same with one seat taken otherwise."""
        return replace(
            self,
            seating=tuple(seating if each.seat == seating.seat else each for each in self.seating),
        )

    def to_setup(self) -> Setup:
        """What the session is created with."""
        return Setup(
            exercise=self.exercise,
            group=self.group,
            turns=self.turns,
            method=self.method,
            numbers=self.numbers,
            fingerprint=self.fingerprint,
            seating=self.seated,
            start=self.start,
            options=self.options,
            arrangement=self.arrangement,
            read_marks=self.read_marks,
            pins=self.seat_pins,
            handling=self.handling,
            free_orders=as_played(self.free_orders, self.played),
            day=replace(self.day, minutes=self._unlike_the_pack()),
        )

    def _unlike_the_pack(self) -> dict[str, int]:
        packs = self.scenario.minutes
        return {
            phase: minutes
            for phase, minutes in self.day.minutes.items()
            if minutes != packs.get(phase, 0)
        }


def short_fingerprint(fingerprint: str) -> str:
    """The first eight digits, as they are read out: "7F3A 91C2"."""
    return f"{fingerprint[:4]} {fingerprint[4:8]}".upper()


def _scenario(reading: PackReading) -> Scenario:
    if reading.scenario is None:
        raise ValueError(f"the pack has {len(reading.problems)} problems; none can be set up")
    return reading.scenario
