"""What a condition asks, and how things stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Sum,
    parts_of,
)
from idlib_wargame.rules.names import (
    BARGAINED,
    EVEN_TURN,
    RUNG,
    TURN,
    TURNS,
    Count,
    Prefix,
    parted,
)
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.words.agreed import must_be_agreed, must_be_so_many
from idlib_wargame.words.clauses import Clause, either_way, side_by_side, together
from idlib_wargame.words.comparisons import (
    added_up,
    must_be,
    must_be_lit,
    must_be_met,
    must_be_turn,
    must_compare,
    must_have_turns,
    must_reach,
    must_stand_at,
    must_still_have,
    must_wait_until,
)
from idlib_wargame.words.counts import must_count, must_number
from idlib_wargame.words.dates import day_words
from idlib_wargame.words.language import _
from idlib_wargame.words.signs import OPPOSITE, TURNED
from idlib_wargame.words.situation import cell_name

Known = Callable[[str], bool]

# Comparisons that ask of a count no more than that there is some, or none.
SOME = frozenset({("!=", 0), (">=", 1), (">", 0)})
NONE = frozenset({("==", 0), ("<", 1), ("<=", 0)})


def condition_words(
    scenario: Scenario,
    condition: Condition,
    state: State,
    known: Known,
    numbers: bool = True,
    exact: bool = False,
) -> Clause:
    """What a condition asks, and how things stand: "Trust must be 2 or more, and is 1".

    What the reader may not know is not named. Without ``numbers`` no figure is; ``exact`` says in
    figures too what a track's words say already.
    """
    return _Reading(scenario, state, known, numbers, exact).of(condition)


def not_told() -> Clause:
    """The clause for what the reader may not know, or what no sentence can say."""
    return Clause.of(_("the situation does not allow it yet"))


def unmet_words(
    scenario: Scenario,
    condition: Condition,
    state: State,
    known: Known,
    numbers: bool = True,
) -> str:
    """The parts of a condition that fail, within a sentence."""
    unmet = unmet_clause(scenario, condition, state, known, numbers)
    return unmet.within() if unmet else ""


def unmet_clause(
    scenario: Scenario,
    condition: Condition,
    state: State,
    known: Known,
    numbers: bool = True,
    exact: bool = False,
) -> Clause | None:
    """The parts of a condition that fail; None where all hold.

    ``exact`` says in figures too what a track's words say already.
    """
    reading = _Reading(scenario, state, known, numbers, exact)
    failing = [reading.of(part) for part in parts_of(condition) if not reading.holds(part)]
    return side_by_side(failing) if failing else None


class _Reading:
    """Conditions as one reader is told them where things stand so."""

    def __init__(
        self,
        scenario: Scenario,
        state: State,
        known: Known,
        numbers: bool,
        exact: bool = False,
    ) -> None:
        self._scenario, self._state = scenario, state
        self._known, self._numbers, self._exact = known, numbers, exact

    def holds(self, condition: Condition) -> bool:
        return compile_test(condition, self._state.layout.index)(self._state.row)

    def of(self, condition: Condition) -> Clause:
        match condition:
            case Comparison(left, op, right):
                return self._comparison(left, op, right)
            case Not(Comparison(left, op, right)):
                return self._comparison(left, OPPOSITE[op], right)
            case Not(Not(part)):
                return self.of(part)
            case Not(AnyOf(parts)):
                return self.of(All(tuple(Not(part) for part in parts)))
            case Not(All(parts)):
                return self.of(AnyOf(tuple(Not(part) for part in parts)))
            case AnyOf(parts):
                return self._any_of(parts)
            case All(parts):
                return self._all_of(parts)
        return not_told()

    def _any_of(self, parts: tuple[Condition, ...]) -> Clause:
        ways = [self.of(part) for part in parts]
        return not_told() if not_told() in ways else either_way(ways)

    def _all_of(self, parts: tuple[Condition, ...]) -> Clause:
        """What fails of them; all of them where none does."""
        failing = [part for part in parts if not self.holds(part)] or [*parts]
        said = [self.of(part) for part in failing]
        return not_told() if not_told() in said else together(said)

    def _comparison(self, left: Sum, op: str, right: Sum) -> Clause:
        """With its names on one side, except where one name is held against another."""
        names = (*left.names, *((-sign, name) for sign, name in right.names))
        bound = right.constant - left.constant
        if not names or not all(self._known(name) for _sign, name in names):
            return not_told()
        match names:
            case ((1, name),):
                return self._one_name(name, op, bound)
            case ((-1, name),):
                return self._one_name(name, TURNED[op], -bound)
            case ((1, mine), (-1, theirs)) if bound == 0:
                return self._two_names(mine, op, theirs)
        now = sum(sign * self._state[name] for sign, name in names)
        added = added_up([(sign, cell_name(self._scenario, name)) for sign, name in names])
        return must_be(added, op, bound, now, self._numbers)

    def _two_names(self, mine: str, op: str, theirs: str) -> Clause:
        name = cell_name(self._scenario, mine)
        prefix, _row = parted(mine) or (None, "")
        if prefix == Prefix.INJECT and (op, theirs) == ("==", TURN):
            return Clause.of(_("“{inject}” must be sent in the same turn"), inject=name)
        if (mine, theirs) == (TURN, TURNS):
            last = _("it must be the last turn")
            return Clause.of(last if op in ("==", ">=") else _("it must not be the last turn"))
        other = cell_name(self._scenario, theirs)
        now, beside = self._state[mine], self._state[theirs]
        return must_compare(name, op, other, now, beside, self._numbers)

    def _one_name(self, name: str, op: str, bound: int) -> Clause:
        if (op, bound) in SOME | NONE:
            told = self._some_or_none(name, (op, bound) in NONE)
            if told:
                return told
        count = Count.from_name(name)
        now = self._state[name]
        if count:
            return must_number(self._scenario, count, op, bound, now)
        return self._of_the_course(name, op, bound, now) or self._of_a_track(name, op, bound, now)

    def _of_a_track(self, name: str, op: str, bound: int, now: int) -> Clause:
        track = self._scenario.track_by_id.get(name)
        if track and track.levels:
            return must_reach(track, op, bound, now, self._exact)
        return must_be(cell_name(self._scenario, name), op, bound, now, self._numbers)

    def _of_the_course(self, name: str, op: str, bound: int, now: int) -> Clause | None:
        """Of turns, the ladder, clocks, clauses and groups of flags; None for anything else."""
        match name:
            case value if value == TURN:
                return must_be_turn(op, bound, now)
            case value if value == TURNS:
                return must_have_turns(op, bound, now)
            case value if value == EVEN_TURN:
                even = (op in (">=", ">", "!=")) == (bound <= 1)
                return Clause.of(
                    _("it must be an even turn") if even else _("it must be an odd turn")
                )
            case value if value == RUNG:
                return must_stand_at(self._scenario, op, bound, now, self._numbers)
        match parted(name):
            case (Prefix.DAYS_LEFT, row):
                return self._of_a_clock(row, op, bound, now)
            case (Prefix.CLAUSE, _row):
                return must_be_met(cell_name(self._scenario, name), op, bound, now, self._numbers)
            case (Prefix.LIT, _row):
                group = cell_name(self._scenario, name)
                return must_be_lit(group, op, bound, now, self._numbers)
            case (prefix, _row) if prefix in BARGAINED:
                many = cell_name(self._scenario, name)
                return must_be_so_many(many, op, bound, now, self._numbers)
        return None

    def _of_a_clock(self, clock: str, op: str, bound: int, now: int) -> Clause:
        """Days are counted where numbers are shown; in words alone their date stands for them."""
        name = next(each.name for each in self._scenario.clocks if each.id == clock)
        if self._numbers:
            return must_still_have(name, op, bound, now)
        first = self._scenario.first_day(self._state[TURN])
        return must_wait_until(op, day_words(first + timedelta(days=now - bound)))

    def _some_or_none(self, name: str, none: bool) -> Clause | None:
        """Of what either is or is not, no number is told; None for anything else."""
        count = Count.from_name(name)
        if count:
            return must_count(self._scenario, count, none)
        prefix, row = parted(name) or (None, "")
        said = cell_name(self._scenario, name)
        match prefix:
            case Prefix() if prefix in BARGAINED:
                return must_be_agreed(self._scenario, prefix, row, none)
            case Prefix.FLAG:
                template = _("“{flag}” must not hold") if none else _("“{flag}” must hold")
                return Clause.of(template, flag=said)
            case Prefix.INJECT if none:
                return Clause.of(_("“{inject}” must not have been sent"), inject=said)
            case Prefix.INJECT:
                return Clause.of(_("“{inject}” must have been sent"), inject=said)
        return None
