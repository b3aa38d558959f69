"""Somebody says that a term was broken."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Allegation
from idlib_wargame.rules.audience import Reader
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.session import Session
from tests.session.bargains import (
    KEY,
    PARTIES,
    case,
    sign,
    strange_steps,
    table,
    to_closed,
    to_open_orders,
)
from tests.session.exercises import CALDIS, do, last_line, read_back, refusal, told_to


def test_all_who_know_of_the_agreement_read_it(full_session: Session) -> None:
    """It changes nothing that is found."""
    sign(full_session)
    before = full_session.play.state
    full_session.submit(AllegeBreach("borea", KEY, 0, " They fish at night "), "borea")
    assert case(full_session).allegations == (Allegation("borea", 0, "They fish at night", 1),)
    assert last_line(full_session) == (
        "Borea says that Astra has broken term 1: They fish at night"
    )
    assert told_to(full_session) == PARTIES
    assert full_session.play.state == before
    full_session.submit(AllegeBreach("borea", KEY, 0), "borea")
    assert last_line(full_session) == "Borea says that Astra has broken term 1."
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_it_is_said_at_any_time_by_anyone_who_knows(full_session: Session) -> None:
    """While orders are open too, and by those it was leaked to."""
    sign(full_session)
    to_open_orders(full_session)
    assert refusal(full_session, AllegeBreach("caldis", KEY, 0)).startswith("There is no such")
    do(full_session, LeakAgreement(KEY, ("caldis",)), AllegeBreach("caldis", KEY, 0))
    assert told_to(full_session) == {*PARTIES, CALDIS}
    assert len(case(full_session).allegations) == 1


def test_what_may_not_be_said(full_session: Session) -> None:
    """Of an offer, of a term that is not there, at length, or for another."""
    table(full_session)
    assert refusal(full_session, AllegeBreach("borea", KEY, 0), "borea").startswith("There is no")
    key = sign(full_session)
    assert refusal(full_session, AllegeBreach("borea", key, 9), "borea") == (
        "There is no term 10 in this offer; choose one that there is."
    )
    assert refusal(full_session, AllegeBreach("borea", key, 0, "x" * 10_000), "borea") == (
        "The text has 10000 characters and may have 1000; shorten it."
    )
    assert refusal(full_session, AllegeBreach("borea", key, 0), "astra").startswith("That is for")


def test_what_was_said_stays_said(full_session: Session) -> None:
    """Re-opening a turn strikes no words that people heard; outsiders heard none."""
    sign(full_session)
    to_closed(full_session)
    full_session.submit(AllegeBreach("borea", KEY, 0, "They fish"), "borea")
    do(full_session, Reopen(1))
    assert [each.text for each in case(full_session).allegations] == ["They fish"]
    assert not [line for line in full_session.log(Reader("caldis")) if "They fish" in line.text]
