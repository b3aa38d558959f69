"""An offer as a seat has begun to write it."""

from __future__ import annotations

from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.kinds.offer_draft import MOST_DRAFTS, DraftOffer
from idlib_wargame.session.kinds.offer_tabled import draft_place
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.play import OfferDraft
from idlib_wargame.session.session import Session
from tests.session.bargains import BE_KIND, OFFER, strange_steps, table, to_closed
from tests.session.exercises import READERS, do, last_line, read_back, refusal

HALF = Offer("astra", (), (BE_KIND._replace(what="x" * 10_000),), answer_by=0, until=0)


def test_whatever_was_typed_is_kept(full_session: Session) -> None:
    """However much may be wrong with it; each place holds one, and is cleared by itself."""
    full_session.submit(DraftOffer("astra", 1, HALF), "astra")
    full_session.submit(DraftOffer("astra", 2, OFFER, "a key"), "astra")
    assert full_session.play.offer_drafts == {
        "astra": {1: OfferDraft(HALF), 2: OfferDraft(OFFER, "a key")}
    }
    full_session.submit(DraftOffer("astra", 1, None), "astra")
    assert list(full_session.play.offer_drafts["astra"]) == [2]
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_nobody_reads_of_it(full_session: Session) -> None:
    """It has no line."""
    full_session.submit(DraftOffer("astra", 1, OFFER), "astra")
    assert {last_line(full_session, reader) for reader in READERS} == {""}


def test_no_other_seat_writes_it(full_session: Session) -> None:
    """Nor more than there are places for, nor more than can be kept."""
    assert refusal(full_session, DraftOffer("astra", 1, OFFER), "borea") == (
        "These are drafts of Astra; only its own seat may change them."
    )
    beyond = DraftOffer("astra", MOST_DRAFTS + 1, OFFER)
    assert refusal(full_session, beyond, "astra") == (
        "A seat may keep 20 drafts; discard one first."
    )
    endless = DraftOffer("astra", 1, OFFER._replace(text="x" * 100_001))
    assert refusal(full_session, endless, "astra").startswith("The draft has 1000")
    without_end = DraftOffer("astra", 1, OFFER._replace(until=10**9))
    assert refusal(full_session, without_end, "astra") == (
        "The draft holds 1000000000, where it may have a whole number from -1000000 to 1000000; "
        "mend it, and it is kept."
    )


def test_what_a_re_opening_made_a_draft_again_is_in_nobodys_way(full_session: Session) -> None:
    """A draft written since stays; the other is cleared like any."""
    to_closed(full_session)
    table(full_session, OFFER._replace(answer_by=2))
    tabled = full_session.entries[-1].body["case"]
    full_session.submit(DraftOffer("astra", 1, HALF), "astra")
    do(full_session, Reopen(1))
    place = draft_place(tabled)
    assert list(full_session.play.offer_drafts["astra"]) == [place, 1]
    full_session.submit(DraftOffer("astra", place, OFFER), "astra")
    full_session.submit(DraftOffer("astra", place, None), "astra")
    assert full_session.play.offer_drafts == {"astra": {1: OfferDraft(HALF)}}
