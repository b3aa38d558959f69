from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from idlib_wargame.record.entry import Entry
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.file_format import PAGE_BYTES
from idlib_wargame.record.salvage import Salvaged, salvage
from idlib_wargame.words.dates import day_words
from tests.record.example import ACTS, FILES, SEED, play, played_file
from tests.tries import tries

NAME = "Group B.wargame"
JOURNAL = NAME + "-wal"
# Plays the example and dies without closing, so that the journal stays behind.
CRASHING = """
import os, sys
from pathlib import Path
from idlib_wargame.record.file import Record
from idlib_wargame.record.file_format import PAGE_BYTES
from tests.record.example import ACTS, FILES, SEED, play
record = Record.create(Path(sys.argv[1]), SEED, files=FILES)
play(record, ACTS[:9])
record.settle()
play(record, ACTS[9:])
os._exit(0)
"""
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def entries(closed: Files, tmp_path_factory: pytest.TempPathFactory) -> tuple[Entry, ...]:
    """What the closed file truly holds, read by SQLite itself."""
    folder = tmp_path_factory.mktemp("true")
    with closing(sqlite3.connect(lay(closed, folder))) as connection:
        rows = connection.execute("SELECT number, digest FROM entries ORDER BY number").fetchall()
    found = salvage(folder / NAME).entries
    assert [(entry.number, entry.digest) for entry in found] == rows
    return found


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The example in one file of several pages."""
    path = played_file(tmp_path_factory.mktemp("closed") / NAME)
    return {NAME: path.read_bytes()}


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The example as a crash left it: half in the file, half in the journal."""
    folder = tmp_path_factory.mktemp("crashed")
    subprocess.run([sys.executable, "-c", CRASHING, str(folder / NAME)], check=True)
    return {name: (folder / name).read_bytes() for name in (NAME, JOURNAL)}


def lay(files: Files, folder: Path) -> Path:
    """Puts the files into an empty folder; the session file's path."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / NAME


def read(files: Files, folder: Path) -> Salvaged:
    """What is salvaged, once it is sure that nothing in the folder was touched."""
    path = lay(files, folder)
    found = salvage(path)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == files
    return found


def digests(found: Salvaged) -> list[str]:
    """The digests of what was found."""
    return [entry.digest for entry in found.entries]


def check_true(found: Salvaged, true: list[str]) -> None:
    """Whatever was found is of the true record, and it is only whole if it is all of it."""
    assert digests(found) == true[: len(found.entries)]
    for entry, proved in found.loose:
        assert entry.number > len(found.entries)
        assert entry.digest == true[entry.number - 1] or not proved
    assert found.complete == (not found.stopped)
    if found.complete:
        assert digests(found) == true
        assert (found.seed, found.files) == (SEED, FILES)
    else:
        assert NAME in found.stopped
        assert found.stopped.endswith(".")
        assert "\n" not in found.stopped


@pytest.fixture(scope="module")
def acknowledged(crashed: Files, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The digests of what the crashed file holds while nobody has harmed it."""
    return digests(read(crashed, tmp_path_factory.mktemp("unharmed") / "session"))


flips = given(place=st.integers(0, 1_000_000), bits=st.integers(1, 255))
many = settings(
    max_examples=tries(150), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@many
@flips
@example(place=0, bits=1)  # the first letter of SQLite's own mark
@example(place=18, bits=3)  # the journal's mode
@example(place=28, bits=1)  # the number of pages
@example(place=63, bits=2)  # the format
@example(place=71, bits=1)  # the application's mark
def test_one_flipped_byte(
    closed: Files, entries: tuple[Entry, ...], tmp_path: Path, place: int, bits: int
) -> None:
    """Wherever a byte is flipped, one entry is lost at most, and no false one is shown."""
    raw = bytearray(closed[NAME])
    raw[place % len(raw)] ^= bits
    found = read({NAME: bytes(raw)}, tmp_path / "session")
    check_true(found, [entry.digest for entry in entries])
    assert len(found.entries) + len(found.loose) >= len(entries) - 1
    assert (found.seed, found.files) == (SEED, FILES)


@many
@flips
@example(place=0, bits=1)  # the journal's mark
@example(place=-PAGE_BYTES - 24 + 7, bits=255)  # the mark of the last commit
@example(place=-PAGE_BYTES - 24 + 9, bits=255)  # the salt of the last commit
@example(place=-1, bits=1)
def test_one_flipped_byte_in_the_journal(
    crashed: Files, acknowledged: list[str], tmp_path: Path, place: int, bits: int
) -> None:
    """A flip in what a crash left behind never lets acknowledged entries vanish unnoticed."""
    raw = bytearray(crashed[JOURNAL])
    raw[place % len(raw)] ^= bits
    found = read({**crashed, JOURNAL: bytes(raw)}, tmp_path / "session")
    check_true(found, acknowledged)
    assert len(found.entries) >= 9  # those that were home already


def test_a_crashed_file_is_whole(crashed: Files, tmp_path: Path) -> None:
    """A journal left by a crash is part of the session, and nothing is amiss."""
    found = read(crashed, tmp_path / "session")
    assert (len(found.entries), found.complete, found.seed) == (17, True, SEED)


@pytest.mark.parametrize("home", [0, 1, 2])
def test_a_file_that_was_just_being_made_longer_is_whole(tmp_path: Path, home: int) -> None:
    """Killed while its journal was brought home, a file is shorter than its header says."""
    path = tmp_path / NAME
    with Record.create(path, SEED, files=FILES) as record:
        play(record)
        journal, before = path.with_name(JOURNAL).read_bytes(), path.stat().st_size
        record.settle()
        after = path.read_bytes()
    length = before + home * PAGE_BYTES
    assert length < len(after)
    found = read({NAME: after[:length], JOURNAL: journal}, tmp_path / "session")
    assert (len(found.entries), found.complete, found.stopped) == (17, True, "")
    with Record.open(lay({NAME: after[:length], JOURNAL: journal}, tmp_path / "again")) as record:
        assert len(record.entries) == 17


def test_a_flipped_header_costs_no_entry(
    closed: Files, entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    """With SQLite's first 200 bytes gone, every entry is still read from its own page."""
    raw = Random(2).randbytes(200) + closed[NAME][200:]
    found = read({NAME: raw}, tmp_path / "session")
    assert found.entries == entries
    assert not found.complete
    assert "is sound up to entry 17 (" in found.stopped
    assert (found.seed, found.files) == (SEED, FILES)


def test_a_flipped_letter_stops_there(
    closed: Files, entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    """A changed note is not shown; the reader learns where and why, and what comes after it."""
    raw = closed[NAME].replace(b"They whisper.", b"They whimper.")
    found = read({NAME: raw}, tmp_path / "session")
    assert found.entries == entries[:10]
    at = datetime.fromisoformat(entries[9].at)
    assert found.loose == tuple((entry, True) for entry in entries[11:])
    assert found.stopped == (
        f"“Group B.wargame” is sound up to entry 10 ({day_words(at.date())}, {at:%H:%M:%S}"
        " UTC) and is shown as far as that, because entry 11 does not match its digest;"
        " it is left as it was. 6 entries after that can be read, and nothing joins them to what"
        " came before."
    )


def test_an_entry_after_a_lost_one_is_shown_unproved(
    closed: Files, entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    """Where nothing is left of an entry, not even its digest, the next has nothing to follow on."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER entries_are_never_deleted")
        connection.execute("DELETE FROM entries WHERE number = 6")
        connection.commit()
        connection.execute("VACUUM")
    found = salvage(path)
    assert found.entries == entries[:5]
    assert found.loose[0] == (entries[6], False)
    assert found.loose[1:] == tuple((entry, True) for entry in entries[7:])
    assert "entry 6 is missing" in found.stopped


def test_a_flipped_digest_is_proved_by_the_next(
    closed: Files, entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    """An entry whose own digest was hit is the one that the next entry follows on."""
    raw = closed[NAME].replace(entries[10].digest.encode(), b"f" * 64)
    found = read({NAME: raw}, tmp_path / "session")
    assert (found.entries, found.loose) == (entries, ())
    assert not found.complete


def test_the_first_entry_lost(closed: Files, entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """Without entry 1, the others are shown from the setup on, which its digest proves."""
    raw = closed[NAME].replace(b'"title":"Harbour"', b'"title":"Harboor"')
    found = read({NAME: raw}, tmp_path / "session")
    assert found.entries == ()
    assert found.loose == tuple((entry, True) for entry in entries[1:])
    assert found.stopped.startswith("The beginning of “Group B.wargame” is damaged; 16 entries")


@pytest.mark.parametrize("table", ["pack_files", "pack_files_again", "secrets", "secrets_again"])
def test_a_lost_copy_costs_nothing(closed: Files, tmp_path: Path, table: str) -> None:
    """Pack and seed are read from the other copy, a remark says so, and play puts it back."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DELETE FROM {table}")
        connection.commit()
    found = salvage(path)
    assert (found.complete, found.seed, found.files) == (True, SEED, FILES)
    assert len(found.remarks) == 1
    assert "one of the two copies of the pack or of the seed of the dice" in found.remarks[0]
    with Record.open(path) as record:
        assert record.files == FILES
    assert salvage(path).remarks == ()


def test_a_text_lost_twice_is_the_only_one_lost(closed: Files, tmp_path: Path) -> None:
    """With both copies of one file of the pack gone, the others are still read."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path)) as connection:
        for table in ("pack_files", "pack_files_again"):
            connection.execute(f"UPDATE {table} SET zlib = x'00' WHERE path = 'pack.yaml'")
        connection.commit()
    found = salvage(path)
    assert (len(found.entries), found.complete) == (17, False)
    assert set(FILES) - set(found.files) == {"pack.yaml"}
    assert "both copies of a part of its pack are damaged" in found.stopped


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
SHAPES = {
    "view": f"""ALTER TABLE entries RENAME TO hidden; CREATE VIEW entries AS {ENDLESS}
        SELECT x AS number, at, kind, by, body, digest FROM n, hidden""",
    "VIEW": f"""DROP TABLE secrets; CREATE VIEW SECRETS AS {ENDLESS}
        SELECT 'seed' AS name, x AS value, x AS sha256 FROM n""",
    "form": f"""DROP TABLE _sqlite_migrations; PRAGMA user_version = 7;
        CREATE VIEW _sqlite_migrations AS {ENDLESS} SELECT x AS id, 'a' AS name FROM n""",
    "column": "ALTER TABLE entries ADD COLUMN more TEXT",
    "worked out": """DROP TABLE pack_files; CREATE TABLE pack_files (number, path, sha256,
        zlib AS (zeroblob(100000000)))""",
    "virtual": "DROP TABLE names; CREATE VIRTUAL TABLE names USING fts5(row, kind, id, name)",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_tables_of_another_shape_are_not_read(closed: Files, tmp_path: Path, shape: str) -> None:
    """A view that never ends, or a table that is not ours, is refused before it is read."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.executescript(SHAPES[shape])
    found = salvage(path)
    assert not found.complete
    assert "it is left as it was" in found.stopped
    with pytest.raises(RecordFault):
        Record.open(path)


def test_a_flipped_bit_is_given_back(
    closed: Files, entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    """One bit of one letter costs nothing but a sentence, and the file is not played on."""
    raw = closed[NAME].replace(b"They whisper.", b"They whasper.")
    path = lay({NAME: raw}, tmp_path / "session")
    found = salvage(path)
    assert (found.entries, found.loose, found.complete) == (entries, (), False)
    assert "though one bit of entry 11 is damaged: its digest told which" in found.stopped
    with pytest.raises(RecordFault, match="one bit of entry 11"):
        Record.open(path)


def test_every_truncation(closed: Files, entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """Cut at any page, or within one, a file gives what is left of its beginning."""
    whole = closed[NAME]
    true = [entry.digest for entry in entries]
    assert len(whole) > 10 * PAGE_BYTES
    for start in range(0, len(whole), PAGE_BYTES):
        for length in (start, start + 1, start + 1000):
            found = read({NAME: whole[:length]}, tmp_path / "session")
            check_true(found, true)
            assert not found.complete
            reason = "it is cut short" if length > 1 else ("it is empty" if not length else "")
            assert reason in found.stopped


def test_a_truncated_journal(crashed: Files, tmp_path: Path) -> None:
    """Cut anywhere, a journal gives the entries before the cut."""
    true = digests(read(crashed, tmp_path / "session"))
    journal = crashed[JOURNAL]
    counts = []
    for length in range(0, len(journal), 1537):
        found = read({**crashed, JOURNAL: journal[:length]}, tmp_path / "session")
        assert digests(found) == true[: len(found.entries)]
        counts.append(len(found.entries))
    assert counts == sorted(counts)
    assert counts[0] == 9


def test_an_emptied_file_is_told(crashed: Files, tmp_path: Path) -> None:
    """What is left in its journal is shown, joined to nothing."""
    found = read({**crashed, NAME: b""}, tmp_path / "session")
    assert (found.entries, found.complete) == ((), False)
    assert len(found.loose) >= len(ACTS) - 9
    assert "The beginning of “Group B.wargame” is damaged" in found.stopped
    nothing = read({NAME: b""}, tmp_path / "session")
    assert "because it is empty" in nothing.stopped


@pytest.mark.parametrize(
    "content",
    [
        b"minutes of a meeting",
        b"\0" * 9000,
        Random(1).randbytes(20000),
        b"SQLite format 3\0",
        b"PK\3\4",
    ],
    ids=["text", "noughts", "noise", "mark", "zip"],
)
def test_what_is_no_session_at_all(content: bytes, tmp_path: Path) -> None:
    """Another kind of file gives nothing but a sentence."""
    found = read({NAME: content}, tmp_path / "session")
    assert (found.entries, found.complete) == ((), False)
    assert found.stopped == (
        f"Nothing in “{NAME}” can be read, because it is not a session file; it is left as it was."
    )


def test_another_programs_database(tmp_path: Path) -> None:
    """A SQLite file that is not ours is no session either."""
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
    found = read({NAME: (tmp_path / "other.db").read_bytes()}, tmp_path / "session")
    assert "it is not a session file" in found.stopped


def test_an_altered_chain_stops_at_the_alteration(closed: Files, tmp_path: Path) -> None:
    """Someone who takes the guards off and edits an order is found out at that entry."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER entries_are_never_changed")
        connection.execute("UPDATE entries SET by = 'west' WHERE number = 6")
        connection.commit()
    found = salvage(path)
    assert (len(found.entries), found.complete) == (5, False)
    assert "entry 6 does not match its digest" in found.stopped


def test_a_missing_entry_stops_the_reading(closed: Files, tmp_path: Path) -> None:
    """A hole in the numbers is told as one."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER entries_are_never_deleted")
        connection.execute("DELETE FROM entries WHERE number = 6")
        connection.commit()
    found = salvage(path)
    assert (len(found.entries), found.complete) == (5, False)
    assert "entry 6 is missing" in found.stopped


def test_another_seed_is_noticed(closed: Files, tmp_path: Path) -> None:
    """The seed cannot be swapped without leaving a trace."""
    path = lay(closed, tmp_path / "session")
    with closing(sqlite3.connect(path)) as connection:
        for table in ("secrets", "secrets_again"):
            connection.execute(f"UPDATE {table} SET value = ?", [SEED[::-1].hex()])
        connection.commit()
    found = salvage(path)
    assert (len(found.entries), found.complete, found.seed) == (17, False, b"")
    assert "the secret seed of its dice is missing or damaged" in found.stopped


def test_a_damaged_file_cannot_be_played_on(closed: Files, tmp_path: Path) -> None:
    """Opening it for play is refused with the same sentence, and the file stays as it was."""
    raw = closed[NAME].replace(b"They whisper.", b"They whimper.")
    path = lay({NAME: raw}, tmp_path / "session")
    with pytest.raises(RecordFault, match="entry 11 does not match its digest"):
        Record.open(path)
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("what", ["nothing", "folder"])
def test_where_there_is_no_file(tmp_path: Path, what: str) -> None:
    """A missing file and a folder are told in a sentence."""
    path = tmp_path / NAME
    if what == "folder":
        path.mkdir()
    with pytest.raises(
        RecordFault, match=r"“Group B\.wargame” (is not there|cannot be read|is a folder)"
    ):
        salvage(path)


def test_a_long_body_spills_over_pages(tmp_path: Path) -> None:
    """Bodies of every length near a page's are read from the pages as SQLite reads them."""
    path = tmp_path / NAME
    with Record.create(path, SEED) as record:
        play(record, [])
        for length in [*range(3850, 4100, 3), 4400, 8100, 8200, 12300, 70000]:
            record.append("note", {"text": "é" + "x" * length}, "facilitator")
        true = tuple(record.entries)
    found = read({NAME: b"?" + path.read_bytes()[1:]}, tmp_path / "session")
    assert found.entries == true
    assert not found.complete


def test_a_file_made_to_hurt_is_searched_in_time(tmp_path: Path) -> None:
    """A million beginnings of rows, each said to be as long as the file, are not all followed."""
    # A header of six columns whose fourth text is of two million bytes; the next page is itself.
    row = b"\x01\x01\x0a\x00\x0f\x0f\x0f\x81\xf4\x91\x0d\x0f"
    page = (b"\0\0\0\1" + row * 400)[:PAGE_BYTES].ljust(PAGE_BYTES, b"\0")
    found = read({NAME: page * 300}, tmp_path / "session")
    assert (found.entries, found.loose, found.complete) == ((), (), False)


def test_an_independent_reader_agrees(closed: Files, tmp_path: Path) -> None:
    """A dozen lines with sqlite3, json and hashlib read the same session."""
    path = lay(closed, tmp_path / "session")
    found = salvage(path)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT * FROM entries ORDER BY number").fetchall()
    assert len(rows) == 17
    previous = "0" * 64
    for entry, (number, at, kind, by, body, digest) in zip(found.entries, rows, strict=True):
        said = "\n".join((previous, str(number), at, kind, by, body))
        previous = hashlib.sha256(said.encode()).hexdigest()
        assert (entry.digest, digest) == (previous, previous)
        assert entry.body == json.loads(body)


def test_what_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    """A folder, or a device that never ends."""
    for path in (tmp_path, Path("/dev/zero")):
        if path.exists():
            with pytest.raises(RecordFault, match="no file; choose a session file"):
                salvage(path)
