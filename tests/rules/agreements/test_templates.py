"""Offers made from templates, and whether one still is what its template says."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.rules.agreements.templates import offer_from, still_made_from
from idlib_wargame.rules.offer import Does, How, Link, Term
from idlib_wargame.rules.pack.bargain import Bargain, Template, TemplateTerm
from tests.rules.small import scenario

PEACE = Template(
    id="peace",
    name="A peace",
    parties=("north", "south"),
    terms=(
        TemplateTerm("north", Does.ACT, "wait", within=2),
        TemplateTerm("south", Does.WORDS, "No raids", within=9, link=Link(How.ONCE, 0)),
    ),
)
PACK = replace(scenario(), bargain=Bargain(templates=(PEACE,)))


def test_what_would_be_due_after_the_end_is_due_at_the_end() -> None:
    """And it may be answered while its first term can still be done."""
    offer = offer_from(PACK, PEACE, "south", 3)
    assert (offer.to, [term.by for term in offer.terms]) == (("north",), [4, 4])
    assert (offer.answer_by, offer.until) == (4, 4)


def test_a_template_with_other_dates_or_more_terms_is_still_that_bargain() -> None:
    """Whoever tables it: a counter is made by the other side."""
    offer = offer_from(PACK, PEACE, "south", 1)
    more = Term("south", Does.WORDS, "Bread for all", 2)
    moved = tuple(term._replace(by=term.by + 1) for term in offer.terms)
    for same in (offer, offer._replace(terms=(*moved, more)), offer_from(PACK, PEACE, "north", 2)):
        assert still_made_from(PACK, same) == "peace"


def test_a_name_pays_for_nothing_that_does_not_stand_under_it() -> None:
    """With a promise, a link or a party gone it is another bargain, whatever it was made from."""
    offer = offer_from(PACK, PEACE, "south", 1)
    first, second = offer.terms
    others = (
        offer._replace(terms=(first,)),
        offer._replace(terms=(first, second._replace(link=None))),
        offer._replace(terms=(first._replace(debtor="south"), second)),
        offer._replace(to=("north", "east")),
        offer._replace(template=""),
        offer._replace(template="war"),
    )
    assert [still_made_from(PACK, each) for each in others] == [""] * len(others)
