"""All offers and agreements of an exercise, as one frozen value, and what may be done to them.

Each act gives a new ledger or raises BargainFault. Nothing here reads the pack or the situation:
what an offer may say is looked at in ``fitness.py``, and what terms came to in ``testing.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from idlib_wargame.rules.agreements.bars import Bar, BargainFault, Barred
from idlib_wargame.rules.agreements.case import (
    Allegation,
    Case,
    Progress,
    Score,
    Stage,
    TurnMarks,
)
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import Does, Offer, Promise


@dataclass(frozen=True, slots=True)
class Counted:
    """How often terms were kept and broken and agreements declared over, by actor and last turn."""

    by_actor: Mapping[str, int] = field(default_factory=dict)
    last_turn: int = 0

    def plus(self, actors: Iterable[str]) -> Counted:
        """The same after a turn in which these actors did it, once for each time named."""
        found, count = dict(self.by_actor), 0
        for actor in actors:
            found[actor] = found.get(actor, 0) + 1
            count += 1
        return Counted(found, count)


@dataclass(frozen=True, slots=True)
class Ledger:
    """``cases`` are by key, in the order they were tabled in.

    ``promised`` is all that was ever in force at a turn's close, each with whom it was owed to: to
    promise it to them again earns nothing. ``retired`` are keys of offers that a re-opening took
    back: no other is ever called so, for it may be undone. ``tested_in`` is the turn that was
    closed last.
    """

    cases: Mapping[str, Case] = field(default_factory=dict)
    promised: frozenset[tuple[Promise, str]] = frozenset()
    retired: frozenset[str] = frozenset()
    kept: Counted = Counted()
    broken: Counted = Counted()
    declared: Counted = Counted()
    tested_in: int = 0

    def __getitem__(self, key: str) -> Case:
        """The case of that key. Raises BargainFault where there is none."""
        case = self.cases.get(key)
        if case is None:
            raise BargainFault(Barred(Bar.NO_SUCH_OFFER, key))
        return case

    def __bool__(self) -> bool:
        return bool(self.cases)

    def open_by(self, maker: str) -> tuple[Case, ...]:
        """What an actor has on the table."""
        return tuple(c for c in self.cases.values() if c.is_open and c.offer.maker == maker)

    def binding(self, turn: int) -> tuple[Case, ...]:
        """What is in force for the orders of that turn, in an order that nobody's haste changes."""
        bound = (case for case in self.cases.values() if case.binds(turn))
        return tuple(sorted(bound, key=lambda case: case.key))

    def key_for(self, offer: Offer) -> str:
        """What an offer tabled now is called: by its maker, whom it is for, and its text.

        No key counts, so that one that is leaked does not tell how many others were tabled. Only
        of the very same text it says that it lies on the table again.
        """
        first = f"{offer.maker}>{'+'.join(offer.to)}/{offer.secrecy}/{offer.digest}"
        taken = {*self.cases, *self.retired}
        again = 2 + sum(key.startswith(f"{first}/") for key in taken)
        return f"{first}/{again}" if first in taken else first

    def tabled(
        self, offer: Offer, turn: int, most_open: int, answers: str = "", key: str = ""
    ) -> Ledger:
        """With an offer on the table, which its maker accepts by tabling it.

        ``key`` is what it was called as it was first tabled; a new one gets its own.
        """
        if answers:
            answered = self._open(answers, offer.maker)
            if answered.offer.maker not in offer.parties:
                raise BargainFault(Barred(Bar.NO_ANSWER, answered.offer.maker))
        if len(self.open_by(offer.maker)) >= most_open:
            raise BargainFault(Barred(Bar.TOO_MANY_OPEN, offer.maker, most_open))
        case = Case(key or self.key_for(offer), offer, turn, answers, accepted=(offer.maker,))
        if offer.answer_by < turn:  # its turn was open again for a while, and is not any more
            case = replace(case, stage=Stage.LAPSED, ended_in=turn)
        return self._with(case)

    def taken_off(self, key: str) -> Ledger:
        """With that key given to no other offer, as a re-opening made it its author's draft."""
        return replace(self, retired=self.retired | {key})

    def accepted(self, key: str, actor: str, digest: str, turn: int, given_in: int = 0) -> Ledger:
        """With an acceptance; the last of all puts it in force and closes what it stands for.

        What somebody is asked to sign who may not know of this one stays open: that it was closed
        would tell them.

        ``given_in`` is the turn that was bargained for as it was given, where that is another: who
        answered in time has done so, though that turn is not open any more.
        """
        case = self._theirs(key, actor)
        if not (case.stage is Stage.LAPSED and 0 < given_in <= case.offer.answer_by):
            case = self._open(key, actor)
        if actor in case.accepted:
            raise BargainFault(Barred(Bar.ACCEPTED_ALREADY, actor))
        if digest != case.digest:
            raise BargainFault(Barred(Bar.ANOTHER_TEXT, key))
        case = replace(case, accepted=(*case.accepted, actor))
        if case.missing:
            return self._with(case)
        blank = (Progress(),) * len(case.offer.terms)
        case = replace(case, stage=Stage.IN_FORCE, since=turn, progress=blank)
        if case.offer.until < turn:  # its turn was open again for a while, and is not any more
            case = replace(case, stage=Stage.EXPIRED, ended_in=turn)
        others = [
            replace(each, stage=Stage.SUPERSEDED, superseded_by=key, ended_in=turn)
            for each in self._same_talks(key)
            if each.is_open and each.key != key and case.is_known_to(each.offer.signers)
        ]
        return self._with(case, *others)

    def taken_back(self, key: str, actor: str) -> Ledger:
        """With an acceptance taken back. What is in force stays so; a maker withdraws."""
        case = self._open(key, actor)
        if actor not in case.accepted or actor == case.offer.maker:
            raise BargainFault(Barred(Bar.NOT_ACCEPTED, actor))
        left = tuple(each for each in case.accepted if each != actor)
        return self._with(replace(case, accepted=left))

    def refused(self, key: str, actor: str, turn: int) -> Ledger:
        """With a refusal, which closes the offer."""
        case = self._open(key, actor)
        if actor == case.offer.maker:
            raise BargainFault(Barred(Bar.NOT_YOURS, key))
        case = replace(case, stage=Stage.REFUSED, refused_by=actor, ended_in=turn)
        return self._with(case)

    def withdrawn(self, key: str, actor: str, turn: int) -> Ledger:
        """With an offer taken from the table by its maker."""
        case = self._open(key, actor)
        if actor != case.offer.maker:
            raise BargainFault(Barred(Bar.NOT_YOURS, key))
        return self._with(replace(case, stage=Stage.WITHDRAWN, ended_in=turn))

    def orders_opened(self, turn: int) -> Ledger:
        """As a turn's orders are opened: what should have been answered by now lapses."""
        late = [c for c in self.cases.values() if c.is_open and c.offer.answer_by <= turn]
        return self._with(*(replace(c, stage=Stage.LAPSED, ended_in=turn) for c in late))

    def consented(self, key: str, actor: str, turn: int) -> Ledger:
        """With a party's consent to end an agreement; the last of all ends it."""
        case = self._in_force(key)
        if actor not in case.parties:
            raise BargainFault(Barred(Bar.NOT_YOURS, key))
        if actor in case.consents:
            raise BargainFault(Barred(Bar.CONSENTED_ALREADY, actor))
        return self._with(
            _ended_if_all_agree(replace(case, consents=(*case.consents, actor)), turn)
        )

    def declared_over(self, key: str, actor: str, turn: int) -> Ledger:
        """With an agreement declared over: between two it ends, among more the declarer leaves."""
        case = self._in_force(key)
        if actor not in case.parties:
            raise BargainFault(Barred(Bar.NOT_YOURS, key))
        case = replace(case, declared=(*case.declared, (actor, turn)))
        if len(case.parties) < 2:
            return self._with(replace(case, stage=Stage.DECLARED_OVER, ended_in=turn))
        return self._with(_ended_if_all_agree(case, turn))

    def published(self, key: str, actor: str, turn: int) -> Ledger:
        """With a secret made known to all by one who must keep it."""
        case = self[key]
        if actor not in case.offer.signers:
            raise BargainFault(Barred(Bar.NOT_YOURS, key))
        if case.was_public():
            raise BargainFault(Barred(Bar.KNOWN_ALREADY, key))
        return self._with(case.made_public(turn))

    def leaked(self, key: str, to: Sequence[str], turn: int) -> Ledger:
        """With a secret made known to some actors by control; to none named means to all."""
        case = self[key]
        if case.was_public() or (to and case.is_known_to(to)):
            raise BargainFault(Barred(Bar.KNOWN_ALREADY, key))
        if to:
            told = replace(case, leaked_to=case.leaked_to | {*to})
            return self._with(told.found_out(turn))
        return self._with(case.made_public(turn))

    def scored(self, key: str, score: Score) -> Ledger:
        """With the facilitator's finding on a term in free words."""
        case = self._in_force(key)
        terms = case.offer.terms
        if not 0 <= score.term < len(terms):
            raise BargainFault(Barred(Bar.NO_SUCH_TERM, str(score.term + 1)))
        if terms[score.term].does is not Does.WORDS:
            raise BargainFault(Barred(Bar.NOT_IN_WORDS, str(score.term + 1)))
        return self._with(replace(case, scores=(*case.scores, score)))

    def alleged(self, key: str, allegation: Allegation) -> Ledger:
        """With an allegation, by anyone who knows of the agreement."""
        case = self[key]
        if not case.since or not case.is_known_to((allegation.by,)):
            raise BargainFault(Barred(Bar.NO_SUCH_OFFER, key))
        if not 0 <= allegation.term < len(case.offer.terms):
            raise BargainFault(Barred(Bar.NO_SUCH_TERM, str(allegation.term + 1)))
        return self._with(replace(case, allegations=(*case.allegations, allegation)))

    def tested(self, turn: int, marks: Sequence[TermMark], found_out: Sequence[str]) -> Ledger:
        """With what a turn's close found; nothing has expired yet."""
        cases: list[Case] = []
        by_case: dict[str, list[TermMark]] = {}
        for mark in marks:
            by_case.setdefault(mark.case, []).append(mark)
        for key, mine in by_case.items():
            case = self.cases.get(key)
            if case is None or len(mine) != len(case.progress):
                continue
            progress = [p.after(turn, m.mark) for p, m in zip(case.progress, mine, strict=True)]
            history = (*case.history, TurnMarks(turn, tuple(mine)))
            cases.append(replace(case, progress=tuple(progress), history=history))
        tested = self._with(*cases)
        told = [
            case.made_public(turn)
            for case in map(tested.cases.get, found_out)
            if case is not None and not 0 < case.published_in <= turn
        ]
        over = [actor for c in self.cases.values() for actor, when in c.declared if when == turn]
        return replace(
            tested._with(*told),
            promised=tested.promised.union(*(_promises(case) for case in cases)),
            kept=self.kept.plus(tested.debtors(marks, Mark.KEPT, Mark.KEEPING)),
            broken=self.broken.plus(tested.debtors(marks, Mark.BROKEN)),
            declared=self.declared.plus(over),
            tested_in=turn,
        )

    def debtors(self, marks: Iterable[TermMark], *wanted: Mark) -> Iterator[str]:
        """Whose terms found one of those marks, once for each that could have gone otherwise."""
        for each in marks:
            case = self.cases.get(each.case)
            if case is None or each.term >= len(case.offer.terms):
                continue  # a file that somebody wrote in may have a mark of no term
            if each.mark in wanted and not each.idle:
                yield case.offer.terms[each.term].debtor

    def turned(self, turn: int, turns: int) -> Ledger:
        """As the next turn begins: what holds no longer has expired.

        ``turns`` is the last turn that is played, whatever length the pack's conditions ask for:
        what holds to the end of the exercise is in force when its ending is read.
        """
        if turn >= turns:
            return self
        over = [c for c in self.cases.values() if c.in_force and c.offer.until <= turn]
        return self._with(*(replace(c, stage=Stage.EXPIRED, ended_in=turn) for c in over))

    def with_no_turn_after(self, turn: int) -> Ledger:
        """As a turn that is closed becomes the last: what expired with it holds to the end."""
        over = (case for case in self.cases.values() if case.stage is Stage.EXPIRED)
        back = [c for c in over if c.ended_in == turn == c.offer.until]
        return self._with(*(replace(c, stage=Stage.IN_FORCE, ended_in=0) for c in back))

    def closed(
        self, turn: int, turns: int, marks: Sequence[TermMark], found_out: Sequence[str]
    ) -> Ledger:
        """As a turn's results stand: its marks are taken in, and what is over expires."""
        return self.tested(turn, marks, found_out).turned(turn, turns)

    def root(self, key: str) -> str:
        """The first offer of the talks that one belongs to."""
        seen = {key}
        while (before := self[key].answers) and before in self.cases and before not in seen:
            seen.add(before)
            key = before
        return key

    def _same_talks(self, key: str) -> list[Case]:
        root = self.root(key)
        return [case for case in self.cases.values() if self.root(case.key) == root]

    def _theirs(self, key: str, actor: str) -> Case:
        """What somebody is asked to sign; nobody else is told how it stands."""
        case = self[key]
        if actor not in case.offer.signers:
            raise BargainFault(Barred(Bar.NOT_YOURS, key))
        return case

    def _open(self, key: str, actor: str) -> Case:
        """An offer that one of its signers may still answer."""
        case = self._theirs(key, actor)
        if not case.is_open:
            raise BargainFault(Barred(Bar.NOT_OPEN, str(case.stage)))
        return case

    def _in_force(self, key: str) -> Case:
        case = self[key]
        if not case.in_force:
            raise BargainFault(Barred(Bar.NOT_IN_FORCE, str(case.stage)))
        return case

    def _with(self, *cases: Case) -> Ledger:
        if not cases:
            return self
        return replace(self, cases={**self.cases, **{case.key: case for case in cases}})


def _promises(case: Case) -> Iterator[tuple[Promise, str]]:
    """What is earned by all that is promised in it, each with whom it is owed to."""
    for term in case.offer.terms:
        for creditor in case.offer.creditors_of(term):
            yield term.worth, creditor


def _ended_if_all_agree(case: Case, turn: int) -> Case:
    """The same, at its end where all who are still party to it have agreed to that."""
    if set(case.consents).issuperset(case.parties):
        return replace(case, stage=Stage.ENDED, ended_in=turn)
    return case


EMPTY = Ledger()
