"""What somebody may know of agreements, and of what the rules found of their terms.

Whoever is no party knows an agreement that is public, was made known, or was leaked to them.
What the rules find is told to whom the verification names. Beside that, everybody sees what they
see: a move that they learn of keeps and breaks in front of their eyes, and nobody needs to be told
what they ordered themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from idlib_wargame.rules.agreements.bargaining import Bargaining, where_of
from idlib_wargame.rules.agreements.case import Case, Progress, Stage, TurnMarks
from idlib_wargame.rules.agreements.ledger import Counted, Ledger
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.offer import Does, How, Term
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State, two_ways

_KEPT, _BROKEN = (Mark.KEPT, Mark.KEEPING), (Mark.BROKEN,)

MOST_KEPT = 1000

Cuttable = TypeVar("Cuttable", Ledger, Case)
Actors = frozenset[str]
Learns = Callable[[Move, Actors], bool]


@dataclass(frozen=True, eq=False)
class Insight:
    """One reader's insight: ``actors`` read, ``known`` are the names whose values they may know.

    ``learns`` says whether they learn of a move that some actors played.
    """

    scenario: Scenario
    bargaining: Bargaining
    actors: Actors
    known: frozenset[str]
    learns: Learns
    # What was cut before, by identity: agreements are frozen, and most stay as they are.
    _cut: dict[int, tuple[object, Ledger | Case]] = field(default_factory=dict, repr=False)
    _seen: dict[tuple[str, ...], bool] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The names of conditions that say what agreements come to."""
        return self.bargaining.names

    def ledger(self, ledger: Ledger) -> Ledger:
        """The agreements that the reader knows, with the marks that they learn of.

        Where they learn nothing of a term, it reads as kept as far as they know.
        """
        return self._once(ledger, self._ledger)

    def _once(self, whole: Cuttable, cut: Callable[[Cuttable], Cuttable]) -> Cuttable:
        """What was cut before of the very same value, or is cut now."""
        kept = self._cut.get(id(whole))
        if kept is not None and kept[0] is whole:
            return cast(Cuttable, kept[1])
        if len(self._cut) >= MOST_KEPT:
            self._cut.clear()
        found = cut(whole)
        self._cut[id(whole)] = (whole, found)
        return found

    def _ledger(self, ledger: Ledger) -> Ledger:
        cases = {
            key: self.case(case)
            for key, case in ledger.cases.items()
            if case.is_known_to(self.actors)
        }
        cases = {key: _without_strangers(case, cases) for key, case in cases.items()}
        kept, broken = self._found(cases, _KEPT), self._found(cases, _BROKEN)
        declared = [each for case in cases.values() for each in case.declared]
        # Where nothing was ever agreed no turn tests anything; that others did is not told by it.
        last = ledger.tested_in if cases else 0
        return Ledger(
            cases=cases,
            kept=_counts(kept, last),
            broken=_counts(broken, last),
            declared=_counts(declared, last),
            tested_in=last,
        )

    def case(self, case: Case) -> Case:
        """One agreement that the reader knows, as they may read it."""
        return self._once(case, self._case)

    def _case(self, case: Case) -> Case:
        found = case.is_found_by(self.actors)
        history: list[TurnMarks] = []
        progress = [Progress()] * len(case.progress)
        for each in case.history:
            marks = tuple(self._mark(case, mark, each.turn, progress) for mark in each.marks)
            history.append(TurnMarks(each.turn, marks))
            both = zip(progress, marks, strict=True)
            progress = [before.after(each.turn, mark.mark) for before, mark in both]
        return replace(
            case,
            history=tuple(history),
            progress=tuple(progress),
            scores=case.scores if found else (),
            leaked_to=frozenset(),  # who knows by now is not told to those who should
            found_out_in=case.published_in,
        )

    def _mark(self, case: Case, mark: TermMark, turn: int, known: Sequence[Progress]) -> TermMark:
        """A mark as the reader may read it; ``known`` is how far they know the terms to have come.

        Of what they cannot see they know its day: until then it is due, or waits for another. From
        then on it was kept, as far as they know.
        """
        if self.learned(case, mark):
            return mark
        term, guess = case.offer.terms[mark.term], Mark.KEEPING
        link = term.link
        if link is not None and link.how is How.ONCE and not known[link.term].kept_in:
            guess = Mark.WAITING
        elif term.does is not Does.RESTRAINT and turn < term.by:
            guess = Mark.DUE
        return TermMark(mark.case, mark.term, guess, idle=True)

    def learned(self, case: Case, mark: TermMark) -> bool:
        """Whether the reader learns what a turn's close found of a term."""
        if case.is_found_by(self.actors):
            return True
        term = case.offer.terms[mark.term]
        if mark.orders and all(self._saw(order.move, term) for order in mark.orders):
            return True
        return term.link is None and self._sees(term)

    def sure_of(self, case: Case, term: int) -> bool:
        """Whether the reader would learn of it if that term were broken."""
        return self.learned(case, TermMark(case.key, term, Mark.BROKEN))

    def marks(self, tested: Ledger, marks: Iterable[TermMark]) -> tuple[TermMark, ...]:
        """The marks of a turn's close as the reader may read them, of agreements that they know.

        ``tested`` is the ledger that these marks have been taken into.
        """
        wanted = {mark.case for mark in marks}
        cases = [case for key, case in self.ledger(tested).cases.items() if key in wanted]
        return tuple(
            mark
            for case in cases
            for closed in case.history
            if closed.turn == tested.tested_in
            for mark in closed.marks
        )

    def learned_of(self, ledger: Ledger, marks: Iterable[TermMark]) -> frozenset[str]:
        """What consequences may be told to have come of: agreements, and findings on terms."""
        cases = [case for case in ledger.cases.values() if case.is_known_to(self.actors)]
        known = {case.key for case in cases}
        found = {
            where_of(mark)
            for mark in marks
            if mark.case in known and self.learned(ledger.cases[mark.case], mark)
        }
        return frozenset(known | found)

    def values(self, ledger: Ledger, state: State) -> Mapping[str, int]:
        """What the reader's own ledger comes to, by the names of conditions, in that situation."""
        names = state.layout.bargained
        if not names:
            return {}
        row = list(state.row)
        self.bargaining.write(row, ledger, state["turn"], self.known)
        index = state.layout.index
        return {way: row[index[name]] for name in names for way in two_ways(name)}

    def _sees(self, term: Term) -> bool:
        """Whether the reader would see it kept or broken, without being told."""
        key = (term.debtor, term.does, term.what, term.choice, term.against)
        if key not in self._seen:
            self._seen[key] = self._would_see(term)
        return self._seen[key]

    def _would_see(self, term: Term) -> bool:
        match term.does:
            case Does.ACT:
                return self._saw(term.what, term)
            case Does.RESTRAINT:
                breaking = self.bargaining.tests.breaking_moves(term)
                return all(self._saw(move, term) for move in breaking)
            case Does.CLAUSE:
                return self.known.issuperset(self._read_by(term.what))
            case Does.WORDS:
                return False

    def _saw(self, move: str, term: Term) -> bool:
        return self.learns(self.scenario.move_by_id[move], frozenset({term.debtor}))

    def _read_by(self, clause: str) -> Sequence[str]:
        bargain = self.scenario.bargain
        handed = bargain.delivered.get(clause) if bargain else None
        read = (*names_in(handed),) if handed is not None else ()
        return (Prefix.CLAUSE.of(clause), *read)

    def _found(self, cases: Mapping[str, Case], wanted: Sequence[Mark]) -> list[tuple[str, int]]:
        """Whose terms had one of those marks and could have gone otherwise, with the turn."""
        return [
            (case.offer.terms[mark.term].debtor, turn.turn)
            for case in cases.values()
            for turn in case.history
            for mark in turn.marks
            if mark.mark in wanted and not mark.idle
        ]


def _without_strangers(case: Case, known: Mapping[str, Case]) -> Case:
    """The same without the names of offers that the reader does not know."""
    if case.answers and case.answers not in known:
        case = replace(case, answers="")
    if case.superseded_by and case.superseded_by not in known:
        case = replace(case, stage=Stage.CLOSED, superseded_by="")
    return case


def _counts(done: Sequence[tuple[str, int]], last: int) -> Counted:
    """Who did it how often, of actors with the turns in which they did."""
    by_actor = Counted().plus(actor for actor, _ in done).by_actor
    return Counted(by_actor, sum(turn == last for _, turn in done))
