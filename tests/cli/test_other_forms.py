"""A file of a form that this version does not read is told in one sentence, and left as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from idlib_wargame.cli import main
from idlib_wargame.cli.faults import BAD_INPUT
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session

UNRELEASED = (
    "“bank.wargame” was made by a version that was never released (form 1, where this one reads"
    " form 2); it is left as it was: open it with the version that made it."
)
NEWER = (
    "“bank.wargame” was made by a newer version of this program (form 9, where this one reads"
    " form 2); it is left as it was: update the program to open it."
)


@pytest.fixture(params=[(1, UNRELEASED), (9, NEWER)], ids=["unreleased", "newer"])
def other(request: pytest.FixtureRequest, tmp_path: Path, harbour: PackReading) -> tuple[Path, str]:
    """A session that says it is of another form, and the sentence about it."""
    form, sentence = request.param
    path = tmp_path / "bank.wargame"
    session = begin(path, harbour, "cautious", seed_from_number(5))
    list(play_on(session))
    session.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {form}")
        connection.execute("UPDATE _sqlite_migrations SET name = 'another form'")
    return path, sentence


@pytest.mark.parametrize("command", ["show", "verify"])
def test_commands_say_so_and_end(other: tuple[Path, str], command: str) -> None:
    """One line, no traceback, the exit code of bad input."""
    path, sentence = other
    raw = path.read_bytes()
    result = CliRunner().invoke(main, [command, str(path)])
    assert (result.exit_code, result.stdout) == (BAD_INPUT, "")
    assert result.stderr == sentence + "\n"
    assert path.read_bytes() == raw


def test_neither_replay_nor_play_touches_it(other: tuple[Path, str]) -> None:
    """Opening it to look at or to play on is refused with the same sentence."""
    path, sentence = other
    raw = path.read_bytes()
    with pytest.raises(SessionFault) as replayed:
        read_session(path)
    with pytest.raises(SessionFault) as opened:
        Session.open(path)
    assert (str(replayed.value), str(opened.value)) == (sentence, sentence)
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]
