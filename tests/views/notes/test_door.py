"""What whoever writes notes may do through their door."""

from __future__ import annotations

from idlib_wargame.session.session import Session
from idlib_wargame.views.notes.door import note_door


def test_a_long_note_half_typed_is_kept_whole_and_once(session: Session) -> None:
    """The desk keeps it at each pause in typing; what stands already is not written again."""
    door, before, text = note_door(session), len(session.entries), "x" * 25_000 + "the end"
    for _pause in range(5):
        door.write("note", text)
    assert door.of("note") == text
    assert len(session.entries) == before + 1
