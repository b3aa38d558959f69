"""What analysts read with SQL of injects that were written, repeated and answered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.undone import Undo
from tests.session.exercises import begun, do
from tests.session.kinds.test_injects_written import FOG, written


def test_what_was_written_stands_beside_what_was_sent(full: PackReading, tmp_path: Path) -> None:
    """As it was written last, with what it repeats, and what came back on it."""
    path = tmp_path / "white.wargame"
    session = begun(full, path)
    fog = written(session, FOG)
    row = session.play.msel.written[fog]
    do(session, WriteInjects((row._replace(text="It lifts."),)), SendInject(fog))
    again = written(session, FOG._replace(text="Again.", repeats=fog))
    do(session, WriteInjects((FOG._replace(title="Not so"),)), Undo())
    session.submit(SendMessage((FACILITATOR,), "We wait.", answers=f"inject.{fog}"), "astra")
    do(session, TickAnswered(fog, "Nobody moved"), TickAnswered(fog, "Astra waits"))
    session.close()
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT inject, code, text, repeats, sent_in FROM written_injects")
        assert rows.fetchall() == [
            (fog, "N1", "It lifts.", "", 1),
            (again, "N1a", "Again.", fog, None),
        ]
        told = db.execute("SELECT inject, seat_name, words FROM inject_answers").fetchall()
        assert told == [(fog, "Astra", "We wait."), (fog, None, "Astra waits")]
        name = "SELECT name FROM names WHERE row = ?"
        assert db.execute(name, (f"inject.{fog}",)).fetchone() == ("Fog",)
