"""What one reader has seen of offers and agreements, read off without ``rules.agreements.knowing``.

An agreement has no number here: how many others signed is not for the reader to see.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from idlib_wargame.rules.agreements.case import Case, Stage
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.marks import TermMark
from idlib_wargame.rules.offer import Does, Offer, Secrecy, Term, Verification
from idlib_wargame.rules.pack.bargain import Restraint
from idlib_wargame.rules.pack.moves import Move

if TYPE_CHECKING:
    from tests.twins.seen import Seen


class SeenBargains:
    """The part of what a reader has seen that people agreed on."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._pack = seen.scenario

    def of(self, ledger: Ledger) -> Any:
        """Every case that the reader knows, in the order they were tabled, as they may read it."""
        known = {key: case for key, case in ledger.cases.items() if self.knows(case)}
        answered = {key: place for place, key in enumerate(known)}
        return [
            (self._case(case), self._stands(case, known), answered.get(case.answers))
            for case in known.values()
        ]

    def _stands(self, case: Case, known: Mapping[str, Case]) -> Any:
        """How it stands; what a signer may not know of closes nothing that they may sign."""
        if case.superseded_by in ("", *known) or not self.signs(case.offer):
            return case.stage, case.ended_in
        return Stage.TABLED, 0

    def knows(self, case: Case) -> bool:
        """Whether the reader signs it, or it was made known to them."""
        told = case.offer.secrecy is Secrecy.PUBLIC or case.published_in > 0
        return told or self._seen.readers <= {*case.offer.parties, case.offer.guarantor} | (
            case.leaked_to
        )

    def signs(self, offer: Offer) -> bool:
        """Whether the reader would be asked to sign an offer."""
        return self._seen.readers <= {*offer.parties, offer.guarantor}

    def named(self, agreements: Sequence[str], ledger: Ledger) -> list[Any]:
        """What the reader may be told that something came of: agreements, and findings on terms."""
        told = []
        for where in agreements:
            key, _, place = where.partition("#")
            case = ledger.cases[key]
            if self.knows(case) and (not place or self._was_told(case, int(place))):
                told.append((case.offer, place))
        return told

    def _was_told(self, case: Case, place: int) -> bool:
        return self.learned(case, case.history[-1].marks[place])

    def _case(self, case: Case) -> Any:
        marks = [(each.turn, [self._mark(case, m) for m in each.marks]) for each in case.history]
        return (
            (case.offer, case.turn, case.accepted, case.refused_by),
            (case.since, case.declared, case.consents, case.published_in),
            (case.allegations, case.scores if self.is_told(case) else None, marks),
        )

    def _mark(self, case: Case, mark: TermMark) -> Any:
        """Without whether it could have gone otherwise: that tells of what the debtor could do."""
        return (mark.mark, mark.orders, mark.score) if self.learned(case, mark) else None

    def is_told(self, case: Case) -> bool:
        """Whether the verification tells this reader what the rules find."""
        offer = case.offer
        if offer.verification is Verification.OBSERVERS:
            return self.signs(offer)
        return offer.verification is Verification.GUARANTOR and (
            self._seen.readers == {offer.guarantor}
        )

    def learned(self, case: Case, mark: TermMark) -> bool:
        """Whether the reader is told, or sees, what was found of a term."""
        term = case.offer.terms[mark.term]
        if self.is_told(case):
            return True
        moves = [self._pack.move_by_id[order.move] for order in mark.orders]
        return bool(moves and self._all_seen(moves, term)) or (
            term.link is None and self._is_before_all_eyes(term)
        )

    def _all_seen(self, moves: Sequence[Move], term: Term) -> bool:
        doer = {term.debtor}
        readers = self._seen.readers
        return all(move.seen_by is None or readers <= move.seen_by | doer for move in moves)

    def _is_before_all_eyes(self, term: Term) -> bool:
        match term.does:
            case Does.ACT:
                return self._all_seen([self._pack.move_by_id[term.what]], term)
            case Does.RESTRAINT:
                return self._all_seen(self._moves_under(self._restraint(term.what)), term)
            case Does.CLAUSE:
                return all(map(self._seen.is_open, self._of_clause(term.what)))
            case _:
                return False

    def _restraint(self, name: str) -> Restraint:
        assert self._pack.bargain is not None
        return next(row for row in self._pack.bargain.restraints if row.id == name)

    def _moves_under(self, row: Restraint) -> list[Move]:
        """Every move that could break it, whoever it is aimed at."""
        moves = []
        for move in self._pack.moves:
            tags = {move.id, *move.tags, *(tag for choice in move.choices for tag in choice.tags)}
            if not row.on or row.on & tags:
                moves.append(move)
        return moves

    def _of_clause(self, name: str) -> list[Condition]:
        clause = next(row for row in self._pack.clauses if row.id == name)
        handed = self._pack.bargain.delivered.get(name) if self._pack.bargain else None
        read = [clause.full, clause.intermediate, clause.minimal]
        return [*read, handed] if handed is not None else read
