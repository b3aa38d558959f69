"""A note for the record."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import NOTE, TakeNote
from idlib_wargame.session.notes import Note
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    SEATS_AND_ROOM,
    do,
    last_line,
    read_back,
    refusal,
    told_to,
)


def test_a_note_is_kept_with_its_turn(session: Session) -> None:
    """Without the spaces around it, after those before it."""
    do(session, TakeNote("The room is quiet"), TakeNote(" Still quiet "))
    first, second = session.entries[-2:]
    assert session.play.notes == (
        Note(1, first.at, 1, "talks", "The room is quiet"),
        Note(2, second.at, 1, "talks", "Still quiet"),
    )
    assert read_back(session) == session.play


def test_notes_are_taken_after_the_finish_too(session: Session) -> None:
    """Much is said once it is over; the exercise stays finished."""
    do(session, Finish(), TakeNote("They shook hands"))
    assert [note.text for note in session.play.notes] == ["They shook hands"]
    assert session.play.finished
    assert last_line(session) == "Note: They shook hands"


def test_a_note_needs_words_and_a_facilitator(session: Session) -> None:
    """An empty one is refused; the last one can be undone."""
    assert refusal(session, TakeNote("  ")) == "The note is empty; write a few words first."
    assert refusal(session, TakeNote("Mine"), "astra") == (
        "Notes for the record are the facilitator’s and the observers’."
    )
    assert NOTE.undoable


def test_a_note_of_many_pages_is_refused_and_not_cut(session: Session) -> None:
    """It is said how much goes into one; that much is kept to the last letter."""
    assert refusal(session, TakeNote("x" * 20_001)) == (
        "A note has 20000 characters at most; go on in another."
    )
    do(session, TakeNote(" " + "x" * 20_000))
    assert session.play.notes[-1].text == "x" * 20_000


def test_only_control_reads_it(session: Session) -> None:
    """The replay that the room watches does not show it."""
    do(session, TakeNote("Astra is stalling"))
    assert last_line(session) == "Note: Astra is stalling"
    assert told_to(session) == {CONTROL}
    assert [last_line(session, reader) for reader in SEATS_AND_ROOM] == [""] * 5
