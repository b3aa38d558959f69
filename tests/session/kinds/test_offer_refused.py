"""An actor refuses an offer, which closes it."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.session import Session
from tests.session.bargains import KEY, OFFER, PARTIES, case, strange_steps, table, to_open_orders
from tests.session.exercises import last_line, read_back, refusal, told_to


def test_one_refusal_closes_it(full_session: Session) -> None:
    """Whoever else was asked."""
    key = table(full_session, OFFER._replace(to=("caldis", "borea")))
    full_session.submit(RefuseOffer("borea", key), "borea")
    found = case(full_session, key)
    assert (found.stage, found.refused_by) == (Stage.REFUSED, "borea")
    assert last_line(full_session) == "Borea refuses the offer of Astra to Caldis and Borea."
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_the_parties_read_of_it(full_session: Session) -> None:
    """And nobody else."""
    table(full_session)
    full_session.submit(RefuseOffer("borea", KEY), "borea")
    assert told_to(full_session) == PARTIES


def test_who_may_not(full_session: Session) -> None:
    """Its maker, an outsider, a second time, or while orders are open."""
    key = table(full_session, OFFER._replace(answer_by=2))
    assert refusal(full_session, RefuseOffer("astra", key), "astra") == (
        "You are no party to that, so it is not for you to decide."
    )
    assert refusal(full_session, RefuseOffer("caldis", key)) == (
        "There is no such offer any more. Look at the list as it stands now."
    )
    to_open_orders(full_session)
    said = refusal(full_session, RefuseOffer("borea", key), "borea")
    assert said.startswith("The orders of turn 1 are open")
