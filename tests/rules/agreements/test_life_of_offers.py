"""Whatever actors do to offers, turn after turn: held against rules written out a second time.

The second writing looks back at all that was ordered so far, each time anew, where the program
remembers; so neither can share a mistake of the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.agreements.bars import BargainFault
from idlib_wargame.rules.agreements.case import Allegation, Score, Stage
from idlib_wargame.rules.agreements.fitness import unfit
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.marks import TermMark
from idlib_wargame.rules.offer import Does, How, Link, Offer, Secrecy, Term, Verification
from idlib_wargame.rules.order import Order
from tests.rules.agreements.bargains import (
    AID,
    BUILD,
    PAYS,
    PEOPLE,
    SHELL,
    STRIKE,
    WAIT,
    WRECK,
    Game,
    pack,
    paid,
)
from tests.tries import tries

TURNS = 6
ACTORS = st.sampled_from(PEOPLE)
SPARED = ("no_force_on", "nothing_against")
WAYS = {AID: ("at_north", "at_south", "at_east"), SHELL: ("at_north", "at_south", "at_east")}
# What may become of an offer, and of what.
BECOMES = {
    "tabled": {"refused", "withdrawn", "lapsed", "superseded", "in_force"},
    "in_force": {"expired", "ended", "declared_over"},
}


@st.composite
def links(draw: st.DrawFn, place: int) -> Link | None:
    """Mostly none; else on a term before or after it, so that rings are tried too."""
    if draw(st.integers(0, 2)):
        return None
    other = draw(st.integers(0, 3).filter(lambda n: n != place))
    return Link(draw(st.sampled_from(How)), other)


@st.composite
def terms(draw: st.DrawFn, place: int, debtor: str, first: int) -> Term:
    """A term of any kind, due in some turn from the first."""
    does = draw(st.sampled_from(Does))
    term = Term(debtor, does, "", draw(st.integers(first, TURNS)), link=draw(links(place)))
    if does is Does.CLAUSE:
        score, hold = draw(st.integers(1, 3)), draw(st.booleans())
        return term._replace(what="road", score=score, hold=hold)
    if does is Does.ACT:
        what = draw(st.sampled_from((AID, BUILD, WAIT)))
        ways = [way for way in WAYS.get(what, ()) if way != f"at_{debtor}"]
        choice = draw(st.sampled_from(("", *ways)))
        return term._replace(what=what, choice=choice)
    if does is Does.WORDS:
        return term._replace(what=draw(st.sampled_from(("Be kind", "Be kinder"))))
    what = draw(st.sampled_from(("no_force", "no_waiting", "no_muster", *SPARED)))
    others = [each for each in PEOPLE if each != debtor]
    against = draw(st.sampled_from(others)) if what in SPARED else ""
    return term._replace(what=what, against=against)


@st.composite
def offers(draw: st.DrawFn, turn: int) -> Offer:
    """An offer of any of the three to one or both of the others."""
    maker = draw(ACTORS)
    others = [each for each in PEOPLE if each != maker]
    to = tuple(draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True)))
    answer_by = draw(st.integers(turn, min(turn + 1, TURNS)))
    count = draw(st.integers(1, 4))
    debtors = [draw(st.sampled_from((maker, *to))) for _ in range(count)]
    promised = tuple(draw(terms(n, debtor, turn)) for n, debtor in enumerate(debtors))
    secrecy, guarantor = Secrecy.PARTIES, ""
    if draw(st.booleans()):
        guarantor = draw(ACTORS)
        secrecy = draw(st.sampled_from(Secrecy))
    until = max(answer_by, *(term.by for term in promised))
    return Offer(
        maker,
        to,
        promised,
        answer_by,
        draw(st.integers(until, TURNS)),
        secrecy,
        guarantor,
        draw(st.sampled_from(Verification)),
    )


ORDERS = st.sampled_from(
    [
        Order(seat, move, choice)
        for seat in PEOPLE
        for move in (AID, SHELL, STRIKE, BUILD, WRECK, WAIT)
        for choice in WAYS.get(move, ("",))
        if not (move == STRIKE and seat == "north") and choice != f"at_{seat}"
    ]
)


def breaks(term: Term, order: Order) -> bool:
    """Whether that order is one that its debtor promised not to give."""
    if order.seat != term.debtor:
        return False
    at = term.against
    aimed = order.choice == f"at_{at}" or (order.move == STRIKE and at == "north")
    return {
        "no_force": order.move in (SHELL, STRIKE),
        "no_waiting": order.move == WAIT,
        "no_muster": False,  # north alone may, and never has the arms
        "no_force_on": order.move in (SHELL, STRIKE) and aimed,
        "nothing_against": aimed,
    }[term.what]


def can_break(term: Term) -> bool:
    """Whether the debtor could give any such order at all."""
    return term.what != "no_muster"


@dataclass
class Played:
    """A turn: what was ordered by whom, and how far the road was before and after."""

    orders: tuple[Order, ...]
    before: int
    after: int


@dataclass
class Told:
    """What was done to an offer, as a clerk would note it."""

    offer: Offer
    answers: str
    stage: str = "tabled"
    accepted: dict[str, Offer] = field(default_factory=dict)
    since: int = 0
    left: dict[str, int] = field(default_factory=dict)
    consents: set[str] = field(default_factory=set)
    scores: dict[tuple[int, int], int] = field(default_factory=dict)
    public: bool = False
    knows: set[str] = field(default_factory=set)
    out: int = 0

    @property
    def parties(self) -> list[str]:
        """Who is still party to it."""
        return [each for each in self.offer.parties if each not in self.left]


class Clerk:
    """Finds the mark of a term by reading everything from the beginning."""

    def __init__(self, told: Told, turns: dict[int, Played]) -> None:
        self.told, self.turns, self.terms = told, turns, told.offer.terms

    def days(self, upto: int) -> range:
        """The turns in which it bound anybody, up to one."""
        return range(self.told.since, upto + 1)

    def is_idle(self, n: int, turn: int) -> bool:
        """Whether to keep it in that turn earns nothing."""
        term = self.terms[n]
        if term.does is Does.CLAUSE:  # it stood there before, was kept before, or is late
            stood = self.turns[turn].before >= term.score
            return stood or bool(self.first_kept(n, turn - 1)) or turn > self.due(n, turn)
        if term.does is Does.RESTRAINT:
            return not can_break(term)
        if term.does is Does.WORDS:
            return any(self.kept(n, day) for day in self.days(turn - 1))
        return turn > self.due(n, turn)

    def due(self, n: int, turn: int) -> int:
        """When it is due, as known in that turn."""
        term = self.terms[n]
        if term.link is None or term.link.how is How.UNLESS:
            return max(term.by, self.told.since)
        other = self.first_kept(term.link.term, turn)
        return max(term.by, other + 1) if other else term.by

    def first_kept(self, n: int, upto: int) -> int:
        """The turn in which it was first kept; 0 for none so far."""
        return next((day for day in self.days(upto) if self.kept(n, day)), 0)

    def void(self, n: int, turn: int) -> bool:
        """Whether nothing of it is asked any more."""
        return any(self.falls_away(n, day) for day in self.days(turn))

    def falls_away(self, n: int, day: int) -> bool:
        """Whether it is let go that day."""
        term, told = self.terms[n], self.told
        gone = {actor for actor, turn in told.left.items() if turn <= day}
        owed_to = [term.against] if term.against in told.offer.parties else told.offer.parties
        if term.debtor in gone or all(each in gone | {term.debtor} for each in owed_to):
            return True
        if term.does is Does.RESTRAINT and term.by < told.since:
            return True
        if term.link is None:
            return False
        other, kept = term.link.term, self.first_kept(term.link.term, day)
        if term.link.how is How.UNLESS:
            done = self.first_kept(n, day - 1) and not term.hold
            return bool(kept) and not done
        if kept:
            return term.does is Does.RESTRAINT and kept >= term.by
        first = self.terms[other]
        lost = first.does is Does.RESTRAINT and any(self.broke(other, d) for d in self.days(day))
        return self.void(other, day) or lost or day >= told.offer.until

    def waits(self, n: int, day: int) -> bool:
        """Whether its turn has not come."""
        link = self.terms[n].link
        if link is None or link.how is How.UNLESS:
            return False
        return not self.first_kept(link.term, day - 1)

    def broke(self, n: int, day: int) -> bool:
        """Whether an order of that day broke a restraint that was owed."""
        term = self.terms[n]
        if self.void(n, day) or self.waits(n, day) or day > term.by:
            return False
        return any(breaks(term, order) for order in self.turns[day].orders)

    def kept(self, n: int, day: int) -> bool:
        """Whether that day's close finds it kept, for good."""
        term = self.terms[n]
        if self.void(n, day) or self.waits(n, day):
            return False
        if term.does is Does.CLAUSE:
            return self.turns[day].after >= term.score
        if term.does is Does.WORDS:
            return self.told.scores.get((n, day), 0) >= 2
        if term.does is Does.RESTRAINT:
            return day == term.by and not any(self.broke(n, d) for d in self.days(day))
        return any(
            (order.seat, order.move) == (term.debtor, term.what)
            and term.choice in ("", order.choice)
            for order in self.turns[day].orders
        )

    def mark(self, n: int, turn: int) -> str:
        """What that turn's close should find."""
        term, played = self.terms[n], self.turns[turn]
        if self.void(n, turn):
            return "void"
        if self.waits(n, turn):
            return "waiting"
        before = bool(self.first_kept(n, turn - 1))
        if term.does is Does.RESTRAINT:
            broke_before = any(self.broke(n, day) for day in self.days(turn - 1))
            if before or (turn > term.by) or (turn == term.by and broke_before):
                late = "over" if broke_before else "done"
                return "broken" if self.broke(n, turn) else late
            if self.broke(n, turn):
                return "broken"
            return "keeping" if turn < term.by else "kept"
        if term.does is Does.WORDS:
            score = self.told.scores.get((n, turn))
            if score is not None:
                return "kept" if score >= 2 else "broken"
            if before:
                return "done"
            owed = [d for d in self.days(turn - 1) if not (self.void(n, d) or self.waits(n, d))]
            if any((n, day) in self.told.scores for day in owed):
                return "over"
            return "due" if turn < self.due(n, turn) else "late"
        if before and not term.hold:
            return "done"
        if before:
            if played.after >= term.score:
                return "keeping"
            return "broken" if played.before >= term.score else "late"
        if self.kept(n, turn):
            return "kept"
        due = self.due(n, turn)
        return "due" if turn < due else "broken" if turn == due else "late"


class LifeOfOffers(RuleBasedStateMachine):
    """Three actors, offers of all kinds, and turns with whatever orders."""

    def __init__(self) -> None:
        super().__init__()
        self.game = Game(pack(turns=TURNS, consequences=PAYS, most_open=3))
        self.told: dict[str, Told] = {}
        self.turns: dict[int, Played] = {}
        self.promised: set[tuple[object, ...]] = set()
        self.kept_in: dict[frozenset[str], int] = {}
        self.stages: dict[str, list[str]] = {}

    @property
    def turn(self) -> int:
        """The turn that is bargained for."""
        return self.game.number

    def key(self, number: int) -> str:
        """One of the offers there are."""
        return sorted(self.told)[number % len(self.told)]

    def do(self, may: bool, change: Ledger | None) -> None:
        """Take what an act came to, which was to be or not to be."""
        assert (change is not None) == may
        if change is not None:
            self.game.take(change)

    @rule(data=st.data(), counters=st.booleans(), number=st.integers(0, 99), signs=st.booleans())
    def table(self, data: st.DataObject, counters: bool, number: int, signs: bool) -> None:
        """An offer, or an answer to one; every other is signed at once, so that enough are."""
        if self.turn > TURNS:
            return
        made = data.draw(offers(self.turn))
        answers = self.key(number) if counters and self.told else ""
        if unfit(self.game.pack, made, self.turn):  # a ring, or no guarantor: made plainer
            plain = tuple(term._replace(link=None) for term in made.terms)
            made = made._replace(
                terms=plain, secrecy=Secrecy.PUBLIC, verification=Verification.NONE
            )
        self.put(made, answers, signs=signs)

    @precondition(lambda self: self.told and self.turn <= TURNS)
    @rule(number=st.integers(0, 99))
    def sign_again(self, number: int) -> None:
        """The same promises once more, with later dates: it is to earn nobody anything."""
        old = self.told[self.key(number)].offer
        again = tuple(term._replace(by=max(term.by, self.turn)) for term in old.terms)
        made = old._replace(terms=again, answer_by=self.turn, until=TURNS)
        self.put(made, "", signs=True)

    def put(self, made: Offer, answers: str, *, signs: bool) -> None:
        """An offer on the table, where there is room for it; signed by all where it says so."""
        assert unfit(self.game.pack, made, self.turn) == ()
        before, ledger = set(self.told), self.game.ledger
        mine = [
            t for t in self.told.values() if t.stage == "tabled" and t.offer.maker == made.maker
        ]
        may = len(mine) < 3
        if answers:
            old = self.told[answers]
            may = (
                may
                and old.stage == "tabled"
                and made.maker in old.offer.signers
                and old.offer.maker in made.parties
            )
        self.do(may, tried(lambda: ledger.tabled(made, self.turn, 3, answers)))
        for key in set(self.game.ledger.cases) - before:
            self.told[key] = Told(made, answers, accepted={made.maker: made})
            self.told[key].knows = set(made.signers)
            self.told[key].public = made.secrecy is Secrecy.PUBLIC
            for actor in PEOPLE if signs else ():
                self.take_up(key, actor, reads_well=True)

    @precondition(lambda self: self.told and self.turn <= TURNS)
    @rule(number=st.integers(0, 99), actor=ACTORS, misreads=st.integers(0, 5))
    def accept(self, number: int, actor: str, misreads: int) -> None:
        """As it reads, and now and then as it does not."""
        self.take_up(self.key(number), actor, reads_well=bool(misreads))

    def take_up(self, key: str, actor: str, *, reads_well: bool) -> None:
        """An acceptance; the last of all closes the other offers of the same talks."""
        told, ledger = self.told[key], self.game.ledger
        digest = ledger[key].digest if reads_well else "misread"
        asked = actor in told.offer.signers and actor not in told.accepted
        may = told.stage == "tabled" and asked and reads_well
        self.do(may, tried(lambda: ledger.accepted(key, actor, digest, self.turn)))
        if not may:
            return
        told.accepted[actor] = ledger[key].offer
        if set(told.accepted) == set(told.offer.signers):
            told.stage, told.since = "in_force", self.turn
            same = [each for k, each in self.told.items() if self.talks(k) == self.talks(key)]
            for each in same:
                each.stage = "superseded" if each.stage == "tabled" else each.stage

    def talks(self, key: str) -> str:
        """The first offer of those talks."""
        while self.told[key].answers:
            key = self.told[key].answers
        return key

    @precondition(lambda self: self.told and self.turn <= TURNS)
    @rule(number=st.integers(0, 99), actor=ACTORS, how=st.sampled_from(("back", "no", "away")))
    def let_go(self, number: int, actor: str, how: str) -> None:
        """An acceptance taken back, an offer refused or withdrawn."""
        key = self.key(number)
        told, ledger, turn = self.told[key], self.game.ledger, self.turn
        opened, is_maker = told.stage == "tabled", actor == told.offer.maker
        if how == "back":
            may = opened and actor in told.accepted and not is_maker
            self.do(may, tried(lambda: ledger.taken_back(key, actor)))
            if may:
                del told.accepted[actor]
        elif how == "no":
            may = opened and actor in told.offer.signers and not is_maker
            self.do(may, tried(lambda: ledger.refused(key, actor, turn)))
            told.stage = "refused" if may else told.stage
        else:
            may = opened and is_maker
            self.do(may, tried(lambda: ledger.withdrawn(key, actor, turn)))
            told.stage = "withdrawn" if may else told.stage

    @precondition(lambda self: self.told and self.turn <= TURNS)
    @rule(number=st.integers(0, 99), actor=ACTORS, over=st.booleans())
    def end(self, number: int, actor: str, over: bool) -> None:
        """Declared over, or its end agreed to."""
        key = self.key(number)
        told, ledger = self.told[key], self.game.ledger
        may = told.stage == "in_force" and actor in told.parties
        if over:
            self.do(may, tried(lambda: ledger.declared_over(key, actor, self.turn)))
        else:
            may = may and actor not in told.consents
            self.do(may, tried(lambda: ledger.consented(key, actor, self.turn)))
        if not may:
            return
        if over:
            told.left[actor] = self.turn
        else:
            told.consents.add(actor)
        if len(told.parties) < 2:
            told.stage = "declared_over"
        elif told.consents >= set(told.parties):
            told.stage = "ended"

    @precondition(lambda self: self.told)
    @rule(number=st.integers(0, 99), actor=ACTORS, how=st.sampled_from(("told", "some", "all")))
    def tell(self, number: int, actor: str, how: str) -> None:
        """Published by a party, leaked by control."""
        key = self.key(number)
        told, ledger, turn = self.told[key], self.game.ledger, self.turn
        if how == "told":
            may = not told.public and actor in told.offer.signers
            self.do(may, tried(lambda: ledger.published(key, actor, turn)))
        elif how == "some":
            may = not told.public and actor not in told.knows
            self.do(may, tried(lambda: ledger.leaked(key, (actor,), turn)))
        else:
            may = not told.public
            self.do(may, tried(lambda: ledger.leaked(key, (), turn)))
        if may:
            told.public = told.public or how != "some"
            told.knows.add(actor)
            told.out = told.out or (turn if told.since else 0)

    @precondition(lambda self: self.told)
    @rule(number=st.integers(0, 99), actor=ACTORS, term=st.integers(-1, 4))
    def allege(self, number: int, actor: str, term: int) -> None:
        """Said by whoever knows of it; it changes nothing that is found."""
        key = self.key(number)
        told, ledger = self.told[key], self.game.ledger
        knows = told.public or actor in told.knows
        may = bool(told.since) and knows and 0 <= term < len(told.offer.terms)
        said = Allegation(actor, term, "", self.turn)
        self.do(may, tried(lambda: ledger.alleged(key, said)))

    @precondition(lambda self: self.told and self.turn <= TURNS)
    @rule(number=st.integers(0, 99), term=st.integers(-1, 4), score=st.integers(0, 3))
    def score(self, number: int, term: int, score: int) -> None:
        """By the facilitator, of free words alone."""
        key = self.key(number)
        told, ledger, turn = self.told[key], self.game.ledger, self.turn
        terms = told.offer.terms
        may = told.stage == "in_force" and 0 <= term < len(terms)
        may = may and terms[term].does is Does.WORDS
        self.do(may, tried(lambda: ledger.scored(key, Score(term, score, "So", turn))))
        if may:
            told.scores[term, turn] = score

    @precondition(lambda self: self.told and self.turn <= TURNS)
    @rule(given=st.lists(ORDERS, max_size=4, unique=True))
    def close(self, given: list[Order]) -> None:
        """A turn is played, and every mark and every effect is looked at."""
        game, turn, state, ledger = self.game, self.turn, self.game.state, self.game.ledger
        bound = {k: t for k, t in self.told.items() if t.stage == "in_force"}
        backwards = replace(ledger, cases=dict(reversed(tuple(ledger.cases.items()))))
        other = game.referee.adjudicate(state, given[::-1], None, standing=Standing(backwards))
        result = game.turn(
            *((o.seat, f"{o.move}/{o.choice}" if o.choice else o.move) for o in given)
        )
        assert (other.marks, other.after, other.state) == (
            result.marks,
            result.after,
            result.state,
        )
        after = result.state["works"]
        self.turns[turn] = Played(tuple(given), min(state["works"], 3), min(after, 3))
        clerks = {key: Clerk(told, self.turns) for key, told in bound.items()}
        found = {(m.case, m.term): m for m in result.marks}
        assert set(found) == {(k, n) for k, t in bound.items() for n in range(len(t.offer.terms))}
        for (key, n), mark in found.items():
            assert (key, n, str(mark.mark)) == (key, n, clerks[key].mark(n, turn))
            kept = mark.mark in ("kept", "keeping")
            assert mark.idle == (kept and clerks[key].is_idle(n, turn)), (key, n, mark)
            assert TermMark.from_json(mark.to_json()) == mark
        assert paid(result) == {k: n for k, n in self.due(bound, found, turn).items() if n}
        for told in self.told.values():
            if told.stage == "tabled" and told.offer.answer_by <= turn:
                told.stage = "lapsed"
            if told.stage == "in_force" and told.offer.until <= turn < TURNS:
                told.stage = "expired"

    def due(
        self, bound: dict[str, Told], found: dict[tuple[str, int], TermMark], turn: int
    ) -> dict[str, int]:
        """How often each row of what follows should have followed."""
        signed: set[frozenset[str]] = set()
        kept: set[frozenset[str]] = set()
        broken: set[tuple[str, str]] = set()
        new: set[tuple[object, ...]] = set()
        for key, told in bound.items():
            for n, term in enumerate(told.offer.terms):
                owed_to = [each for each in told.offer.parties if each != term.debtor]
                if term.against in told.offer.parties:
                    owed_to = [term.against]
                mark = found[key, n]
                for other in owed_to:
                    words = term.does is Does.WORDS
                    said = (*term[:2], "" if words else term.what, term.choice, term.against)
                    promise = (*said, term.score, other)
                    met = term.does is Does.CLAUSE and self.turns[turn].before >= term.score
                    met = met or (term.does is Does.RESTRAINT and not can_break(term))
                    met = met or mark.mark == "void"
                    if told.since == turn and not met and promise not in self.promised:
                        signed.add(frozenset((term.debtor, other)))
                    new.add(promise)
                    if other not in told.parties:
                        continue
                    if mark.mark in ("kept", "keeping") and not mark.idle:
                        kept.add(frozenset((term.debtor, other)))
                    if mark.mark == "broken":
                        broken.add((term.debtor, other))
        self.promised |= new
        signed = {pair for pair in signed if self.is_worth_something(pair, turn)}
        self.kept_in.update(dict.fromkeys(kept, turn))
        cold, shame = set(), set()
        for told in self.told.values():
            went = list(told.left)
            for actor, when in told.left.items():
                there = set(told.offer.parties) - set(went[: went.index(actor) + 1])
                cold |= {(actor, other) for other in there if when == turn}
            if told.out == turn:
                shame |= {frozenset(pair) for pair in told.offer.pairs()}
        return {
            "consequence.warm": len(signed),
            "consequence.trust": len(kept),
            "consequence.anger": len(broken),
            "consequence.cold": len(cold),
            "consequence.shame": len(shame),
        }

    def is_worth_something(self, pair: frozenset[str], turn: int) -> bool:
        """Whether nothing was signed between two before, or something was kept since."""
        earlier = [
            told.since
            for told in self.told.values()
            if 0 < told.since < turn and pair <= set(told.offer.parties)
        ]
        return not earlier or self.kept_in.get(pair, 0) >= max(earlier)

    @invariant()
    def it_stands_as_the_clerk_has_it(self) -> None:
        """Each offer is where what was done to it has brought it, and nowhere else."""
        for key, case in self.game.ledger.cases.items():
            assert str(case.stage) == self.told[key].stage
            past = self.stages.setdefault(key, ["tabled"])
            if past[-1] != case.stage:
                past.append(str(case.stage))
            assert all(then in BECOMES[now] for now, then in pairwise(past))
            assert case.stage in Stage

    @invariant()
    def nobody_is_bound_by_what_they_did_not_accept(self) -> None:
        """Whatever was ever in force, all its signers accepted that very text."""
        for key, case in self.game.ledger.cases.items():
            if case.since:
                given = self.told[key].accepted
                assert given == dict.fromkeys(case.offer.signers, case.offer)

    @invariant()
    def no_more_are_open_than_may_be(self) -> None:
        """Three of each actor's."""
        assert all(len(self.game.ledger.open_by(each)) <= 3 for each in PEOPLE)


def tried(change: object) -> Ledger | None:
    """What an act came to; None where it is barred."""
    try:
        return change()  # type: ignore[operator, no-any-return]
    except BargainFault:
        return None


TestLifeOfOffers = LifeOfOffers.TestCase
TestLifeOfOffers.settings = settings(settings(), max_examples=tries(120), stateful_step_count=40)
