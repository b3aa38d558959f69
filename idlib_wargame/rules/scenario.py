"""What a scenario pack says, as frozen values. Names are ids; conditions are parsed, not compiled.

Every id is lower-case letters, digits and underscores. Lists keep the pack's order, which is the
order on screen and, wherever two things are otherwise equal, the order of adjudication.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from idlib_wargame.rules.expressions import ALWAYS, Condition
from idlib_wargame.rules.odds import Band


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a row comes from: claims of the source ("S1¶2"), an outside source, or judgement."""

    cites: tuple[str, ...] = ()
    outside: str = ""
    judgement: bool = False

    def __str__(self) -> str:
        parts = [*self.cites, *([self.outside] if self.outside else [])]
        return " · ".join(parts) if parts else "designer's judgement"


@dataclass(frozen=True, slots=True)
class Level:
    """From this value up, until the next level, a track reads as these words."""

    at_least: int
    words: str


@dataclass(frozen=True, slots=True)
class Track:
    """A number the situation is made of. A counter is a track that only the tool looks at.

    ``rise`` and ``fall`` are the most it may move in one turn, each 0 or more; None sets no bound.
    ``seen_by`` names the seats that may know it; None means all.
    """

    id: str
    name: str
    low: int
    high: int
    start: int
    meaning: str = ""
    unit: str = ""
    group: str = ""
    levels: tuple[Level, ...] = ()
    rise: int | None = None
    fall: int | None = None
    counter: bool = False
    seen_by: frozenset[str] | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Effect:
    """A track moves ``by`` so much, but not past ``up_to`` or ``down_to`` on this account."""

    track: str
    by: int
    up_to: int | None = None
    down_to: int | None = None


Effects = tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A shift on the odds of the order it stands with, when the condition holds."""

    when: Condition
    shift: int
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way of playing a move; its tags and effects come on top of the move's own."""

    id: str
    name: str
    needs: Condition = ALWAYS
    tags: frozenset[str] = frozenset()
    effects: Mapping[Band, Effects] = field(default_factory=dict)
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """How an act is coded: CAMEO code, Goldstein weight in hundredths, and at whom it aims."""

    cameo: str
    name: str
    goldstein: int
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A row of a rule table.

    ``effects`` holds what each band does, complete (a strong success holds the success too).
    ``needs`` decides whether a seat may order it; ``only_if`` is read again when the orders are
    open, and an order that fails it lapses at no cost.
    The first event is the one that the Goldstein flow counts.
    """

    id: str
    code: str
    name: str
    table: str
    step: str
    seats: tuple[str, ...]
    target: int
    severity: str
    needs: Condition = ALWAYS
    only_if: Condition = ALWAYS
    only_if_words: str = ""
    modifiers: tuple[Modifier, ...] = ()
    effects: Mapping[Band, Effects] = field(default_factory=dict)
    by_seat: Mapping[str, Mapping[Band, Effects]] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    tags: frozenset[str] = frozenset()
    events: tuple[Event, ...] = ()
    summary: str = ""
    note: str = ""
    seen_by: frozenset[str] | None = None
    basis: Basis = Basis()

    def choice(self, choice: str) -> Choice | None:
        """The choice of that id; None for none."""
        return next((each for each in self.choices if each.id == choice), None)


@dataclass(frozen=True, slots=True)
class Table:
    """A rule table: its name, its limit of orders a seat and turn, and what a backfire adds."""

    id: str
    name: str
    most_orders: int | None = None
    backfire: Effects = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the table. A control seat is the white cell's. ``allies`` may act jointly with it.

    ``tables`` are the rule tables it may order from; none named means all. ``part_of`` names the
    actor it shares with other seats, where it does.
    """

    id: str
    name: str
    colour: str
    control: bool = False
    orders: int | None = None
    allies: frozenset[str] = frozenset()
    summary: str = ""
    brief: str = ""
    tables: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def actor(self) -> str:
        """The actor it plays: itself, unless it shares one with others."""
        return self.part_of or self.id


@dataclass(frozen=True, slots=True)
class Shift:
    """A modifier on every order that carries one of the tags (or is one of the moves) in ``on``."""

    id: str
    on: frozenset[str]
    when: Condition
    shift: int
    why: str
    seats: frozenset[str] | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Principals:
    """A move that is not rolled unless every one of these seats orders it in the same turn."""

    move: str
    seats: tuple[str, ...]
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Joint:
    """Allies who order the same move (one of ``on``) roll once, with this shift."""

    on: frozenset[str]
    shift: int
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """When the condition holds, a move's gains on some tracks are halved, and more may follow."""

    id: str
    on: str
    when: Condition
    halves: tuple[str, ...]
    effects: Effects
    why: str
    seats: frozenset[str] | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Contest:
    """Orders tagged ``attack`` and ``defence`` that both succeed: only the greater margin stands.

    The loser drops to partial; on equal margins the defence holds.
    """

    id: str
    attack: str
    defence: str
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Chance:
    """After a step, when the condition holds, two dice; at the target or over, the effects follow.

    ``target`` counts for the first of ``targets`` whose condition holds.
    """

    id: str
    after: str
    when: Condition
    targets: tuple[tuple[Condition, int], ...]
    effects: Effects
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Upkeep:
    """At the turn's end, when the condition holds, the effects follow."""

    id: str
    when: Condition
    effects: Effects
    why: str
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Limit:
    """While the condition holds, a track may not be brought over ``at_most`` or under ``at_least``.

    A limit never moves a track by itself: what already stands past it stays there.
    ``no_rise`` and ``no_fall`` hold the track at where the turn found it.
    """

    id: str
    track: str
    when: Condition
    why: str
    at_most: int | None = None
    at_least: int | None = None
    no_rise: bool = False
    no_fall: bool = False
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Flag:
    """A fact that is on or off, read at the end of each turn. A catalyst is a flag in a group."""

    id: str
    name: str
    when: Condition
    group: str = ""
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Clock:
    """A date that matters. ``days_left`` counts from the first day of the turn."""

    id: str
    name: str
    on: date
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Clause:
    """A term of an agreement, scored 0 to 3 at each turn's end by the best condition that holds."""

    id: str
    name: str
    debtors: tuple[str, ...]
    creditors: tuple[str, ...]
    full: Condition
    intermediate: Condition
    minimal: Condition
    due: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the situation ladder, in force when its condition is the highest that holds."""

    number: int
    name: str
    when: Condition
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Severity:
    """A class of acts and its points."""

    id: str
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """An ending; the first whose condition holds is the session's."""

    id: str
    name: str
    when: Condition
    text: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class InjectOrder:
    """An order that an inject makes control play, opened with the others of that turn."""

    seat: str
    move: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Inject:
    """A message from control (a row of the MSEL), due while its condition holds and not yet sent.

    ``to`` names the seats that receive it; empty for all. ``effects`` follow when it is sent;
    ``orders`` are opened with that turn's. The name ``inject.ID`` is the turn it was sent, or 0.
    """

    id: str
    code: str
    title: str
    when: Condition
    sender: str
    means: str
    text: str
    to: tuple[str, ...] = ()
    expected: str = ""
    effects: Effects = ()
    orders: tuple[InjectOrder, ...] = ()
    optional: bool = False
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Aim:
    """A seat's private aim, met if the condition holds when the exercise ends."""

    id: str
    seat: str
    text: str
    when: Condition
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a starting point or an option changes: starts of tracks, and dates of clocks."""

    tracks: Mapping[str, int] = field(default_factory=dict)
    clocks: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """A starting point besides the pack's own. ``brief`` is added to the public brief."""

    id: str
    name: str
    summary: str
    setting: Setting = Setting()
    brief: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """One answer to an option."""

    id: str
    name: str
    setting: Setting = Setting()


@dataclass(frozen=True, slots=True)
class Option:
    """Something the facilitator settles at setup; the first choice is the pack's own."""

    id: str
    name: str
    choices: tuple[OptionChoice, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A seat that shares an actor with others: ``of`` is the actor, ``tables`` what it orders."""

    id: str
    of: str
    name: str
    orders: int
    tables: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way of sharing the actors out: who sits with whom, what control plays, what is split.

    ``with_seat`` maps an actor to the seat whose people play it too; ``control`` names the actors
    left to control; ``parts`` replace the actors they are of.
    """

    id: str
    name: str
    summary: str = ""
    with_seat: Mapping[str, str] = field(default_factory=dict)
    control: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """While the condition holds, that seat holds a feature of the map."""

    by: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Feature:
    """Something on the map. ``points`` are (longitude, latitude) in degrees, WGS84.

    ``kind`` is one of: coast, border, road, area, town, post, camp, base, crossing. ``holdings``
    are read from the top; the feature shows only while ``shown`` holds. ``schematic`` marks what is
    drawn by judgement and must look so.
    """

    id: str
    kind: str
    name: str
    points: tuple[tuple[float, float], ...]
    holdings: tuple[Holding, ...] = ()
    shown: Condition = ALWAYS
    schematic: bool = False
    track: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """A habit's leaning to a move (with a choice): weight 1 or more, when the condition holds."""

    move: str
    weight: int
    choice: str = ""
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Habit:
    """How a bot plays each seat. A seat without picks plays any legal order."""

    id: str
    name: str
    summary: str = ""
    seats: Mapping[str, tuple[Pick, ...]] = field(default_factory=dict)


# What the template of a situation report may ask for: "$dates", "$done"…
SITREP_WORDS = ("turn", "turns", "dates", "ladder", "done", "changed", "lit", "ahead")


@dataclass(frozen=True)
class Scenario:
    """A whole pack. ``turn_days`` is the length of a turn in days; ``start`` its first day."""

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
    phases: tuple[str, ...] = ("talks", "orders", "adjudication", "report")
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
    starts: tuple[Start, ...] = ()
    options: tuple[Option, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    map: tuple[Feature, ...] = ()
    sitrep: str = ""
    days_by_turns: Mapping[int, int] = field(default_factory=dict)
    actor_names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def track_by_id(self) -> dict[str, Track]:
        """Tracks and counters by id."""
        return {track.id: track for track in self.tracks}

    @cached_property
    def move_by_id(self) -> dict[str, Move]:
        """Moves by id."""
        return {move.id: move for move in self.moves}

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
