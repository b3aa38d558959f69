"""What agreements come to in the situation and at a turn's close, for one pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.ledger import EMPTY, Counted, Ledger
from idlib_wargame.rules.agreements.testing import Found, TermTests
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.names import IN_TURN, TURNS, Prefix, parted
from idlib_wargame.rules.offer import Does, Offer, Term, Verification
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.bargain import Bargain, Consequence, Lacks, On, Vagueness
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After
from idlib_wargame.rules.state import Layout, State, two_ways
from idlib_wargame.rules.turn.book import RuleBook
from idlib_wargame.rules.turn.roll import Opened
from idlib_wargame.rules.turn.settle import Ask, Settlement

Pair = tuple[str, str]
# What is so between two whichever of them is named first.
_MUTUAL = (On.SIGNED, On.KEPT, On.FOUND_OUT)


@dataclass(frozen=True)
class Standing:
    """What a turn is adjudicated under.

    ``forced`` are the orders that an inject gives in a seat's name: they keep and break nothing.
    What the facilitator seals for people is theirs. ``same_hands`` are pairs of actors that the
    same people play: between those nothing is earned. ``turns`` is the last turn that is played, 0
    where it is that which the situation says.
    """

    ledger: Ledger = EMPTY
    forced: frozenset[Order] = frozenset()
    same_hands: frozenset[frozenset[str]] = frozenset()
    turns: int = 0


NOTHING_AGREED = Standing()


class Closing(NamedTuple):
    """What a turn's close found of agreements, and what followed."""

    marks: tuple[TermMark, ...] = ()
    after: tuple[After, ...] = ()
    found_out: tuple[str, ...] = ()


class Happened(NamedTuple):
    """Something that calls for consequences, between two actors: who did it first.

    ``where`` names the agreement, and the term after a sign where the rules found it.
    """

    on: On
    pair: Pair
    case: Case
    where: str


class Bargaining:
    """The agreements of a pack, made ready to play. Without the table, every answer is nothing."""

    def __init__(
        self, scenario: Scenario, layout: Layout, book: RuleBook, settlement: Settlement
    ) -> None:
        bargain = scenario.bargain or Bargain()
        self._layout = layout
        self._settlement = settlement
        self._turns = layout.index[TURNS]
        self._templates = {template.id for template in bargain.templates}
        self.tests = TermTests(scenario, bargain, layout, book)
        self.names = frozenset(n for name in layout.bargained for n in two_ways(name))
        self._cells = [(layout.index[name], *_meaning(name)) for name in layout.bargained]
        index = layout.index
        self._vague = [(compile_test(row.when, index), row) for row in bargain.vagueness]
        self._rows = [(compile_test(row.when, index), row) for row in bargain.consequences]
        self._discoveries = [(compile_test(row.when, index), row) for row in bargain.discoveries]

    def standing_in(self, state: State, ledger: Ledger) -> State:
        """The situation with what agreements come to for the orders of its turn."""
        if not self._cells:
            return state
        row = list(state.row)
        self.write(row, ledger, state["turn"])
        return State(self._layout, tuple(row))

    def write(
        self, row: list[int], ledger: Ledger, turn: int, known: frozenset[str] | None = None
    ) -> None:
        """Put what a ledger comes to in that turn into the cells that conditions read.

        With ``known`` it says no more than somebody can tell who knows those names alone.
        """
        if not self._cells:
            return
        binding = ledger.binding(turn)
        for cell, prefix, names in self._cells:
            if prefix is Prefix.VAGUE:
                row[cell] = sum(
                    _is_about(case, names) and bool(self.vague(case.offer, row, known))
                    for case in binding
                )
            else:
                row[cell] = _value(prefix, names, ledger, binding)

    def vague(
        self, offer: Offer, row: Sequence[int], known: frozenset[str] | None = None
    ) -> tuple[Vagueness, ...]:
        """Why an offer is vague, as things stand: with ``known``, only what those names tell."""
        return tuple(
            each
            for test, each in self._vague
            if (known is None or known.issuperset(names_in(each.when)))
            and _lacks(each, offer)
            and test(row)
        )

    def close(
        self,
        row: list[int],
        base: Sequence[int],
        turn: int,
        opened: Iterable[Opened],
        standing: Standing,
    ) -> Closing:
        """Test every term, let effects follow, and write what it comes to into ``row``.

        It comes after the clauses are scored and before flags and the ladder are read.
        """
        ledger = standing.ledger
        if not ledger:
            return Closing()
        own = [each for each in opened if each.order not in standing.forced]
        marks = tuple(
            _unpaid(mark, ledger, standing)
            for mark in self.tests.marks(ledger, Found(turn, base, row, own))
        )
        found_out = self._found_out(ledger, row)
        tested = ledger.tested(turn, marks, found_out)
        happened = [
            each
            for each in _happened(ledger, tested, turn, marks, base, self.tests)
            if frozenset(each.pair) not in standing.same_hands
        ]
        after = self._follow(happened, row, base)
        self.write(row, tested, turn)
        return Closing(marks, after, found_out)

    def begin(self, row: list[int], turn: int, closing: Closing, standing: Standing) -> None:
        """Write what is left in force as the turn after that one begins."""
        if standing.ledger:
            turns = standing.turns or row[self._turns]
            after = standing.ledger.closed(turn, turns, closing.marks, closing.found_out)
            self.write(row, after, turn + 1)

    def _found_out(self, ledger: Ledger, row: Sequence[int]) -> tuple[str, ...]:
        due = [each for test, each in self._discoveries if test(row)]
        return tuple(
            case.key
            for case in _by_key(ledger)
            if case.since
            and not case.was_public()
            and any(each.is_about(case.offer) for each in due)
        )

    def _follow(
        self, happened: Sequence[Happened], row: list[int], base: Sequence[int]
    ) -> tuple[After, ...]:
        """Each row once for each two actors it fits, all at the same moment."""
        due: list[tuple[Consequence, tuple[str, ...]]] = []
        for test, each in self._rows:
            between: dict[Pair, list[str]] = {}
            for what in happened:
                if _fits(each, what):
                    pair = _sorted(what.pair) if each.on in _MUTUAL else what.pair
                    between.setdefault(pair, []).append(what.where)
            if between and test(row):
                due += [(each, tuple(dict.fromkeys(where))) for where in between.values()]
        asks = [Ask(n, effect) for n, (each, _) in enumerate(due) for effect in each.effects]
        lines = self._settlement.settle(row, base, asks)
        return tuple(
            After(RowKind.CONSEQUENCE.of(each.id), tuple(lines.get(n, ())), agreements=where)
            for n, (each, where) in enumerate(due)
        )


def where_of(mark: TermMark) -> str:
    """How a consequence names the term it came of: the agreement's key, a sign, and its place."""
    return f"{mark.case}#{mark.term}"


def _happened(
    ledger: Ledger,
    tested: Ledger,
    turn: int,
    marks: Sequence[TermMark],
    base: Sequence[int],
    tests: TermTests,
) -> Iterator[Happened]:
    void = {(mark.case, mark.term) for mark in marks if mark.mark is Mark.VOID}
    for case in ledger.binding(turn):
        if case.since == turn:
            asked = [t for n, t in enumerate(case.offer.terms) if (case.key, n) not in void]
            for pair in _new_between(case, asked, ledger, base, tests):
                yield Happened(On.SIGNED, pair, case, case.key)
    for mark in marks:
        kept = mark.mark in (Mark.KEPT, Mark.KEEPING) and not mark.idle
        if kept or mark.mark is Mark.BROKEN:
            case = ledger.cases[mark.case]
            term = case.offer.terms[mark.term]
            for other in case.offer.creditors_of(term):
                if other in case.parties:
                    on = On.KEPT if kept else On.BROKEN
                    yield Happened(on, (term.debtor, other), case, where_of(mark))
    for case in _by_key(tested):
        for actor, when in case.declared:
            if when == turn:
                for other in case.offer.parties:
                    if other != actor and other not in case.left_before(actor):
                        yield Happened(On.DECLARED, (actor, other), case, case.key)
        if case.found_out_in == turn:
            for pair in case.offer.pairs():
                yield Happened(On.FOUND_OUT, pair, case, case.key)


def _new_between(
    case: Case, asked: Sequence[Term], ledger: Ledger, base: Sequence[int], tests: TermTests
) -> Iterator[Pair]:
    """Each two parties between whom something is promised that never was, and is not met yet."""
    found = {
        frozenset((term.debtor, other))
        for term in asked
        if not tests.is_met(term, base)
        for other in case.offer.creditors_of(term)
        if (term.worth, other) not in ledger.promised
    }
    return (
        pair
        for pair in case.offer.pairs()
        if frozenset(pair) in found and _holds_good(pair, ledger, case.since)
    )


def _holds_good(pair: Pair, ledger: Ledger, turn: int) -> bool:
    """Whether another signature between the two is worth anything in that turn.

    The first is. A later one is not before something was kept between them since the last: to sign
    one thing after another, and do none, earns nothing.
    """
    before = [
        each
        for each in ledger.cases.values()
        if 0 < each.since < turn and {*pair} <= {*each.offer.parties}
    ]
    last = max((each.since for each in before), default=0)
    return not before or any(
        _kept_between(pair, each, mark)
        for each in before
        for closed in each.history
        if closed.turn >= last
        for mark in closed.marks
    )


def _kept_between(pair: Pair, case: Case, mark: TermMark) -> bool:
    if mark.idle or mark.mark not in (Mark.KEPT, Mark.KEEPING):
        return False
    term = case.offer.terms[mark.term]
    return term.debtor in pair and not {*pair} - {term.debtor} - {*case.offer.creditors_of(term)}


def _unpaid(mark: TermMark, ledger: Ledger, standing: Standing) -> TermMark:
    """The mark, idle where a term was kept among those that the same people play."""
    if mark.mark not in (Mark.KEPT, Mark.KEEPING):
        return mark
    case = ledger.cases[mark.case]
    term = case.offer.terms[mark.term]
    others = [each for each in case.offer.creditors_of(term) if each in case.parties]
    among = all(frozenset((term.debtor, other)) in standing.same_hands for other in others)
    return mark._replace(idle=mark.idle or among)


def _by_key(ledger: Ledger) -> list[Case]:
    """All cases, in an order that nobody's haste changes."""
    return [ledger.cases[key] for key in sorted(ledger.cases)]


def _meaning(name: str) -> tuple[Prefix, tuple[str, ...]]:
    split = parted(name)
    assert split is not None, "a cell of agreements has a prefix"
    return split[0], tuple(split[1].split("."))


def _value(prefix: Prefix, names: tuple[str, ...], ledger: Ledger, binding: Sequence[Case]) -> int:
    match prefix:
        case Prefix.KEPT:
            return _counted(ledger.kept, names)
        case Prefix.BREACHED:
            return _counted(ledger.broken, names)
        case Prefix.DECLARED:
            return _counted(ledger.declared, names)
    return sum(_is_about(case, names) for case in binding)


def _counted(counted: Counted, names: tuple[str, ...]) -> int:
    (name,) = names
    return counted.last_turn if name == IN_TURN else counted.by_actor.get(name, 0)


def _is_about(case: Case, names: tuple[str, ...]) -> bool:
    """Whether an agreement is between those two, or made from that template."""
    if len(names) == 1:
        return case.offer.template == names[0]
    return {*names} <= {*case.parties}


def _lacks(row: Vagueness, offer: Offer) -> bool:
    if row.clauses and not any(
        term.does is Does.CLAUSE and term.what in row.clauses for term in offer.terms
    ):
        return False
    match row.lacks:
        case Lacks.VERIFICATION:
            return offer.verification is Verification.NONE
        case Lacks.DATES:
            return all(term.by >= offer.until for term in offer.terms)
        case Lacks.WORDS:
            return any(term.does is Does.WORDS for term in offer.terms)
        case None:
            return True


def _fits(row: Consequence, what: Happened) -> bool:
    if row.on is not what.on or (row.templates and what.case.offer.template not in row.templates):
        return False
    one, other = what.pair
    if _is_between(row, one, other):
        return True
    return row.on in _MUTUAL and _is_between(row, other, one)


def _is_between(row: Consequence, one: str, other: str) -> bool:
    return (not row.by or one in row.by) and (not row.to or other in row.to)


def _sorted(pair: Pair) -> Pair:
    one, other = sorted(pair)
    return one, other
