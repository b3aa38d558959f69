"""The maker of an offer takes it from the table."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.session import Session
from tests.session.bargains import KEY, OFFER, PARTIES, case, strange_steps, table, to_open_orders
from tests.session.exercises import last_line, read_back, refusal, told_to


def test_it_is_gone_from_the_table(full_session: Session) -> None:
    """The parties read of it, and nobody else."""
    table(full_session)
    full_session.submit(WithdrawOffer("astra", KEY), "astra")
    assert case(full_session).stage is Stage.WITHDRAWN
    assert last_line(full_session) == "Astra withdraws the offer of Astra to Borea."
    assert told_to(full_session) == PARTIES
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_its_maker_alone_may_and_once(full_session: Session) -> None:
    """And not while orders are open."""
    table(full_session)
    assert refusal(full_session, WithdrawOffer("borea", KEY), "borea") == (
        "You are no party to that, so it is not for you to decide."
    )
    full_session.submit(WithdrawOffer("astra", KEY), "astra")
    assert refusal(full_session, WithdrawOffer("astra", KEY), "astra") == (
        "That offer is no longer on the table: withdrawn."
    )
    key = table(full_session, OFFER._replace(answer_by=2))
    to_open_orders(full_session)
    said = refusal(full_session, WithdrawOffer("astra", key), "astra")
    assert said.startswith("The orders of turn 1 are open")
