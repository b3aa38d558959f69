"""What the room keeps for people beside the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.room_rows import MOST_BYTES
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.practice import practice_of
from idlib_wargame.session.session import Change, Session
from idlib_wargame.session.verifying import verify
from tests.record.test_file import fill_the_disk
from tests.session.exercises import begun, do

HALF = {("astra.ada", "message.text"): "We would rath"}


def test_what_is_kept_is_no_act(session: Session) -> None:
    """Nothing is recorded or told, and undo and redo leave it alone."""
    told: list[Change] = []
    session.subscribe(told.append)
    head, play = session.saved.head, session.play
    session.keep(HALF)
    assert (session.saved.head, session.play, told) == (head, play, [])
    do(session, MoveOn(), Undo(), Redo())
    assert session.kept("astra.ada") == {"message.text": "We would rath"}
    assert session.kept("borea.bo") == {}


def test_it_is_there_when_the_exercise_goes_on(harbour: PackReading, tmp_path: Path) -> None:
    """In the file, which verifies with it; a copy for others is without it."""
    path, copy = tmp_path / "A.wargame", tmp_path / "copy.wargame"
    session = begun(harbour, path)
    session.keep(HALF)
    session.save_copy(copy)
    session.close()
    for file, kept in ((path, {"message.text": "We would rath"}), (copy, {})):
        assert verify(file).well
        again = Session.open(file)
        assert again.kept("astra.ada") == kept
        again.close()


def test_a_disk_that_fails_loses_neither_play_nor_what_was_typed(
    harbour: PackReading, tmp_path: Path
) -> None:
    """Both go on in memory, and the desk is told."""
    session = begun(harbour, tmp_path / "A.wargame")
    session.keep(HALF)
    fill_the_disk(session._record)
    long = {("astra.ada", f"reason.{number}"): "x" * MOST_BYTES for number in range(9)}
    session.keep(long)
    assert "the disk is full" in session.saved.fault
    assert len(session.kept("astra.ada")) == 10
    do(session, TakeNote("Still here"))
    session.save_as(tmp_path / "B.wargame")
    assert session.saved.fault == ""
    session.close()
    again = Session.open(tmp_path / "B.wargame")
    assert len(again.kept("astra.ada")) == 10
    again.close()


def test_too_much_is_refused_calmly(harbour: PackReading, tmp_path: Path) -> None:
    """It is no fault of the disk: the exercise stays in its file."""
    session = begun(harbour, tmp_path / "A.wargame")
    with pytest.raises(Refused, match="too long to be kept before it is sent: more than 30 kB"):
        session.keep({("astra.ada", "note"): "x" * (MOST_BYTES + 1)})
    assert session.saved.fault == ""
    assert session.saved.path is not None
    session.close()


def test_a_practice_turn_has_none_of_it(session: Session) -> None:
    """Neither does what is thrown away with the practice touch what people have typed."""
    session.keep(HALF)
    practice = practice_of(session)
    assert practice.kept("astra.ada") == {}
    practice.keep({("astra.ada", "message.text"): "In practice"})
    assert session.kept("astra.ada") == {"message.text": "We would rath"}
