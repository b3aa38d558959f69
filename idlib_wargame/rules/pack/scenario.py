"""A whole pack, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from idlib_wargame.rules.pack.bargain import Bargain, Consequence
from idlib_wargame.rules.pack.course import Clause, Clock, Flag, Limit, Outcome, Rung, Upkeep
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.interactions import (
    Chance,
    Contest,
    Contradiction,
    Joint,
    Principals,
    Shift,
)
from idlib_wargame.rules.pack.judgements import Judgements
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.moves import Event, Modifier, Move, Severity, Table
from idlib_wargame.rules.pack.phases import DEFAULT_PHASES
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.seats import Aim, Arrangement, Duty, Seat
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.pack.variants import Option, Start

# What the template of a situation report may ask for: "$dates", "$done"…
SITREP_WORDS = (
    "turn",
    "turns",
    "dates",
    "ladder",
    "news",
    "done",
    "followed",
    "agreements",
    "changed",
    "ground",
    "lit",
    "ahead",
)

# Rows that say in words of the pack's own why something came out as it did.
Explaining = (
    Modifier
    | Shift
    | Joint
    | Principals
    | Contradiction
    | Contest
    | Chance
    | Upkeep
    | Limit
    | Consequence
)


@dataclass(frozen=True)
class Scenario:
    """A whole pack. ``turn_days`` is the length of a turn in days; ``start`` its first day.

    ``turn_word`` is what its texts call a turn ("week"), and ``words_by_turns`` what they call it
    in exercises of other lengths. ``ruling_reasons`` are offered to whoever rules otherwise than
    the tables. ``as_written`` is the pack before that word was put in; None
    where no text asks for it, and in a pack that was changed since, of which it would know nothing.
    """

    id: str
    title: str
    version: str
    start: date
    turn_days: int
    turns: int
    orders_per_turn: int
    steps: tuple[str, ...]
    tables: tuple[Table, ...]
    seats: tuple[Seat, ...]
    tracks: tuple[Track, ...]
    moves: tuple[Move, ...]
    severities: tuple[Severity, ...]
    ladder: tuple[Rung, ...]
    summary: str = ""
    source: str = ""
    public_brief: str = ""
    phases: tuple[str, ...] = DEFAULT_PHASES
    turn_options: tuple[int, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)
    step_names: Mapping[str, str] = field(default_factory=dict)
    shifts: tuple[Shift, ...] = ()
    principals: tuple[Principals, ...] = ()
    joints: tuple[Joint, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    contests: tuple[Contest, ...] = ()
    chances: tuple[Chance, ...] = ()
    upkeep: tuple[Upkeep, ...] = ()
    conversions: tuple[Upkeep, ...] = ()
    limits: tuple[Limit, ...] = ()
    flags: tuple[Flag, ...] = ()
    flag_groups: Mapping[str, str] = field(default_factory=dict)
    clocks: tuple[Clock, ...] = ()
    clauses: tuple[Clause, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    habits: tuple[Habit, ...] = ()
    injects: tuple[Inject, ...] = ()
    aims: tuple[Aim, ...] = ()
    duties: tuple[Duty, ...] = ()
    starts: tuple[Start, ...] = ()
    options: tuple[Option, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    bargain: Bargain | None = None
    map: tuple[Feature, ...] = ()
    map_view: tuple[str, ...] = ()
    sitrep: str = ""
    days_by_turns: Mapping[int, int] = field(default_factory=dict)
    actor_names: Mapping[str, str] = field(default_factory=dict)
    tag_names: Mapping[str, str] = field(default_factory=dict)
    search: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    turn_word: str = ""
    words_by_turns: Mapping[int, str] = field(default_factory=dict)
    judgements: Judgements = field(default_factory=Judgements)
    ruling_reasons: tuple[str, ...] = ()
    free_orders: FreeOrders = NO_FREE_ORDERS
    as_written: Scenario | None = field(default=None, init=False, repr=False, compare=False)

    @cached_property
    def track_by_id(self) -> dict[str, Track]:
        """Tracks and counters by id."""
        return {track.id: track for track in self.tracks}

    @cached_property
    def move_by_id(self) -> dict[str, Move]:
        """Moves by id."""
        return {move.id: move for move in self.moves}

    @cached_property
    def rows(self) -> dict[str, Explaining]:
        """Every row that can explain a result, by its name (``shift.good_terms``)."""
        return dict(explaining_rows(self))

    @cached_property
    def event_by_row(self) -> dict[str, Event]:
        """How each move is coded, by the name of the row (``event.raid.1``)."""
        return {
            RowKind.EVENT.of(move.id, n): event
            for move in self.moves
            for n, event in enumerate(move.events, 1)
        }

    @cached_property
    def seat_by_id(self) -> dict[str, Seat]:
        """Seats by id."""
        return {seat.id: seat for seat in self.seats}

    @cached_property
    def inject_by_id(self) -> dict[str, Inject]:
        """Injects by id."""
        return {inject.id: inject for inject in self.injects}

    @cached_property
    def actor_of(self) -> dict[str, str]:
        """The actor that each seat plays, by seat id."""
        return {seat.id: seat.actor for seat in self.seats}

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Every actor once, in the order of the seats."""
        return tuple(dict.fromkeys(seat.actor for seat in self.seats))

    def actor_name(self, actor: str) -> str:
        """The name of an actor, whether one seat plays it or several."""
        seat = self.seat_by_id.get(actor)
        return seat.name if seat else self.actor_names.get(actor, actor)

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """Rule tables by id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def habit_by_id(self) -> dict[str, Habit]:
        """Habits by id."""
        return {habit.id: habit for habit in self.habits}

    @cached_property
    def rung_by_number(self) -> dict[int, Rung]:
        """Rungs of the ladder by number."""
        return {rung.number: rung for rung in self.ladder}

    @cached_property
    def points_by_severity(self) -> dict[str, int]:
        """Severity points by class id."""
        return {severity.id: severity.points for severity in self.severities}

    def first_day(self, turn: int) -> date:
        """The first day of a turn, counted from 1."""
        return self.start + timedelta(days=(turn - 1) * self.turn_days)

    def last_day(self, turn: int) -> date:
        """The last day of a turn."""
        return self.first_day(turn + 1) - timedelta(days=1)

    def orders_of(self, seat: str) -> int:
        """How many orders a seat may seal in a turn."""
        own = self.seat_by_id[seat].orders
        return self.orders_per_turn if own is None else own


def explaining_rows(scenario: Scenario) -> Iterator[tuple[str, Explaining]]:
    """Every row that can explain a result, with its name; rows without an id count from 1."""
    for move in scenario.moves:
        for n, modifier in enumerate(move.modifiers, 1):
            yield RowKind.MODIFIER.of(move.id, n), modifier
    for n, joint in enumerate(scenario.joints, 1):
        yield RowKind.JOINT.of(n), joint
    yield from ((RowKind.PRINCIPALS.of(row.move), row) for row in scenario.principals)
    yield from ((RowKind.SHIFT.of(row.id), row) for row in scenario.shifts)
    yield from ((RowKind.CONTRADICTION.of(row.id), row) for row in scenario.contradictions)
    yield from ((RowKind.CONTEST.of(row.id), row) for row in scenario.contests)
    yield from ((RowKind.CHANCE.of(row.id), row) for row in scenario.chances)
    yield from ((RowKind.UPKEEP.of(row.id), row) for row in scenario.upkeep)
    yield from ((RowKind.CONVERSION.of(row.id), row) for row in scenario.conversions)
    yield from ((RowKind.LIMIT.of(row.id), row) for row in scenario.limits)
    if scenario.bargain is not None:
        rows = scenario.bargain.consequences
        yield from ((RowKind.CONSEQUENCE.of(row.id), row) for row in rows)
