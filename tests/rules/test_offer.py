"""Offers and their terms: both text forms, sides, who signs, and what hangs on what."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import (
    Does,
    How,
    Link,
    Offer,
    Secrecy,
    Term,
    Verification,
    in_order,
    in_rings,
)
from idlib_wargame.rules.order import Order

WORDS, TURNS = st.text(max_size=12), st.integers(-5, 99)
LINKS = st.none() | st.builds(Link, st.sampled_from(How), st.integers(0, 5))
TERMS = st.builds(
    Term,
    debtor=WORDS,
    does=st.sampled_from(Does),
    what=WORDS,
    by=TURNS,
    choice=WORDS,
    score=TURNS,
    hold=st.booleans(),
    against=WORDS,
    link=LINKS,
)
OFFERS = st.builds(
    Offer,
    maker=WORDS,
    to=st.lists(WORDS, max_size=3).map(tuple),
    terms=st.lists(TERMS, max_size=5).map(tuple),
    answer_by=TURNS,
    until=TURNS,
    secrecy=st.sampled_from(Secrecy),
    guarantor=WORDS,
    verification=st.sampled_from(Verification),
    text=WORDS,
    template=WORDS,
)


@given(OFFERS)
def test_an_offer_comes_back_from_the_record(offer: Offer) -> None:
    """Every field of it, whatever stands in them."""
    assert Offer.from_json(json.loads(json.dumps(offer.to_json()))) == offer


@given(
    st.builds(
        TermMark,
        case=WORDS,
        term=st.integers(0, 9),
        mark=st.sampled_from(Mark),
        orders=st.lists(st.builds(Order, WORDS, WORDS, WORDS), max_size=2).map(tuple),
        score=st.none() | st.integers(0, 3),
        idle=st.booleans(),
    )
)
def test_a_mark_comes_back_from_the_record(mark: TermMark) -> None:
    """With the orders it was found by."""
    assert TermMark.from_json(json.loads(json.dumps(mark.to_json()))) == mark


def term(debtor: str, link: Link | None = None) -> Term:
    """A term in free words."""
    return Term(debtor, Does.WORDS, "Be kind", 1, link=link)


def test_the_makers_terms_are_one_side_and_all_others_the_other() -> None:
    """So each side may hold its number of terms."""
    offer = Offer("a", ("b", "c"), (term("a"), term("b"), term("c"), term("a")), 1, 1)
    assert offer.side_of("a") == (0, 3)
    assert offer.side_of("b") == offer.side_of("c") == (1, 2)
    assert list(offer.pairs()) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_guarantor_signs_too_and_once_where_it_is_a_party() -> None:
    """Nothing is in force that it did not accept."""
    offer = Offer("a", ("b",), (term("a"),), 1, 1)
    assert offer.signers == ("a", "b")
    assert offer._replace(guarantor="g").signers == ("a", "b", "g")
    assert offer._replace(guarantor="b").signers == ("a", "b")


def test_a_term_is_owed_to_all_others_or_to_whom_it_spares() -> None:
    """One that spares an outsider is owed to all others."""
    offer = Offer("a", ("b", "c"), (term("a"),), 1, 1)
    assert offer.creditors_of(term("a")) == ("b", "c")
    assert offer.creditors_of(term("a")._replace(against="c")) == ("c",)
    assert offer.creditors_of(term("a")._replace(against="z")) == ("b", "c")


def test_two_terms_promise_the_same_whenever_they_are_due() -> None:
    """And in whatever words, where they are free."""
    assert term("a").promise == term("a")._replace(by=3, what="Be kinder", hold=True).promise
    assert term("a").promise != term("b").promise
    act = Term("a", Does.ACT, "build", 1)
    assert act.promise != act._replace(what="aid").promise != act._replace(choice="x").promise


def hanging(*links: int | None) -> tuple[Term, ...]:
    """Terms that hang on those places, or on none."""
    return tuple(term("a", None if n is None else Link(How.ONCE, n)) for n in links)


def test_terms_come_after_what_they_hang_on() -> None:
    """Whatever the order in which they were written."""
    assert in_order(hanging(2, 0, None)) == [2, 0, 1]
    assert in_rings(hanging(2, 0, None)) == []


def test_a_ring_is_found_and_only_those_who_stand_in_it() -> None:
    """What hangs on a ring is in none, nor what hangs on itself or on nothing."""
    assert in_rings(hanging(1, 2, 0, 0, 4, 9, 5)) == [0, 1, 2]
    assert in_order(hanging(1, 2, 0, 0, 4, 9, 5)) == []
