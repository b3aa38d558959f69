"""An offer while it is written: terms come and go, and what hangs on them goes along."""

from __future__ import annotations

from idlib_wargame.rules.offer import Does, How, Link, Offer, Term
from idlib_wargame.views.bargains.changing import (
    blank_offer,
    counter_to,
    dropped_terms,
    has_past_dates,
    made_to,
    moved_on,
    new_terms,
    with_term,
    without_term,
)

ONE = Term("astra", Does.WORDS, "One", 2)
TWO = Term("borea", Does.WORDS, "Two", 3, link=Link(How.ONCE, 0))
THREE = Term("borea", Does.WORDS, "Three", 4, link=Link(How.UNLESS, 1))
OFFER = Offer("astra", ("borea",), (ONE, TWO, THREE), answer_by=1, until=4)


def links(offer: Offer) -> list[int | None]:
    """What each term hangs on, by its place."""
    return [term.link.term if term.link else None for term in offer.terms]


def test_a_term_taken_out_lets_go_of_what_hung_on_it() -> None:
    """The others follow their terms to other places."""
    assert links(OFFER) == [None, 0, 1]
    assert links(without_term(OFFER, 0)) == [None, 0]
    assert links(without_term(OFFER, 1)) == [None, None]
    assert links(without_term(OFFER, 2)) == [None, 0]


def test_a_new_term_stands_after_all_others() -> None:
    """So that no number changes under the hand."""
    assert with_term(OFFER, ONE).terms == (ONE, TWO, THREE, ONE)
    assert blank_offer("astra", 2, 4) == Offer("astra", (), (), answer_by=2, until=4)


def test_a_counter_is_the_same_the_other_way_round() -> None:
    """It goes to all others, and nobody's debts change hands."""
    wide = OFFER._replace(to=("borea", "caldis"))
    counter = counter_to(wide, "caldis")
    assert (counter.maker, counter.to) == ("caldis", ("astra", "borea"))
    assert counter.terms == wide.terms


def test_terms_go_to_whoever_alone_is_left() -> None:
    """Among several, whose they should be is not guessed."""
    alone = made_to(OFFER, ("caldis",))
    assert [term.debtor for term in alone.terms] == ["astra", "caldis", "caldis"]
    several = made_to(OFFER, ("caldis", "press"))
    assert [term.debtor for term in several.terms] == ["astra", "borea", "borea"]


def test_dates_move_on_together_and_not_past_the_end() -> None:
    """A draft of turn 1 taken up in turn 3 keeps its order of things."""
    assert has_past_dates(OFFER, 3)
    later = moved_on(OFFER, 3, 5)
    assert (later.answer_by, later.until) == (3, 5)
    assert [term.by for term in later.terms] == [4, 5, 5]
    assert not has_past_dates(later, 3)
    assert moved_on(OFFER, 1, 5) == OFFER


def test_what_changed_is_what_either_text_has_alone() -> None:
    """A date, a score or a tie makes another term; a number does not."""
    other = without_term(OFFER, 0)
    assert new_terms(OFFER, OFFER) == frozenset()
    assert dropped_terms(OFFER, OFFER) == ()
    assert new_terms(OFFER, other) == {0}  # "Two" hangs on nothing now; "Three" hangs as it did
    assert dropped_terms(OFFER, other) == (0, 1)
    dated = OFFER._replace(terms=(ONE._replace(by=3), TWO, THREE))
    assert new_terms(OFFER, dated) == {0, 1}  # "Two" hangs on a term that is another now
