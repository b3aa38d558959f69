"""What people see of a session whose file was damaged: all that is left, marked where unsure."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.audience import ROOM
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from tests.attack.sessions import played
from tests.session.exercises import begun, do

PACK_TABLES = "pack_files", "pack_files_again"


@pytest.fixture
def noted(harbour: PackReading, tmp_path: Path) -> Path:
    """An exercise with three notes, closed."""
    path = tmp_path / "noted.wargame"
    session = begun(harbour, path)
    do(session, TakeNote("The first"), TakeNote("The second"), TakeNote("The third"))
    session.close()
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """An exercise on a pack that comes with the program, played to its end."""
    return played(tmp_path / "shipped.wargame", read_pack(shipped_packs()[-1]))


def overwrite(path: Path, old: bytes, new: bytes) -> None:
    """Damages a file: these bytes become others of the same length."""
    raw = path.read_bytes()
    assert len(old) == len(new)
    assert raw.count(old) == 1
    path.write_bytes(raw.replace(old, new))


def without(path: Path, tables: tuple[str, ...], where: str) -> None:
    """Takes rows of the pack out of a file."""
    with closing(sqlite3.connect(path)) as db, db:
        for table in tables:
            db.execute(f"DELETE FROM {table} WHERE {where}")


def test_what_comes_after_a_lost_entry_is_in_the_log(noted: Path) -> None:
    """Control reads it, marked; play follows what is joined to the beginning, as the room does."""
    overwrite(noted, b"The second", b"The secand")
    saved = read_session(noted)
    assert [note.text for note in saved.last.notes] == ["The first"]
    last = saved.log[-1]
    assert (last.number, last.joined) == (5, False)
    assert "The third" in last.text
    assert last.text.endswith("(not joined to what came before)")
    assert all(line.joined for line in saved.log[:-1])
    assert all(line.joined for line in saved.log_for(ROOM))
    assert "1 entry after that can be read" in saved.told


def test_a_lost_first_entry_costs_nothing_of_the_play(noted: Path) -> None:
    """The setup is proved by the digest that is left of entry 1, and knows the pack."""
    overwrite(noted, b'"title":"The Grey Bank"', b'"title":"The Grim Bank"')
    saved = read_session(noted)
    assert [note.text for note in saved.last.notes] == ["The first", "The second", "The third"]
    assert saved.entries[0].kind == "setup"
    assert "The beginning of “noted.wargame” is damaged" in saved.told
    with pytest.raises(SessionFault, match="is damaged"):
        Session.open(noted)


@pytest.mark.parametrize("table", PACK_TABLES)
def test_one_lost_copy_of_the_pack_costs_nothing(noted: Path, table: str) -> None:
    """It replays and goes on, and a sentence says what was lost."""
    without(noted, (table,), "true")
    assert "so nothing is lost" in read_session(noted).told
    session = Session.open(noted)
    assert any("so nothing is lost" in remark for remark in session.remarks)
    session.close()
    assert read_session(noted).told == ""


def test_the_same_pack_on_this_machine_stands_in(shipped: Path) -> None:
    """Where both copies in the file are gone, and the program brings the pack."""
    true = read_session(shipped)
    without(shipped, PACK_TABLES, "true")
    saved = read_session(shipped)
    assert saved.last == true.last
    assert saved.log == true.log
    assert "the same pack, which is installed here, stands in for it" in saved.told


def test_the_same_pack_stands_in_also_where_windows_laid_it_out(
    harbour: PackReading, noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines end otherwise and its files begin with a mark: it is the same pack all the same."""
    laid_out = tmp_path / "harbour"
    for name, text in harbour.files.items():
        file = laid_out / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    true = read_session(noted)
    without(noted, PACK_TABLES, "true")
    monkeypatch.setattr("idlib_wargame.session.kept_pack.shipped_packs", lambda: [laid_out])
    saved = read_session(noted)
    assert (saved.last, saved.log) == (true.last, true.log)
    assert "the same pack, which is installed here, stands in for it" in saved.told


@pytest.mark.parametrize(
    "lose",
    [
        lambda path: without(path, PACK_TABLES, "true"),
        lambda path: without(path, PACK_TABLES, "path = 'pack.yaml'"),
    ],
    ids=["all", "one"],
)
def test_a_lost_pack_that_nobody_has_is_told(noted: Path, lose: Callable[[Path], None]) -> None:
    """Without the pack nothing can be shown, and the sentence names what is missing."""
    lose(noted)
    with pytest.raises(SessionFault, match=r"inside (is|are) lost \(.*pack\.yaml"):
        read_session(noted)


def test_names_that_somebody_dropped_come_back(noted: Path) -> None:
    """Going on with a session gives other tools their names again."""
    with closing(sqlite3.connect(noted)) as db, db:
        db.execute("DROP TABLE names")
    Session.open(noted).close()
    with closing(sqlite3.connect(noted)) as db:
        (count,) = db.execute("SELECT count(*) FROM names").fetchone()
    assert count > 10
