"""Random bargaining with undo, redo and re-opening: all reads back and verifies."""

from __future__ import annotations

from random import Random

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.agreements.fitness import unfit
from idlib_wargame.rules.offer import Does, Offer, Secrecy, Term
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.agreement_published import PublishAgreement
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.session import Session
from tests.session.bargains import strange_steps
from tests.session.exercises import COVERT, begun, read_back

PEOPLE = ("astra", "borea")
WHAT = {"no_raids": Does.RESTRAINT, "Be kind": Does.WORDS, "call_talks": Does.ACT}


def some_offer(session: Session, rng: Random, maker: str) -> Offer:
    """An offer to the other, and now and then to caldis too."""
    turn = min(session.play.bargaining_turn, 4)
    other = PEOPLE[1 - PEOPLE.index(maker)]
    to = (other, "caldis") if rng.random() < 0.2 else (other,)
    terms = []
    for _ in range(rng.randint(1, 3)):
        what = rng.choice(tuple(WHAT))
        terms.append(Term(rng.choice((maker, other)), WHAT[what], what, rng.randint(turn, 4)))
    offer = Offer(maker, to, tuple(terms), min(turn + rng.randint(0, 1), 4), 4)
    if rng.random() < 0.3:
        offer = offer._replace(secrecy=Secrecy.PUBLIC)
    return offer


def some_act(session: Session, rng: Random) -> tuple[Act, str]:
    """An act that may or may not be allowed now, and who tries it."""
    seat, cases = rng.choice(PEOPLE), session.play.ledger.cases
    key = rng.choice(tuple(cases)) if cases else ""
    digest = cases[key].digest if key else ""
    tabling = TableOffer(seat, some_offer(session, rng, seat), rng.choice(("", key)))
    acts: list[tuple[Act, str]] = [
        *[(tabling, seat)] * 3,
        *[(AcceptOffer(each, key, digest), each) for each in PEOPLE for _ in range(3)],
        (AcceptOffer("caldis", key, digest), FACILITATOR),
        (TakeBackAcceptance(seat, key), seat),
        (RefuseOffer(seat, key), seat),
        (WithdrawOffer(seat, key), seat),
        (AgreeToEnd(seat, key), seat),
        (DeclareOver(seat, key), seat),
        (AllegeBreach(seat, key, rng.randint(0, 2)), seat),
        (PublishAgreement(seat, key), seat),
        (LeakAgreement(key, rng.choice(((), ("caldis",), ("press",)))), FACILITATOR),
        (ScoreWords(key, rng.randint(0, 2), rng.randint(0, 3), "So"), FACILITATOR),
        (SealOrders("astra", rng.choice(((), COVERT))), "astra"),
        *[(act, FACILITATOR) for act in (MoveOn(), Adjudicate(), CloseTurn()) for _ in range(4)],
        *[(act, FACILITATOR) for act in (Undo(), Redo()) for _ in range(2)],
        (Reopen(rng.randint(1, session.play.turn)), FACILITATOR),
    ]
    return rng.choice(acts)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_agreed_undone_and_re_opened(full: PackReading, seed: int) -> None:
    """No undo takes an offer away; nobody is bound by what they did not accept; all verifies."""
    rng, done, undone = Random(seed), 0, 0
    session = begun(full)
    while done < 120:
        act, by = some_act(session, rng)
        before = session.play.ledger
        last = session.undoable()
        try:
            session.submit(act, by)
        except Refused:
            continue
        done += 1
        ledger = session.play.ledger
        if isinstance(act, Undo) and last is not None and last.kind != "reopened":
            undone += 1
            assert set(before.cases) == set(ledger.cases)
            gone = {k for k, case in before.cases.items() if case.since and not ledger[k].since}
            assert gone == set()
        for case in ledger.cases.values():
            assert unfit(session.scenario, case.offer, 1) == ()
            if case.stage in (Stage.IN_FORCE, Stage.ENDED, Stage.DECLARED_OVER, Stage.EXPIRED):
                assert set(case.accepted) == set(case.offer.signers)
        state = session.referee.bargaining.standing_in(session.play.state, ledger)
        assert state == session.play.state
        if done % 40 == 0:
            assert read_back(session) == session.play
    assert undone
    assert strange_steps(session) == []
