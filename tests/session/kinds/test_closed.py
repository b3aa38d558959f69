"""The facilitator accepts a turn's results."""

from __future__ import annotations

import shutil
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.closed import CLOSED, CloseTurn
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    READERS,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)


def test_the_results_become_the_situation(session: Session) -> None:
    """The turn stands among those that are closed, and the report is due."""
    to_results(session)
    pending = session.play.pending
    do(session, CloseTurn())
    play, at = session.play, session.entries[-1].at
    assert pending is not None
    assert (play.phase, play.phase_since, play.pending) == ("report", at, None)
    assert play.state == pending.result.state
    assert [(turn.result, turn.closed_at) for turn in play.closed] == [(pending.result, at)]
    assert read_back(session) == play


def test_there_must_be_results(session: Session) -> None:
    """And the facilitator accepts them, and may take that back."""
    assert refusal(session, CloseTurn()) == "There are no results to accept yet."
    to_results(session)
    assert refusal(session, CloseTurn(), "astra") == "Only the facilitator may do that."
    do(session, CloseTurn())
    assert refusal(session, CloseTurn()) == "There are no results to accept yet."
    assert CLOSED.undoable


def test_everyone_reads_that_it_is_closed(session: Session) -> None:
    """The line says no more than that."""
    to_results(session)
    do(session, CloseTurn())
    assert last_line(session) == "Turn 1 closed; its results stand."
    assert told_to(session) == set(READERS)


def test_the_file_alone_holds_everything_then(harbour: PackReading, tmp_path: Path) -> None:
    """Whoever copies the file between turns, without what lies beside it, gets the whole turn."""
    path, copy = tmp_path / "bank.wargame", tmp_path / "copy.wargame"
    session = begun(harbour, path)
    to_results(session)
    do(session, CloseTurn())
    shutil.copyfile(path, copy)
    assert read_session(copy).last == session.play
    session.close()
