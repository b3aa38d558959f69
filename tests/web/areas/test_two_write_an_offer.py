"""Two people of one seat write one offer on their pages; neither wipes what the other wrote."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.offer import Does, Offer, Secrecy, Term
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.session import Session
from idlib_wargame.web.areas.written import Meanwhile
from tests.harbour_exercise import begin
from tests.web.areas.deals_exercise import PLAIN, at_deals, draft_of
from tests.web.areas.deals_hands import Hands

KIND = Term("borea", Does.WORDS, "Be kind", 4)
GROUND = Term("astra", Does.CLAUSE, "open_ground", 4, score=1)
OFFER = PLAIN._replace(terms=(*PLAIN.terms, KIND, GROUND))


class Two:
    """Both at the offer that was kept, each on a page that has heard of nothing since."""

    def __init__(self, session: Session) -> None:
        session.submit(DraftOffer("astra", 1, OFFER), "astra")
        self._session = session
        self.ana, self.ben = (at_deals(session, "astra", name) for name in ("Ana", "Ben"))
        self.hold()

    def hold(self) -> None:
        """Both have read how it stands, and nothing after that."""
        for each in (self.ana, self.ben):
            each.let_go()
            each.hold()

    @property
    def stands(self) -> Offer:
        """What the record has."""
        return draft_of(self._session, "astra")


@pytest.fixture
def two(full: PackReading) -> Iterator[Two]:
    """In an exercise on a pack with agreements."""
    session = begin(full)
    yield Two(session)
    session.close()


TEXTS = [("draft-1-text", ""), ("draft-1-theirs-words-0-words", "Be kind")]


def _text(offer: Offer, field: str) -> str:
    return offer.text if field == "draft-1-text" else offer.terms[2].what


@pytest.mark.parametrize(("field", "stood"), TEXTS)
def test_whoever_types_where_the_other_wrote_is_told_and_then_counts(
    two: Two, field: str, stood: str
) -> None:
    """Until then theirs stays; what both typed alike is asked of nobody."""
    two.ben.put(field, f"{stood} From Ben.")
    with pytest.raises(Meanwhile, match=r"wrote here meanwhile: “.*From Ben”"):
        two.ana.put(field, f"{stood} From Ana.")
    assert _text(two.stands, field) == f"{stood} From Ben."
    two.ana.put(field, "From Ben and Ana.")
    assert _text(two.stands, field) == "From Ben and Ana."
    two.hold()
    two.ben.put(field, "The same.")
    two.ana.put(field, "The same.")


def test_whoever_types_where_the_other_emptied_is_told_that(two: Two) -> None:
    """It is no sentence in quotation marks."""
    field = "draft-1-theirs-words-0-words"
    two.ben.put(field, "")
    with pytest.raises(Meanwhile, match="has emptied this meanwhile"):
        two.ana.put(field, "Be kind to cats")


LISTS = [
    ("draft-1-until", "3", "2", "Holds until"),
    ("draft-1-answer_by", "2", "3", "Answer by"),
    ("draft-1-verification", "none", "guarantor", "Who verifies it"),
    ("draft-1-secrecy", "guarantor", "public", "Who knows of it"),
    ("draft-1-ours-clause-0-score", "2", "3", "How far"),
    ("draft-1-ours-clause-0-by", "2", "3", "By when"),
    ("draft-1-ours-clause-0-link", "once:theirs-act-0", "unless:theirs-act-0", "depends on"),
]


@pytest.mark.parametrize(("field", "theirs", "mine", "label"), LISTS)
def test_whoever_picks_where_the_other_picked_is_told_and_reads_theirs_first(
    two: Two, field: str, theirs: str, mine: str, label: str
) -> None:
    """Picked again by somebody who has seen that, it counts."""
    two.ben.put(field, theirs)
    kept = two.stands
    assert kept != OFFER
    with pytest.raises(Meanwhile, match=f"has settled “.*{label}” meanwhile"):
        two.ana.put(field, mine)
    assert two.stands == kept
    two.hold()
    two.ana.put(field, mine)
    assert two.stands not in (kept, OFFER)


def test_boxes_that_each_turns_stand_as_both_turned_them(two: Two) -> None:
    """Of those to whom the offer goes, and of a clause that stays so."""
    first, *_rest = _boxes(two.ana)
    two.ben.tick(first)
    two.ben.hold()
    two.ana.tick("draft-1-ours-clause-0-hold")
    two.ben.put("draft-1-secrecy", Secrecy.PUBLIC)
    assert set(two.stands.to) == {"borea", first.rpartition("-")[2]}
    assert two.stands.terms[3].hold
    two.ana.tick("draft-1-to-borea")
    assert two.stands.to == (first.rpartition("-")[2],)


def _boxes(hands: Hands) -> list[str]:
    return [
        each
        for each in hands.field_ids
        if each.startswith("draft-1-to-") and not each.endswith("borea")
    ]
