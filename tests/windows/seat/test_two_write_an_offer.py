"""Two people of one seat write one offer, and neither takes away what the other wrote."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.seat.offer_editor import OfferEditor
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.seat.bargaining import PLAIN
from tests.windows.seat.conftest import DealsOpener


@pytest.fixture
def editor(deals_of: DealsOpener, session: Session) -> OfferEditor:
    """Where Astra goes on with an offer that was kept."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    typist = deals_of("astra")
    editor = typist.window.deals.editor
    ledger = seat_door(session, "astra").view().ledger
    assert ledger is not None
    typist.window.deals.list.resumed.emit(ledger.drafts[0])
    assert typist.window.deals.is_writing
    return editor


def _phone(session: Session, offer: Offer) -> None:
    """What somebody else of the seat keeps, on a phone."""
    seat_door(session, "astra").draft_offer(1, offer)


def _kept(session: Session) -> Offer:
    return session.play.offer_drafts["astra"][1].offer


def test_what_is_typed_and_not_kept_stays_while_a_phone_writes_elsewhere(
    editor: OfferEditor, session: Session
) -> None:
    """Both are kept in the end, and nobody is asked."""
    editor.rest.text.setPlainText("Ours")
    _phone(session, PLAIN._replace(until=3))
    assert editor.rest.text.toPlainText() == "Ours"
    assert not editor.foot.meanwhile.is_asking
    assert editor.keep()
    assert _kept(session) == PLAIN._replace(text="Ours", until=3)


@pytest.mark.parametrize(("is_mine", "stays"), [(True, "Ours"), (False, "Theirs")])
def test_whoever_typed_where_a_phone_wrote_reads_it_and_chooses(
    editor: OfferEditor, session: Session, is_mine: bool, stays: str
) -> None:
    """Until then nothing of theirs is taken away, and the offer is not put on the table."""
    editor.rest.text.setPlainText("Ours")
    _phone(session, PLAIN._replace(text="Theirs"))
    row = editor.foot.meanwhile
    assert row.isVisible()
    assert "Theirs" in row.words.text()
    assert editor.rest.text.toPlainText() == "Ours"
    assert not editor.keep()
    editor.draft.click()
    editor.table()
    assert "choose there first" in editor.foot.fault.text()
    assert _kept(session).text == "Theirs"
    (row.mine if is_mine else row.theirs).click()
    assert not row.isVisible()
    assert editor.rest.text.toPlainText() == stays
    assert _kept(session).text == stays


def test_whoever_closes_the_window_without_choosing_has_written_an_offer_of_its_own(
    editor: OfferEditor, session: Session
) -> None:
    """Theirs stands where it stood."""
    editor.rest.text.setPlainText("Ours")
    _phone(session, PLAIN._replace(text="Theirs"))
    editor.window().close()
    drafts = session.play.offer_drafts["astra"]
    assert [drafts[place].offer.text for place in sorted(drafts)] == ["Theirs", "Ours"]


@pytest.mark.parametrize("theirs", [PLAIN, PLAIN._replace(text="Theirs")])
def test_what_is_not_kept_as_the_exercise_is_finished_stands_in_the_notes(
    qtbot: QtBot, editor: OfferEditor, session: Session, theirs: Offer
) -> None:
    """Also while it was to be chosen whose is kept; the page of deals says where it is."""
    window = editor.window()
    assert isinstance(window, SeatWindow)
    editor.rest.text.setPlainText("Ours")
    _phone(session, theirs)
    session.submit(Finish(), FACILITATOR)
    qtbot.wait_until(window.deals.unkept.isVisible)
    assert "stands in your notes" in window.deals.unkept.text()
    assert _kept(session) == theirs
    (note,) = session.play.seat_notes["astra"]
    assert note.text.startswith("Half written as the exercise was finished:")
    assert note.text.endswith("Ours")


def test_whoever_begins_another_without_choosing_has_written_an_offer_of_its_own(
    editor: OfferEditor, session: Session
) -> None:
    """The new one takes neither's place."""
    editor.rest.text.setPlainText("Ours")
    _phone(session, PLAIN._replace(text="Theirs"))
    editor.begin(PLAIN._replace(until=3))
    editor.rest.text.setPlainText("Another")
    assert editor.keep()
    drafts = session.play.offer_drafts["astra"]
    assert [drafts[place].offer.text for place in sorted(drafts)] == ["Theirs", "Ours", "Another"]
