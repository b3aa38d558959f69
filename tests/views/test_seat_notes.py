"""What a seat reads of its own notes."""

from __future__ import annotations

from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.views.seat_notes import own_notes
from tests.session.exercises import to_orders


def test_notes_stand_newest_first_with_their_turn_and_phase(session: Session) -> None:
    """The one that is still being written is apart, to be gone on with."""
    own = seat_door(session, "astra").own
    own.write_note(1, "They bluff", True)
    to_orders(session)
    own.write_note(2, "Ask Bo", True)
    own.write_note(3, "Half a", False)
    notes = own.notes()
    assert [(line.stamp, line.text) for line in notes.kept] == [
        ("Turn 1 · Orders", "Ask Bo"),
        ("Turn 1 · Talks", "They bluff"),
    ]
    assert notes.in_hand is not None
    assert (notes.in_hand.number, notes.in_hand.text, notes.number) == (3, "Half a", 4)


def test_a_note_taken_away_is_read_no_more(session: Session) -> None:
    """The next one is another note."""
    own = seat_door(session, "astra").own
    own.write_note(1, "Wrong", True)
    own.write_note(1, "", True)
    assert (own.notes().kept, own.notes().number) == ((), 2)


def test_no_other_seat_has_them(session: Session) -> None:
    """Its own page is empty."""
    seat_door(session, "astra").own.write_note(1, "SECRET", False)
    empty = own_notes(session.play, "borea")
    assert (empty.in_hand, empty.kept, empty.number) == (None, (), 1)
