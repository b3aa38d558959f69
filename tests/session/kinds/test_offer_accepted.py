"""An actor accepts an offer as it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.bargains import (
    KEY,
    OFFER,
    PARTIES,
    accept,
    case,
    sign,
    strange_steps,
    table,
    to_closed,
    to_open_orders,
)
from tests.session.exercises import READERS, do, last_line, read_back, refusal, told_to

THREE = OFFER._replace(to=("borea", "caldis"))


def accepting(session: Session, seat: str = "borea") -> AcceptOffer:
    """An acceptance of the offer as it stands."""
    offer = case(session)
    return AcceptOffer(seat, offer.key, offer.digest)


def test_the_last_acceptance_puts_it_in_force(full_session: Session) -> None:
    """The situation says so at once; the parties read of it, and nobody else."""
    table(full_session)
    accept(full_session, KEY, "borea")
    assert (case(full_session).stage, case(full_session).since) == (Stage.IN_FORCE, 1)
    assert full_session.play.state["agreement.astra.borea"] == 1
    assert last_line(full_session) == "Borea accepts the offer of Astra to Borea."
    assert told_to(full_session) == PARTIES
    assert {last_line(full_session, reader) for reader in set(READERS) - PARTIES} == {""}
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_who_signed_is_kept_until_it_is_taken_back(full_session: Session) -> None:
    """As they are seated; a second acceptance that does not say leaves nobody named."""
    table(full_session, THREE)
    act = accepting(full_session)
    full_session.submit(replace(act, person=" Bo "), "borea")
    assert full_session.play.signed_by == {"borea": {act.case: "Bo"}}
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []
    full_session.submit(TakeBackAcceptance("borea", act.case), "borea")
    full_session.submit(act, "borea")
    assert full_session.play.signed_by == {"borea": {}}


def test_nobody_signs_who_does_not_sit_there(full_session: Session) -> None:
    """Said in a sentence, and nothing is accepted."""
    table(full_session)
    act = replace(accepting(full_session), person="Ana")
    assert refusal(full_session, act, "borea") == "Ana does not sit at Borea."
    assert case(full_session).is_open


def test_it_is_given_once(full_session: Session) -> None:
    """A second says that one is enough."""
    table(full_session, THREE)
    key = next(iter(full_session.play.ledger.cases))
    accept(full_session, key, "borea")
    again = AcceptOffer("borea", key, case(full_session, key).digest)
    said = "Borea has accepted it already; once is enough."
    assert refusal(full_session, again, "borea") == said
    own = AcceptOffer("astra", key, case(full_session, key).digest)
    assert refusal(full_session, own, "astra") == "Astra has accepted it already; once is enough."


def test_nobody_accepts_what_they_did_not_read(full_session: Session) -> None:
    """The text is named, and must be the one that stands."""
    table(full_session)
    assert refusal(full_session, AcceptOffer("borea", KEY, "misread"), "borea") == (
        "The offer reads otherwise than what you accepted; read it again as it stands now."
    )


def test_nobody_accepts_what_they_may_not_know(full_session: Session) -> None:
    """Or for another seat."""
    table(full_session)
    there = "There is no such offer any more. Look at the list as it stands now."
    assert refusal(full_session, accepting(full_session, "caldis")) == there
    assert refusal(full_session, accepting(full_session), "astra") == (
        "That is for Borea to do; only its own seat may."
    )


@pytest.mark.parametrize(
    ("act", "by", "stage"),
    [
        (WithdrawOffer("astra", KEY), "astra", "withdrawn"),
        (RefuseOffer("borea", KEY), "borea", "refused"),
    ],
)
def test_who_comes_second_is_told(full_session: Session, act: Act, by: str, stage: str) -> None:
    """Accepted and closed at the same moment: whichever was first stands."""
    table(full_session)
    acceptance = accepting(full_session)
    full_session.submit(act, by)
    said = refusal(full_session, acceptance, "borea")
    assert said == f"That offer is no longer on the table: {stage}."


def test_the_other_way_round(full_session: Session) -> None:
    """It is in force, and there is nothing left to withdraw or to refuse."""
    sign(full_session)
    said = "That offer is no longer on the table: in force."
    assert refusal(full_session, WithdrawOffer("astra", KEY), "astra") == said
    assert refusal(full_session, RefuseOffer("borea", KEY), "borea") == said


def test_what_lapsed_is_not_accepted(full_session: Session) -> None:
    """Its deadline was the opening of orders."""
    table(full_session)
    to_closed(full_session)
    assert refusal(full_session, accepting(full_session), "borea") == (
        "That offer is no longer on the table: lapsed: not answered in time."
    )


def test_while_orders_are_open_nothing_is_accepted(full_session: Session) -> None:
    """Then for the next turn."""
    key = table(full_session, OFFER._replace(answer_by=2))
    to_open_orders(full_session)
    said = refusal(full_session, accepting(full_session), "borea")
    assert said.startswith("The orders of turn 1 are open")
    do(full_session, CloseTurn())
    accept(full_session, key, "borea")
    assert case(full_session).since == 2


def test_an_undo_never_strikes_it_and_a_re_opening_does(full_session: Session) -> None:
    """Undone, it stands again."""
    key = table(full_session, OFFER._replace(answer_by=2))
    to_closed(full_session)
    accept(full_session, key, "borea")
    stood = full_session.play
    do(full_session, Undo())
    assert case(full_session).in_force
    do(full_session, CloseTurn())
    assert full_session.play.ledger == stood.ledger
    do(full_session, Reopen(1))
    assert case(full_session).is_open
    assert full_session.play.state["agreement.astra.borea"] == 0
    do(full_session, Undo())
    assert full_session.play.ledger == stood.ledger
    assert full_session.play.state == stood.state
    assert read_back(full_session) == full_session.play


def test_a_forged_acceptance_is_found(full_session: Session) -> None:
    """In another's name, of another text, or of an offer that was not there."""
    sign(full_session)
    number = full_session.entries[-1].number
    for changes in ({"seat": "caldis"}, {"reads": "another"}, {"case": "another"}):
        assert strange_steps(full_session, {number: changes}) == ["offer_accepted"]
