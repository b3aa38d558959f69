"""What two exercises agree on: some of it the same in both, the rest each its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Protocol

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import may_be_party, may_guarantee, signer, unfit
from idlib_wargame.rules.offer import Does, How, Link, Offer, Secrecy, Term, Verification
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.agreement_published import PublishAgreement
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.session import Session
from tests.twins.seen import Seen

OnCase = Callable[[Session, str], Act]  # an act on the case of that key


class Pair(Protocol):
    """Two exercises, what their reader has seen, and the dice that both are played by."""

    sessions: tuple[Session, Session]
    seen: Seen
    rng: Random


class Bargains:
    """Offers and agreements of two exercises. ``shared`` are keys of the same case in either."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._rng = pair.rng
        self.shared: list[tuple[str, str]] = []

    @property
    def _pack(self) -> Scenario:
        return self._pair.sessions[0].scenario

    def in_both(self) -> None:
        """The same offers and answers in both, whoever may know of them."""
        if not may_bargain(self._pack):
            return
        for _ in range(self._rng.randint(0, 3)):
            if self._rng.random() < 0.4 or not self.shared:
                self._table_in_both()
            else:
                self._answer_in_both(*self._rng.choice(self.shared))

    def _table_in_both(self) -> None:
        offer = some_offer(self._pair.sessions[0], self._rng, "as both may read")
        if offer is not None:
            self._tabled(offer)

    def _tabled(self, offer: Offer, answers: tuple[str, str] = ("", "")) -> None:
        keys = [
            tabled(session, offer, before)
            for session, before in zip(self._pair.sessions, answers, strict=True)
        ]
        if not all(keys):
            return
        self.shared.append((keys[0], keys[1]))
        if self._rng.random() < 0.6:
            for session, key in zip(self._pair.sessions, keys, strict=True):
                for actor in offer.signers[1:]:
                    tried(session, accept(session.scenario, actor)(session, key))

    def _answer_in_both(self, *keys: str) -> None:
        case = self._pair.sessions[0].play.ledger.cases.get(keys[0])
        if case is None:
            return  # a re-opening has made it its author's draft
        rng, maker = self._rng, self._rng.choice(case.parties or case.offer.parties)
        if case.is_open and rng.random() < 0.3:
            counter = some_offer(self._pair.sessions[0], rng, "a counter", maker)
            if counter is not None:
                self._tabled(counter, (keys[0], keys[1]))
                return
        does = some_act(self._pack, case, rng, "as both may read")
        shared = [*does, leak_to(sorted(self._pair.seen.readers))]
        shared += [publish(self._pack, case, rng)] if rng.random() < 0.3 else []
        chosen = rng.choice(shared)
        for session, key in zip(self._pair.sessions, keys, strict=True):
            tried(session, chosen(session, key))

    def in_private(self, session: Session) -> None:
        """What the reader hears nothing of, each exercise its own."""
        rng, others = self._rng, self._others()
        if not may_bargain(self._pack) or len(others) < 2:
            return
        for _ in range(rng.randint(0, 4)):
            secret = [case for case in session.play.ledger.cases.values() if self._is_secret(case)]
            if secret and rng.random() < 0.7:
                case = rng.choice(secret)
                shared = {key for keys in self.shared for key in keys}
                if case.key not in shared:
                    acts = some_act(self._pack, case, rng, f"SECRET-SAID {rng.random()}")
                    tried(session, rng.choice(acts)(session, case.key))
                self._leak(session, case)
            else:
                self._table_in_private(session, others)
        self._draft(session, others)

    def _table_in_private(self, session: Session, others: Sequence[str]) -> None:
        text, rng = f"SECRET-TERM {self._rng.random()}", self._rng
        answered = self._to_answer(session, others) if rng.random() < 0.5 else None
        maker = rng.choice(_asked(answered, others)) if answered else ""
        offer = some_offer(session, rng, text, maker, among=others)
        if (
            offer is None
            or offer.secrecy is Secrecy.PUBLIC
            or self._pair.seen.bargains.signs(offer)
        ):
            return
        key = tabled(session, offer, answered.key if answered else "")
        if key and rng.random() < 0.7:
            for actor in offer.signers[1:]:
                tried(session, accept(session.scenario, actor)(session, key))

    def _to_answer(self, session: Session, others: Sequence[str]) -> Case | None:
        """An open offer that the reader is to sign too, which two others may counter without it."""
        seen = self._pair.seen.bargains
        found = [
            case
            for case in session.play.ledger.cases.values()
            if case.is_open
            and seen.signs(case.offer)
            and case.offer.maker in others
            and _asked(case, others)
        ]
        return self._rng.choice(found) if found else None

    def _leak(self, session: Session, case: Case) -> None:
        """To somebody beside the reader; to the room it is a secret unless all have it."""
        others = [each for each in self._pack.actors if each not in self._pair.seen.readers]
        others = others or [*self._pack.actors[:1]]
        if self._rng.random() < 0.2:
            tried(session, LeakAgreement(case.key, (self._rng.choice(others),)))

    def _draft(self, session: Session, others: Sequence[str]) -> None:
        rng = self._rng
        offer = some_offer(session, rng, f"SECRET-DRAFT {rng.random()}", among=others)
        if offer is not None:
            tried(session, DraftOffer(signer(self._pack, offer.maker), rng.randint(1, 3), offer))

    def _others(self) -> list[str]:
        """Who may bargain without the reader; for the room, everybody may."""
        reads = self._pair.seen.readers if self._pair.seen.seat else frozenset[str]()
        return [each for each in parties(self._pack) if each not in reads]

    def _is_secret(self, case: Case) -> bool:
        return not self._pair.seen.bargains.knows(case)


def _asked(case: Case, others: Sequence[str]) -> list[str]:
    """Whom of those an offer asks to sign."""
    return [each for each in case.offer.signers[1:] if each in others]


def may_bargain(pack: Scenario) -> bool:
    """Whether there are agreements in that pack, and two who can make one."""
    return pack.bargain is not None and len(parties(pack)) > 1


def parties(pack: Scenario) -> list[str]:
    """Who may be party to an offer."""
    return [each for each in pack.actors if may_be_party(pack, each)]


def some_offer(
    session: Session, rng: Random, words: str, maker: str = "", among: Sequence[str] = ()
) -> Offer | None:
    """An offer that may be tabled now; ``words`` stand in each text. None in the last report."""
    pack, turn = session.scenario, session.play.bargaining_turn
    people = list(among) or parties(pack)
    if turn > pack.turns or len(people) < 2:
        return None
    for _ in range(8):
        offer = any_offer(pack, rng, words, maker or rng.choice(people), people, turn)
        if not unfit(pack, offer, turn):
            return offer
    return None


def any_offer(
    pack: Scenario, rng: Random, words: str, maker: str, people: Sequence[str], turn: int
) -> Offer:
    """An offer of that maker's to some of those people, fit to be tabled or not."""
    others = [each for each in people if each != maker]
    to = tuple(sorted(rng.sample(others, min(len(others), rng.choice((1, 1, 2))))))
    until = rng.randint(turn, pack.turns)
    guarantors = [each for each in (*people, "") if not each or may_guarantee(pack, each)]
    guarantor = rng.choice(guarantors)
    terms = tuple(_some_term(pack, rng, words, (maker, *to), (turn, until)) for _ in range(2))
    if rng.random() < 0.3:
        terms = (terms[0], terms[1]._replace(link=Link(rng.choice(list(How)), 0)))
    return Offer(
        maker,
        to,
        terms,
        answer_by=rng.randint(turn, until),
        until=until,
        secrecy=rng.choice((Secrecy.PARTIES, *Secrecy)),
        guarantor=guarantor,
        verification=rng.choice(list(Verification)),
        text=words,
        template=rng.choice([*_templates(pack), ""]),
    )


def _templates(pack: Scenario) -> list[str]:
    return [each.id for each in pack.bargain.templates] if pack.bargain else []


def _some_term(
    pack: Scenario, rng: Random, words: str, people: Sequence[str], turns: tuple[int, int]
) -> Term:
    debtor = rng.choice(people)
    by = rng.randint(*turns)
    seats = {seat.id for seat in pack.seats if seat.actor == debtor}
    moves = [move.id for move in pack.moves if seats & {*move.seats}]
    clauses = [row.id for row in pack.clauses if debtor in row.debtors]
    rows = pack.bargain.restraints if pack.bargain else ()
    match rng.choice(list(Does)):
        case Does.ACT if moves:
            return Term(debtor, Does.ACT, rng.choice(moves), by)
        case Does.CLAUSE if clauses:
            score, hold = rng.randint(1, 3), rng.random() < 0.5
            return Term(debtor, Does.CLAUSE, rng.choice(clauses), by, score=score, hold=hold)
        case Does.RESTRAINT if rows:
            row = rng.choice(rows)
            spared = rng.choice([each for each in people if each != debtor]) if row.spares else ""
            return Term(debtor, Does.RESTRAINT, row.id, by, against=spared)
        case _:
            return Term(debtor, Does.WORDS, words, by)


def tabled(session: Session, offer: Offer, answers: str = "") -> str:
    """The key of an offer that was put on the table; "" where it could not be."""
    before = set(session.play.ledger.cases)
    if not tried(session, TableOffer(signer(session.scenario, offer.maker), offer, answers)):
        return ""
    (key,) = set(session.play.ledger.cases) - before
    return key


def accept(pack: Scenario, actor: str) -> OnCase:
    """That actor accepts a case as it stands."""

    def does(session: Session, key: str) -> Act:
        return AcceptOffer(signer(pack, actor), key, session.play.ledger[key].digest)

    return does


def leak_to(actors: Sequence[str]) -> OnCase:
    """Control tells those actors of a case."""
    return lambda session, key: LeakAgreement(key, tuple(actors))


def publish(pack: Scenario, case: Case, rng: Random) -> OnCase:
    """One who must keep it tells everybody."""
    seat = signer(pack, rng.choice(case.offer.signers))
    return lambda session, key: PublishAgreement(seat, key)


def some_act(pack: Scenario, case: Case, rng: Random, words: str) -> list[OnCase]:
    """What may be done about a case, as far as one can tell beforehand."""
    return list(_acts(pack, case, rng, words))


def _acts(pack: Scenario, case: Case, rng: Random, words: str) -> Iterator[OnCase]:
    one = signer(pack, rng.choice(case.offer.signers))
    term, score = rng.randrange(len(case.offer.terms)), rng.randint(0, 3)
    if case.is_open:
        for actor in case.missing:
            yield accept(pack, actor)
            yield accept(pack, actor)
        yield lambda session, key: TakeBackAcceptance(one, key)
        if rng.random() < 0.2:
            yield lambda session, key: RefuseOffer(one, key)
            maker = signer(pack, case.offer.maker)
            yield lambda session, key: WithdrawOffer(maker, key)
        return
    yield lambda session, key: AllegeBreach(one, key, term, words)
    if case.in_force:
        yield lambda session, key: ScoreWords(key, term, score, words)
        if rng.random() < 0.4:
            yield lambda session, key: DeclareOver(one, key)
            yield lambda session, key: AgreeToEnd(one, key)


def tried(session: Session, act: Act, by: str = FACILITATOR) -> bool:
    """Do it, if it may be done."""
    try:
        session.submit(act, by)
    except Refused:
        return False
    return True
