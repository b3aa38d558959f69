"""A seat writes for itself on its page."""

from __future__ import annotations

import pytest

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.session import Session
from idlib_wargame.web.fields import Amiss
from tests.web.areas.page import Page

ADD, CHANGE = "add_note", "change_note"


def said(session: Session) -> list[str]:
    """The notes of Astra that are there."""
    return [note.text for note in session.play.seat_notes.get("astra", ()) if note.text]


def test_a_note_is_added_and_another(session: Session) -> None:
    """The newest stands first; what is half typed is kept beside the record."""
    astra = Page(session, "astra")
    assert "Notes that you put away stand here." in astra.text("notes")
    assert astra.press(ADD, text="Ask Caldis\nfirst") == "The note is kept."
    astra.press(ADD, text="Borea wants the bank")
    text = astra.text("notes")
    assert text.index("Borea wants the bank") < text.index("Ask Caldis first")
    assert "Turn 1 · Injects" in text
    field = next(at for _tag, at in astra.reading("notes").tags if at.get("id") == "note-new")
    assert (field["data-keeps"], "data-clears" in field) == ("note.new", True)
    assert "Ask Caldis" not in Page(session, "borea").text("")


def test_two_people_of_a_seat_write_at_once(session: Session) -> None:
    """Neither wipes the other's, nor a note that one of them has in hand at the desk."""
    one, other = Page(session, "astra"), Page(session, "astra")
    session.submit(WriteSeatNote("astra", 1, "In hand", False), "astra")
    assert "still being written In hand" in one.text("notes")
    one.press(ADD, text="One")
    other.press(ADD, text="Two")
    assert said(session) == ["In hand", "One", "Two"]


def test_a_note_is_changed_and_taken_away(session: Session) -> None:
    """It is asked before it goes; the same press on a page that is behind changes nothing."""
    astra = Page(session, "astra")
    astra.press(ADD, text="Ask Caldis")
    (form,) = astra.forms(CHANGE)
    behind = {**dict(form.fields), "was.text": "Ask Caldis"}
    astra.press(CHANGE, "Keep the change", text="Ask Borea")
    assert said(session) == ["Ask Borea"]
    with pytest.raises(Refused, match="wrote here meanwhile: “Ask Borea”"):
        astra.send(CHANGE, {**behind, "text": "Ask nobody", "do": "keep"})
    with pytest.raises(Refused, match="Somebody of your seat has changed that note"):
        astra.send(CHANGE, {**behind, "text": "Ask nobody", "do": "drop"})
    (form,) = astra.forms(CHANGE)
    assert form.button("Take away").attributes["data-ask"].startswith("Take this note away?")
    astra.press(CHANGE, "Take away")
    assert said(session) == []
    with pytest.raises(Refused, match="That note was taken away meanwhile"):
        astra.send(CHANGE, {**behind, "text": "Ask nobody", "do": "keep"})


def test_an_empty_note_is_refused(session: Session) -> None:
    """Also as a change, which would take it away unasked; and one that is too long."""
    astra = Page(session, "astra")
    with pytest.raises(Refused, match="The note is empty"):
        astra.press(ADD, text=" \n")
    astra.press(ADD, text="Ask Caldis")
    with pytest.raises(Refused, match="The note is empty"):
        astra.press(CHANGE, "Keep the change", text=" ")
    with pytest.raises(Refused, match="characters at most"):
        astra.press(ADD, text="x" * 10_001)
    assert said(session) == ["Ask Caldis"]


def test_notes_are_written_after_the_end(session: Session) -> None:
    """What one makes of it is worth a note."""
    session.submit(Finish(), FACILITATOR)
    Page(session, "astra").press(ADD, text="It was the bank")
    assert said(session) == ["It was the bank"]


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        (ADD, {}),
        (ADD, {"text": ["a", "b"]}),
        (CHANGE, {"number": "9", "was.text": "Ask", "text": "x", "do": "keep"}),
        (CHANGE, {"number": "0", "was.text": "Ask", "text": "x", "do": "keep"}),
        (CHANGE, {"number": "1", "was.text": "Ask", "text": "x"}),
        (CHANGE, {"number": "1", "was.text": "Ask", "text": "x", "do": "burn"}),
        (CHANGE, {"number": "1", "was.text": "Ask", "do": "drop"}),
        (CHANGE, {"number": "1", "was.text": ["Ask"], "text": "x", "do": "keep"}),
    ],
)
def test_fields_that_no_page_sends_do_nothing(
    session: Session, act: str, fields: dict[str, object]
) -> None:
    """They are amiss, and the record does not know of them."""
    session.submit(WriteSeatNote("astra", 1, "Ask", True), "astra")
    before = len(session.entries)
    with pytest.raises(Amiss):
        Page(session, "astra").send(act, fields)
    assert len(session.entries) == before
