"""A party declares an agreement over."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.bargains import (
    KEY,
    OFFER,
    PARTIES,
    case,
    sign,
    strange_steps,
    to_closed,
    to_open_orders,
)
from tests.session.exercises import COVERT, do, last_line, read_back, refusal, told_to


def test_a_breach_leaves_it_in_force_until_it_is_declared_over(full_session: Session) -> None:
    """Two marks: broken in turn 1, declared over by the other before turn 2."""
    sign(full_session)
    to_closed(full_session, COVERT)
    ledger = full_session.play.ledger
    assert (ledger[KEY].in_force, ledger.broken.by_actor) == (True, {"astra": 1})
    full_session.submit(DeclareOver("borea", KEY), "borea")
    assert case(full_session).stage is Stage.DECLARED_OVER
    assert case(full_session).declared == (("borea", 2),)
    assert last_line(full_session) == "Borea declares over the agreement of Astra and Borea."
    assert told_to(full_session) == PARTIES
    to_closed(full_session)
    rows = [each.row for each in full_session.play.closed[-1].result.after]
    assert rows.count("consequence.paper_torn") == 1
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_among_three_the_declarer_leaves(full_session: Session) -> None:
    """The others stay bound."""
    key = sign(full_session, OFFER._replace(to=("borea", "caldis")))
    full_session.submit(DeclareOver("astra", key), "astra")
    assert case(full_session, key).in_force
    assert full_session.play.state["agreement.astra.borea"] == 0
    assert refusal(full_session, DeclareOver("astra", key), "astra") == (
        "You are no party to that, so it is not for you to decide."
    )


def test_not_while_orders_are_open(full_session: Session) -> None:
    """What is in force is fixed then."""
    sign(full_session)
    to_open_orders(full_session)
    said = refusal(full_session, DeclareOver("borea", KEY), "borea")
    assert said.startswith("The orders of turn 1 are open, and what is agreed stays as it was.")


def test_an_undo_never_strikes_it_and_a_re_opening_does(full_session: Session) -> None:
    """It was in force as the orders of turn 1 were opened."""
    sign(full_session)
    to_closed(full_session)
    full_session.submit(DeclareOver("borea", KEY), "borea")
    do(full_session, Undo())
    assert case(full_session).stage is Stage.DECLARED_OVER
    do(full_session, Reopen(1))
    assert case(full_session).in_force
