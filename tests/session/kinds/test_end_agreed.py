"""A party agrees to end an agreement."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.session import Session
from tests.session.bargains import KEY, PARTIES, case, sign, strange_steps, table, to_open_orders
from tests.session.exercises import do, last_line, read_back, refusal, told_to


def test_the_last_consent_ends_it(full_session: Session) -> None:
    """The parties read of it, and nobody else; it binds nobody from then on."""
    sign(full_session)
    full_session.submit(AgreeToEnd("borea", KEY), "borea")
    assert last_line(full_session) == "Borea agrees to end the agreement of Astra and Borea."
    assert told_to(full_session) == PARTIES
    assert case(full_session).in_force
    full_session.submit(AgreeToEnd("astra", KEY), "astra")
    assert case(full_session).stage is Stage.ENDED
    assert full_session.play.state["agreement.astra.borea"] == 0
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_who_may_not(full_session: Session) -> None:
    """Twice, before it is in force, as an outsider, or while orders are open."""
    table(full_session)
    assert refusal(full_session, AgreeToEnd("borea", KEY), "borea") == (
        "That agreement is not in force: on the table."
    )
    key = sign(full_session)
    full_session.submit(AgreeToEnd("borea", key), "borea")
    assert refusal(full_session, AgreeToEnd("borea", key), "borea") == (
        "Borea has agreed to end it already."
    )
    assert refusal(full_session, AgreeToEnd("caldis", key)).startswith("There is no such offer")
    to_open_orders(full_session)
    said = refusal(full_session, AgreeToEnd("astra", key), "astra")
    assert said.startswith("The orders of turn 1 are open")
    do(full_session, CloseTurn())
    full_session.submit(AgreeToEnd("astra", key), "astra")
    assert case(full_session, key).ended_in == 2
