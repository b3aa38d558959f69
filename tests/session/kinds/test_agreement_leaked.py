"""The facilitator makes a secret known."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.bargains import KEY, PARTIES, case, sign, strange_steps, table, to_closed
from tests.session.exercises import CALDIS, READERS, do, last_line, read_back, refusal, told_to


def test_those_it_came_to_read_of_it(full_session: Session) -> None:
    """And not the parties, who are not told who knows by now."""
    sign(full_session)
    do(full_session, LeakAgreement(KEY, ("caldis",)))
    assert last_line(full_session) == "Leaked to Caldis: the agreement of Astra and Borea."
    assert told_to(full_session) == {CONTROL, CALDIS}
    assert case(full_session).is_known_to(("caldis",))
    assert not case(full_session).is_known_to(("press",))
    full_session.submit(DeclareOver("borea", KEY), "borea")
    assert told_to(full_session) == {*PARTIES, CALDIS}
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_it_can_come_to_all(full_session: Session) -> None:
    """Then everybody knows."""
    sign(full_session)
    do(full_session, LeakAgreement(KEY))
    assert last_line(full_session) == "Leaked to all: the agreement of Astra and Borea."
    assert told_to(full_session) == set(READERS)


def test_an_offer_that_nobody_has_signed_is_leaked_as_one(full_session: Session) -> None:
    """It is called an agreement once all have signed, and no sooner."""
    table(full_session)
    do(full_session, LeakAgreement(KEY, ("caldis",)))
    assert last_line(full_session) == "Leaked to Caldis: the offer of Astra to Borea."


def test_what_may_not_be_leaked(full_session: Session) -> None:
    """What they know, what is not there, to nobody known, or by a seat."""
    sign(full_session)
    assert refusal(full_session, LeakAgreement(KEY, ("astra", "borea"))) == (
        "Those it would be told to know of it already."
    )
    assert refusal(full_session, LeakAgreement("none")).startswith("There is no such offer")
    assert refusal(full_session, LeakAgreement(KEY, ("west",))) == (
        "There is no actor “west” in this exercise."
    )
    said = refusal(full_session, LeakAgreement(KEY), "astra")
    assert said == "Only the facilitator may do that."


def test_what_came_out_stays_out(full_session: Session) -> None:
    """Neither an undo nor a re-opening makes people forget."""
    sign(full_session)
    to_closed(full_session)
    do(full_session, LeakAgreement(KEY, ("caldis",)), Undo(), Reopen(1))
    assert case(full_session).is_known_to(("caldis",))
