"""The answers of the setup assistant, filled in from the start so that they make an exercise."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from idlib_wargame.rules.dice import SEED_BYTES, fingerprint_of, seed_from_number
from idlib_wargame.session.play import Seating, Setup

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.rules.scenario import Scenario

SUFFIX = ".wargame"
FIRST_GROUP = "Group A"
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Plan:
    """An exercise as it would begin now. ``number`` is what the seed was made from, if anything.

    ``path`` None keeps the exercise in memory until it is saved.
    """

    reading: PackReading
    exercise: str
    group: str
    turns: int
    seating: tuple[Seating, ...]
    path: Path | None
    seed: bytes
    number: int | None = None
    method: str = "semi_rigid"
    numbers: bool = True

    @classmethod
    def for_pack(cls, reading: PackReading, folder: Path) -> Plan:
        """The answers that an exercise with this pack (one without problems) starts from.

        People play every seat but control's; the file goes to ``folder`` under a name of its own.
        """
        scenario = _scenario(reading)
        return cls(
            reading=reading,
            exercise=scenario.title,
            group=FIRST_GROUP,
            turns=scenario.turns,
            seating=tuple(
                Seating(seat.id, (), "control" if seat.control else "person")
                for seat in scenario.seats
            ),
            path=free_path(folder, file_name(scenario.title, FIRST_GROUP)),
            seed=secrets.token_bytes(SEED_BYTES),
        )

    @property
    def scenario(self) -> Scenario:
        """The pack."""
        return _scenario(self.reading)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the seed, in hexadecimal: what is shown before play."""
        return fingerprint_of(self.seed)

    def with_number(self, number: int | None) -> Plan:
        """The same with dice from that number; None throws the seed afresh."""
        if number is None:
            return replace(self, number=None, seed=secrets.token_bytes(SEED_BYTES))
        return replace(self, number=number, seed=seed_from_number(number))

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
            seating=self.seating,
        )


def file_name(exercise: str, group: str) -> str:
    """What the file of that exercise is called, without its ending."""
    return ", ".join(part for part in (exercise, group) if part)


def free_path(folder: Path, name: str) -> Path:
    """A file of that name, made fit for every file system, that nothing else has in the folder."""
    stem = _NOT_IN_NAMES.sub(" ", name)[:_LONGEST_NAME].strip(" .") or "Exercise"
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path


def turns_offered(scenario: Scenario) -> tuple[int, ...]:
    """The lengths to choose from, the pack's own among them."""
    return tuple(sorted({*scenario.turn_options, scenario.turns}))


def duration_words(scenario: Scenario, turns: int) -> str:
    """How long so many turns take by the pack's minutes: "about 6 h 40 min"; "" where unknown."""
    minutes = turns * sum(scenario.minutes.get(phase, 0) for phase in scenario.phases)
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return "about " + " ".join(part for part in parts if part)


def length_words(scenario: Scenario, turns: int) -> str:
    """The days that so many turns cover, and how long they take to play."""
    first, last = scenario.first_day(1), scenario.last_day(turns)
    year = f" {first.year}" if first.year != last.year else ""
    days = f"{first.day} {first:%b}{year} to {last.day} {last:%b %Y}"
    return " · ".join(part for part in (days, duration_words(scenario, turns)) if part)


def people_words(people: Sequence[str]) -> str:
    """Names as one line: "A, B and C"; "" for none."""
    if len(people) < 2:
        return "".join(people)
    return f"{', '.join(people[:-1])} and {people[-1]}"


def short_fingerprint(fingerprint: str) -> str:
    """The first eight digits, as they are read out: "7F3A 91C2"."""
    return f"{fingerprint[:4]} {fingerprint[4:8]}".upper()


def _scenario(reading: PackReading) -> Scenario:
    if reading.scenario is None:
        raise ValueError(f"the pack has {len(reading.problems)} problems; none can be set up")
    return reading.scenario
