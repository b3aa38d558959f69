"""An actor takes an acceptance back, before the last one is given."""

from __future__ import annotations

from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.session import Session
from tests.session.bargains import (
    OFFER,
    accept,
    case,
    sign,
    strange_steps,
    table,
    to_open_orders,
)
from tests.session.exercises import READERS, last_line, read_back, refusal, told_to

THREE = OFFER._replace(to=("borea", "caldis"))


def test_it_is_missing_again(full_session: Session) -> None:
    """Those who know of the offer read it."""
    key = table(full_session, THREE)
    accept(full_session, key, "borea")
    full_session.submit(TakeBackAcceptance("borea", key), "borea")
    assert case(full_session, key).missing == ("borea", "caldis")
    assert last_line(full_session) == (
        "Borea takes back its acceptance of the offer of Astra to Borea and Caldis."
    )
    assert {str(reader.seat) for reader in told_to(full_session)} >= {"astra", "borea", "caldis"}
    assert len(told_to(full_session)) < len(READERS)
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_only_an_acceptance_can_be(full_session: Session) -> None:
    """Not the maker's, who withdraws; not once it is in force; not while orders are open."""
    key = table(full_session, THREE)
    none = "{} has no acceptance to take back; whoever made an offer withdraws it."
    for seat, name in (("borea", "Borea"), ("astra", "Astra")):
        assert refusal(full_session, TakeBackAcceptance(seat, key), seat) == none.format(name)
    signed = sign(full_session)
    assert refusal(full_session, TakeBackAcceptance("borea", signed), "borea") == (
        "That offer is no longer on the table: in force."
    )
    to_open_orders(full_session)
    said = refusal(full_session, TakeBackAcceptance("borea", key), "borea")
    assert said.startswith("The orders of turn 1 are open")
