"""What others did with an offer is told to whom it concerns, in words, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import seat_view
from idlib_wargame.words.language import unmarked
from tests.session.bargains import accept, case, sign, table, to_closed, to_open_orders
from tests.session.exercises import begun

NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
CREWS = Term("borea", Does.ACT, "free_crews", 2)
PLAIN = Offer("astra", ("borea",), (NO_RAIDS, CREWS), 1, 4)
THREE = PLAIN._replace(to=("borea", "caldis"))


@pytest.fixture
def session(full: PackReading) -> Session:
    """An exercise in memory on a pack with agreements."""
    return begun(full)


def news(session: Session, seat: str) -> list[str]:
    """What a seat is told of others' doings."""
    ledger = seat_view(session, seat).ledger
    assert ledger is not None
    return [unmarked(each.words) for each in ledger.news]


def counter(session: Session, key: str) -> None:
    """Borea answers with an offer of its own."""
    table(session, PLAIN._replace(maker="borea", to=("astra",), text="And so on."), key)


def refuse(session: Session, key: str) -> None:
    """Borea refuses."""
    session.submit(RefuseOffer("borea", key), "borea")


OFFERED = "the offer of Astra to Borea"
AGREED = "the agreement of Astra and Borea"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (
            lambda session, key: accept(session, key, "borea"),
            f"Borea signed, and it is in force: {AGREED}",
        ),
        (refuse, f"Borea refused: {OFFERED}"),
        (counter, f"Borea answered with another offer: {OFFERED}"),
    ],
)
def test_whoever_made_an_offer_reads_what_became_of_it(
    session: Session, does: Callable[[Session, str], None], said: str
) -> None:
    """Whoever did it is not told of it, and nobody else knows anything."""
    key = table(session, PLAIN)
    assert news(session, "astra") == []
    does(session, key)
    assert news(session, "astra") == [said]
    assert news(session, "borea") == []
    assert news(session, "caldis") == []


def test_whoever_was_offered_something_reads_that_it_was_withdrawn(session: Session) -> None:
    """It would only be gone."""
    key = table(session, PLAIN)
    session.submit(WithdrawOffer("astra", key), "astra")
    assert news(session, "borea") == [f"Astra withdrew: {OFFERED}"]
    assert news(session, "astra") == []


def test_an_offer_that_nobody_answered_in_time_is_told_to_both(session: Session) -> None:
    """Until the next turn, and no longer."""
    table(session, PLAIN)
    to_open_orders(session)
    said = [f"Not answered in time, and no longer on the table: {OFFERED}"]
    assert news(session, "astra") == news(session, "borea") == said


def test_of_three_each_reads_who_has_signed(session: Session) -> None:
    """The last to sign is told of nobody, and the others of all the others."""
    key = table(session, THREE)
    accept(session, key, "borea")
    three = "the offer of Astra to Borea and Caldis"
    assert news(session, "astra") == [f"Borea signed; others have yet to answer: {three}"]
    assert news(session, "caldis") == [f"Borea signed; others have yet to answer: {three}"]
    accept(session, key, "caldis")
    agreed = "the agreement of Astra, Borea and Caldis"
    said = ("Borea and Caldis signed", "Caldis signed", "")
    for seat, who in zip(("astra", "borea", "caldis"), said, strict=True):
        told = news(session, seat)
        assert told == ([f"{who}, and it is in force: {agreed}"] if who else [])


def test_what_is_done_to_an_agreement_is_told_to_the_other_side(session: Session) -> None:
    """That a term was called broken, that it might end, and that it was declared over."""
    key = sign(session, PLAIN)
    session.submit(AllegeBreach("borea", key, 0, "They fish"), "borea")
    session.submit(AgreeToEnd("borea", key), "borea")
    signed, *told = news(session, "astra")
    assert signed.startswith("Borea signed")
    assert told == [
        f"Borea said that a term was broken: {AGREED}",
        f"Borea would end it, if you agree: {AGREED}",
    ]
    session.submit(DeclareOver("borea", key), "borea")
    assert f"Borea declared it over: {AGREED}" in news(session, "astra")
    assert "declared" not in " ".join(news(session, "borea"))


def test_what_was_done_a_turn_ago_is_no_news(session: Session) -> None:
    """It stands in the ledger."""
    key = table(session, PLAIN)
    session.submit(AcceptOffer("borea", key, case(session, key).digest), "borea")
    assert news(session, "astra") != []
    to_closed(session)
    assert not any("signed" in each for each in news(session, "astra"))
