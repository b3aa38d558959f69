"""What a seat writes down for itself."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.seat_note import LONGEST, SEAT_NOTE, WriteSeatNote
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.views.known_play import known_play
from tests.session.exercises import (
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_orders,
    to_results,
)


def write(session: Session, text: str, number: int = 1, is_done: bool = False) -> None:
    """Astra writes that."""
    session.submit(WriteSeatNote("astra", number, text, is_done), "astra")


def test_a_note_is_kept_as_it_is_typed(session: Session) -> None:
    """The last words count; its stamp is that of its beginning."""
    write(session, "They bl")
    to_orders(session)
    write(session, "They bluff ", is_done=True)
    write(session, "Ask Bo", number=2)
    notes = session.play.seat_notes["astra"]
    assert [(n.number, n.turn, n.phase, n.text, n.is_done) for n in notes] == [
        (1, 1, "talks", "They bluff ", True),
        (2, 1, "orders", "Ask Bo", False),
    ]
    assert read_back(session) == session.play


def test_who_may_write_what(session: Session) -> None:
    """The seat itself, no more than is read, and one note after another."""
    note = WriteSeatNote("astra", 1, "Mine", is_done=False)
    said = "Only Astra itself writes its notes."
    assert refusal(session, note, FACILITATOR) == said
    assert refusal(session, note, "borea") == said
    assert (
        refusal(session, WriteSeatNote("astra", 2, "Second", False), "astra")
        == "Astra has no note 2."
    )
    assert (
        refusal(session, WriteSeatNote("astra", 1, " \n", False), "astra")
        == "The note is empty; write a few words first."
    )
    long = WriteSeatNote("astra", 1, "x" * (LONGEST + 1), False)
    assert refusal(session, long, "astra") == (
        "A note has 10000 characters at most; go on in another."
    )


def test_a_note_that_is_emptied_stays_away(session: Session) -> None:
    """Its number is not given to another."""
    write(session, "Wrong")
    write(session, "", is_done=True)
    write(session, "Next", number=2)
    assert [note.text for note in session.play.seat_notes["astra"]] == ["", "Next"]


def test_nobody_else_learns_that_anything_was_written(session: Session) -> None:
    """No line for any reader, control among them, and nothing in what others may know."""
    before = texts(session, CONTROL)
    write(session, "SECRET-OWN")
    assert [last_line(session, reader) for reader in READERS] == [""] * len(READERS)
    assert texts(session, CONTROL) == before
    assert not SEAT_NOTE.has_line
    sights = [session.referee.sight(seat) for seat in ("astra", "borea", "caldis", "")]
    known = [known_play(session.play, sight).seat_notes for sight in sights]
    assert known == [session.play.seat_notes, {}, {}, {}]


def test_no_undo_and_no_reopening_strikes_a_note(session: Session) -> None:
    """What the facilitator takes back is never what a seat wrote for itself."""
    to_results(session)
    do(session, TakeNote("Of control"))
    write(session, "Ours")
    do(session, Undo(), Reopen(1))
    assert [note.text for note in session.play.seat_notes["astra"]] == ["Ours"]
    assert not session.play.notes
    assert (SEAT_NOTE.undoable, SEAT_NOTE.goes_with_turn) == (False, False)


def test_notes_are_written_after_the_finish(session: Session) -> None:
    """Much is thought once it is over."""
    do(session, Finish())
    write(session, "Never again")
    assert session.play.seat_notes["astra"][0].phase == "finished"
