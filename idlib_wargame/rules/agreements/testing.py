"""How each term of what is in force was held to, found once at a turn's close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case, Progress
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.offer import Does, How, Term, in_order
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.bargain import Bargain, Restraint
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import Layout
from idlib_wargame.rules.turn.book import Rule, RuleBook
from idlib_wargame.rules.turn.roll import Opened

Row = Sequence[int]
FAIR_SCORE = 2  # of free words: from here up they were kept


class Found(NamedTuple):
    """What a term is tested by: the turn, the row as it began and as it closes, the orders opened.

    Orders that an inject gave in a seat's name are left out of ``opened``.
    """

    turn: int
    base: Row
    row: Row
    opened: Sequence[Opened]


class Result(NamedTuple):
    """What a term's own test says, before its links and its day are looked at."""

    holds: bool
    orders: tuple[Order, ...] = ()
    score: int | None = None
    idle: bool = False


class TermTests:
    """The terms that a pack knows, made ready to be tested."""

    def __init__(
        self, scenario: Scenario, bargain: Bargain, layout: Layout, book: RuleBook
    ) -> None:
        self._book = book
        self._ordering = {
            actor: [
                seat.id
                for seat in scenario.seats
                if seat.actor == actor and scenario.orders_of(seat.id) > 0
            ]
            for actor in scenario.actors
        }
        self._restraints = {row.id: row for row in bargain.restraints}
        index = layout.index
        self._scores = {
            clause.id: index[Prefix.CLAUSE.of(clause.id)] for clause in scenario.clauses
        }
        self._handed: dict[str, Test] = {
            clause: compile_test(when, index) for clause, when in bargain.delivered.items()
        }

    def marks(self, ledger: Ledger, found: Found) -> tuple[TermMark, ...]:
        """The marks of every term in force for that turn, by case and in the order of the terms."""
        return tuple(
            mark for case in ledger.binding(found.turn) for mark in self._case(case, found)
        )

    def _case(self, case: Case, found: Found) -> list[TermMark]:
        terms = case.offer.terms
        marks: dict[int, TermMark] = {}
        after: dict[int, Progress] = {}
        for place in in_order(terms):
            mark = self._mark(case, place, after, found)
            marks[place] = mark
            after[place] = case.progress[place].after(found.turn, mark.mark)
        return [marks[place] for place in sorted(marks)]

    def _mark(self, case: Case, place: int, after: dict[int, Progress], found: Found) -> TermMark:
        """One term's mark; ``after`` holds how far those stand that it may hang on."""
        term, progress = case.offer.terms[place], case.progress[place]
        blank = TermMark(case.key, place, Mark.VOID)
        if progress.is_void or _is_past(case, term) or owes_nobody(case, term):
            return blank
        if term.link is not None:
            linked = _linked(case, place, after[term.link.term], found.turn)
            if linked is not None:
                return blank._replace(mark=linked)
        due = _due(case, term, after)
        mark, result = self._held_to(case, place, progress, due, found)
        idle = result.idle and mark in (Mark.KEPT, Mark.KEEPING)
        return TermMark(case.key, place, mark, result.orders, result.score, idle)

    def _held_to(
        self, case: Case, place: int, progress: Progress, due: int, found: Found
    ) -> tuple[Mark, Result]:
        term = case.offer.terms[place]
        if term.does is Does.RESTRAINT:
            return self._restrained(term, progress, due, found)
        if term.does is Does.WORDS:
            return _spoken(case, place, progress, due, found.turn)
        result = self._clause(term, found) if term.does is Does.CLAUSE else _act(term, found)
        if progress.kept_in:
            if not term.hold:
                return Mark.DONE, result
            return self._stays(term, found), result._replace(idle=True)
        if result.holds:
            return Mark.KEPT, result._replace(idle=result.idle or found.turn > due)
        return _not_yet(due, found.turn), result

    def _stays(self, term: Term, found: Found) -> Mark:
        """A clause that was to stay at its score is broken in the turn in which it falls."""
        cell = self._scores[term.what]
        if found.row[cell] >= term.score:
            return Mark.KEEPING
        return Mark.BROKEN if found.base[cell] >= term.score else Mark.LATE

    def _clause(self, term: Term, found: Found) -> Result:
        """A clause counts once its score is there and, where the pack says how, was handed over."""
        cell = self._scores[term.what]
        handed = self._handed.get(term.what)
        score = found.row[cell]
        holds = score >= term.score and (handed is None or handed(found.row))
        return Result(holds, (), score, idle=found.base[cell] >= term.score)

    def _restrained(
        self, term: Term, progress: Progress, due: int, found: Found
    ) -> tuple[Mark, Result]:
        if progress.kept_in or progress.is_over or (progress.broken_in and found.turn > due):
            return (Mark.DONE if progress.kept_in else Mark.OVER), Result(True)
        row = self._restraints[term.what]
        mine = [each for each in found.opened if each.actor == term.debtor]
        broke = tuple([each.order for each in mine if _breaks(row, term, each.rule)])
        if broke:
            return Mark.BROKEN, Result(False, broke)
        idle = not self._could_break(row, term, found.base)
        if found.turn < due:
            return Mark.KEEPING, Result(True, idle=idle)
        return (Mark.OVER if progress.broken_in else Mark.KEPT), Result(True, idle=idle)

    def _could_break(self, row: Restraint, term: Term, base: Row) -> bool:
        """Whether the debtor could have ordered, as the turn began, what it promised not to."""
        return any(
            _breaks(row, term, rule)
            and (rule.needs is None or rule.needs(base))
            and (rule.choice_needs is None or rule.choice_needs(base))
            for seat in self._ordering.get(term.debtor, ())
            for rule in self._book.by_seat[seat]
        )

    def is_met(self, term: Term, base: Row) -> bool:
        """Whether a term is met before it is in force, or can never be broken as things stand."""
        if term.does is Does.CLAUSE:
            return base[self._scores[term.what]] >= term.score
        if term.does is Does.RESTRAINT:
            return not self._could_break(self._restraints[term.what], term, base)
        return False

    def breaking_moves(self, term: Term) -> frozenset[str]:
        """The moves by which the debtor of a restraint could break it, whatever the situation."""
        seats = self._ordering.get(term.debtor, ())
        rules = [rule for seat in seats for rule in self._book.by_seat[seat]]
        return frozenset(rule.move.id for rule in self.breaking(term, rules))

    def breaking(self, term: Term, rules: Iterable[Rule]) -> Iterator[Rule]:
        """Of these rules, those that a debtor who orders them breaks a restraint by."""
        row = self._restraints.get(term.what) if term.does is Does.RESTRAINT else None
        return (rule for rule in rules if row is not None and _breaks(row, term, rule))


def is_live(case: Case, place: int, turn: int) -> bool:
    """Whether a term asks something of its debtor in that turn, as its orders are chosen."""
    progress, term = case.progress[place], case.offer.terms[place]
    if progress.kept_in or progress.is_void or progress.is_over:
        return False
    if _is_past(case, term) or owes_nobody(case, term):
        return False
    return is_asked(case, place, turn)


def is_asked(case: Case, place: int, turn: int) -> bool:
    """Whether the term that one hangs on, if any, lets it ask something in that turn."""
    link = case.offer.terms[place].link
    if link is None:
        return True
    kept_in = case.progress[link.term].kept_in
    return not kept_in if link.how is How.UNLESS else 0 < kept_in < turn


def _linked(case: Case, place: int, other: Progress, turn: int) -> Mark | None:
    """What the term it hangs on makes of a term; None where it is to be tested.

    ``other`` is how far that one stands at this close.
    """
    term, progress = case.offer.terms[place], case.progress[place]
    assert term.link is not None, "only what hangs on another is asked"
    if term.link.how is How.UNLESS:
        is_done = progress.kept_in and not term.hold
        return Mark.VOID if other.kept_in and not is_done else None
    if not other.kept_in:
        first = case.offer.terms[term.link.term]
        never = other.is_void or (first.does is Does.RESTRAINT and other.broken_in)
        return Mark.VOID if never or turn >= case.offer.until else Mark.WAITING
    if term.does is Does.RESTRAINT and other.kept_in >= term.by:
        return Mark.VOID  # no day is left of it
    return Mark.WAITING if other.kept_in == turn else None


def _due(case: Case, term: Term, after: Mapping[int, Progress]) -> int:
    """The turn at whose close it is due.

    At the soonest the first that it binds, and the one after what it waited for.
    """
    if term.link is None or term.link.how is not How.ONCE:
        return max(term.by, case.since)
    return max(term.by, after[term.link.term].kept_in + 1)


def _is_past(case: Case, term: Term) -> bool:
    """Whether no day was left of a restraint as the agreement came into force."""
    return term.does is Does.RESTRAINT and term.by < case.since


def owes_nobody(case: Case, term: Term) -> bool:
    """Whether the debtor has left, or all whom the term was owed to."""
    parties = case.parties
    return term.debtor not in parties or not {*case.offer.creditors_of(term)} & {*parties}


def _breaks(row: Restraint, term: Term, rule: Rule) -> bool:
    if row.on and not row.on & (rule.tags | {rule.move.id}):
        return False
    return not row.spares or _is_against(rule, term.debtor, term.against)


def _is_against(rule: Rule, actor: str, other: str) -> bool:
    """Whether it is aimed at the other: by its choice, or by an event of negative weight."""
    return rule.aims_at(other) or any(
        event.goldstein < 0 and other in event.targets for event in rule.events_by(actor)
    )


def keeps_act(term: Term, order: Order) -> bool:
    """Whether an order is the one that a term promises."""
    return order.move == term.what and term.choice in ("", order.choice)


def _act(term: Term, found: Found) -> Result:
    orders: list[Order] = [
        each.order
        for each in found.opened
        if each.actor == term.debtor and keeps_act(term, each.order)
    ]
    return Result(bool(orders), tuple(orders))


def _spoken(case: Case, place: int, progress: Progress, due: int, turn: int) -> tuple[Mark, Result]:
    """Free words wait for the facilitator, and hold nothing up."""
    score = case.score_of(place, turn)
    if score is not None:
        kept = score.score >= FAIR_SCORE
        idle = kept and bool(progress.kept_in)
        return (Mark.KEPT if kept else Mark.BROKEN), Result(kept, (), score.score, idle)
    if progress.kept_in:
        return Mark.DONE, Result(True)
    if progress.broken_in:
        return Mark.OVER, Result(False)
    return (Mark.DUE if turn < due else Mark.LATE), Result(False)


def _not_yet(due: int, turn: int) -> Mark:
    if turn < due:
        return Mark.DUE
    return Mark.BROKEN if turn == due else Mark.LATE
