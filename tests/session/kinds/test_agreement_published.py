"""A party makes known to all what only some knew."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.kinds.agreement_published import PublishAgreement
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.bargains import (
    KEY,
    accept,
    case,
    sign,
    strange_steps,
    table,
    to_closed,
    to_open_orders,
)
from tests.session.exercises import READERS, do, last_line, read_back, refusal, told_to


def known(found: Case) -> bool:
    """Whether an outsider knows of it."""
    return found.is_known_to(("caldis",))


def test_everybody_reads_of_it(full_session: Session) -> None:
    """Once."""
    sign(full_session)
    full_session.submit(PublishAgreement("borea", KEY), "borea")
    assert known(case(full_session))
    assert last_line(full_session) == "Borea makes known to all: the agreement of Astra and Borea."
    assert told_to(full_session) == set(READERS)
    assert refusal(full_session, PublishAgreement("astra", KEY), "astra") == (
        "Those it would be told to know of it already."
    )
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_what_follows_from_it_is_told_too(full_session: Session) -> None:
    """Whoever knows of an offer reads what becomes of it."""
    table(full_session)
    full_session.submit(PublishAgreement("astra", KEY), "astra")
    accept(full_session, KEY, "borea")
    assert told_to(full_session) == set(READERS)


def test_an_outsider_cannot(full_session: Session) -> None:
    """It does not know that there is anything."""
    sign(full_session)
    assert refusal(full_session, PublishAgreement("caldis", KEY)).startswith("There is no such")


def ground_for_crews(session: Session) -> Offer:
    """The pack's template of that name, whose being found out is told."""
    assert session.scenario.bargain is not None
    rows = session.scenario.bargain.templates
    template = next(row for row in rows if row.id == "ground_for_crews")
    return offer_from(session.scenario, template, "astra", session.play.bargaining_turn)


def test_while_orders_are_open_it_counts_for_the_next_turn(full_session: Session) -> None:
    """The turn's results stay as they are."""
    key = sign(full_session, ground_for_crews(full_session))
    to_open_orders(full_session)
    before = full_session.play.pending
    full_session.submit(PublishAgreement("astra", key), "astra")
    assert full_session.play.pending == before
    do(full_session, CloseTurn())
    to_closed(full_session)
    rows = [[each.row for each in turn.result.after] for turn in full_session.play.closed]
    assert ["consequence.quays_learn" in each for each in rows] == [False, True]


def test_what_people_read_stays_read(full_session: Session) -> None:
    """A re-opening does not take it back, nor does an undo; its price is paid once."""
    key = sign(full_session, ground_for_crews(full_session))
    to_closed(full_session)
    full_session.submit(PublishAgreement("astra", key), "astra")
    do(full_session, Reopen(1))
    assert known(case(full_session))
    do(full_session, Undo())
    assert (known(case(full_session)), case(full_session).found_out_in) == (True, 2)


def test_published_while_a_turn_was_open_again_it_counts_for_the_next(
    full_session: Session,
) -> None:
    """The turn is closed once more, and its close did not find it."""
    sign(full_session)
    to_closed(full_session)
    do(full_session, Reopen(1))
    full_session.submit(PublishAgreement("astra", KEY), "astra")
    assert case(full_session).found_out_in == 1
    do(full_session, Undo())
    assert case(full_session).found_out_in == 2
