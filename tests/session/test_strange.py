"""An entry whose body is not as its kind has it: who is told of it, and what."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.session import Session
from tests.attack.bodies import Forgery, forged
from tests.session.exercises import begun, do, to_results


@pytest.fixture
def strange(full: PackReading, tmp_path: Path) -> SavedSession:
    """A session in which a sealed order is no move of the pack, read for replay."""
    path = tmp_path / "true.wargame"
    session = begun(full, path)
    to_results(session)
    sealed = next(entry.number for entry in session.entries if entry.kind == "sealed")
    do(session, TakeNote("What came after is read"))
    session.close()
    place = ("orders", 0, "move")
    return read_session(forged(Forgery(path, sealed, "sealed", place, "SECRET-MOVE")))


def test_the_room_learns_that_something_is_strange_and_not_what(strange: SavedSession) -> None:
    """A replay's banner is on the wall; what a seat had sealed does not stand in it."""
    assert strange.told == (
        "1 entry holds what this version cannot read and is passed over; the facilitator's log "
        "says which."
    )
    assert "SECRET" not in str(strange.log_for(ROOM))


def test_control_reads_entry_key_and_what_stands_there(strange: SavedSession) -> None:
    """In the place of its line; what came after is read as ever."""
    (line,) = (line for line in strange.log_for(CONTROL) if line.kind == "unreadable")
    assert line.text.startswith(f"Entry {line.number} (“sealed”) holds 'SECRET-MOVE' as “orders.1.")
    assert strange.last.notes[0].text == "What came after is read"


def test_such_a_file_is_not_gone_on_with(strange: SavedSession) -> None:
    """It opens in replay, whose banner says why and quotes nothing."""
    with pytest.raises(SessionFault, match="cannot go on, and can be opened in replay") as fault:
        Session.open(strange.path)
    assert "SECRET" not in str(fault.value)
