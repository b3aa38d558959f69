from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.record.entry import BEGINNING
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage
from tests.record.example import ACTS, FILES, NAMES, SEED, note, play, played_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is to be."""
    return tmp_path / "Øvelse 100% #1?.wargame"


def fill_the_disk(record: Record) -> None:
    """From here on, SQLite finds no room for another page."""
    assert record._store is not None
    pages = record._store._db.execute("PRAGMA page_count").fetchone()[0]
    record._store._db.execute(f"PRAGMA max_page_count = {pages}")


def test_of_entries_that_belong_together_all_are_on_disk_or_none(path: Path) -> None:
    """Where there is no room for the last of them, there is no first either."""
    with Record.create(path, SEED) as record:
        record.append_together([("note", note("One")), ("note", note("Two"))], "facilitator")
        head = record.head
        fill_the_disk(record)
        long = note("x" * 100_000)
        with pytest.raises(RecordFault):
            record.append_together([("note", note("Three")), ("note", long)], "facilitator")
        assert (len(record.entries), record.head) == (2, head)
    with Record.open(path) as again:
        assert [each.body for each in again.entries] == [note("One"), note("Two")]
        assert again.head == head


def test_a_session_reads_back_as_it_was_played(path: Path) -> None:
    """Opened again, a file gives the same entries, digests and seed."""
    with Record.create(path, SEED) as record:
        play(record)
        entries, head = list(record.entries), record.head
    with Record.open(path) as again:
        assert again.entries == entries
        assert (again.head, again.seed, again.path) == (head, SEED, path)
        assert [(e.number, e.kind, e.body, e.by) for e in again.entries] == [
            (number, *act) for number, act in enumerate(ACTS, 1)
        ]


def test_play_goes_on_in_an_opened_file(path: Path) -> None:
    """The next entry follows on the last one of the day before."""
    played_file(path)
    with Record.open(path) as record:
        head = record.head
        entry = record.append("note", note("The next morning"), "facilitator")
        assert entry.number == len(ACTS) + 1
        assert head != record.head == entry.digest
    assert salvage(path).entries[-1] == entry


def test_closing_leaves_one_file(path: Path) -> None:
    """What is copied to a stick after closing is the whole session."""
    played_file(path)
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_session_is_sound(path: Path) -> None:
    """A file that was only just made can be closed and opened."""
    Record.create(path, SEED).close()
    with Record.open(path) as record:
        assert (list(record.entries), record.head, record.seed) == ([], BEGINNING, SEED)


def test_a_new_session_never_overwrites_a_file(path: Path) -> None:
    """Whatever stands there stays as it is."""
    path.write_text("minutes of a meeting")
    with pytest.raises(RecordFault, match=r"already a file “Øvelse 100% #1\?\.wargame”"):
        Record.create(path, SEED)
    assert path.read_text("utf-8") == "minutes of a meeting"


def test_a_file_that_is_not_there_is_told(path: Path) -> None:
    """A recent session on a stick that was pulled out gives a sentence and makes no file."""
    with pytest.raises(RecordFault, match="is not there"):
        Record.open(path)
    assert not path.exists()


def test_a_folder_that_cannot_be_written_is_told(path: Path) -> None:
    """The facilitator reads which file could not be written."""
    path.write_text("a file where a folder should be")
    with pytest.raises(RecordFault, match=r"“B\.wargame” cannot be written"):
        Record.create(path / "B.wargame", SEED)


@pytest.mark.skipif(
    "not hasattr(os, 'geteuid') or os.geteuid() == 0",
    reason="needs an account that a file's mode can keep out",
)
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_told(path: Path, what: str) -> None:
    """A session on a read-only share can be read, and opening it for play says why not."""
    played_file(path)
    locked = path if what == "file" else path.parent
    mode = locked.stat().st_mode
    locked.chmod(mode & ~0o222)
    try:
        assert salvage(path).complete
        with pytest.raises(RecordFault, match="the file or its folder is read-only"):
            Record.open(path)
    finally:
        locked.chmod(mode)


def test_a_stray_journal_does_not_matter(path: Path) -> None:
    """A journal left by a deleted session of the same name is not taken for the new one's."""
    with Record.create(path, SEED) as record:
        play(record)
        stray = path.with_name(path.name + "-wal").read_bytes()
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(stray)
    with Record.create(path, SEED) as record:
        record.append("note", note("anew"), "facilitator")
    assert [entry.number for entry in salvage(path).entries] == [1]
    assert list(path.parent.iterdir()) == [path]


def test_every_append_is_flushed(path: Path) -> None:
    """Acknowledged means on disk: a write-ahead journal, flushed at each commit and not between."""
    with Record.create(path, SEED) as record:
        assert record._store is not None
        settings = {
            name: record._store._db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "wal_autocheckpoint")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "wal_autocheckpoint": 0}


@pytest.mark.parametrize("body", [{"text": object()}, {"text": float("nan")}])
def test_a_body_that_is_not_json_records_nothing(path: Path, body: dict[str, object]) -> None:
    """Our own fault passes as one, and the record goes on from where it was."""
    with Record.create(path, SEED) as record:
        with pytest.raises((TypeError, ValueError)):
            record.append("note", body, "facilitator")
        assert record.append("note", note("well"), "facilitator").number == 1


def test_half_a_character_is_replaced(path: Path) -> None:
    """A broken paste in a note is no reason to lose the note, and no other program chokes on it."""
    with Record.create(path, SEED) as record:
        record.append("note", note("\ud83d from a \ud83d\ude00 broken paste"), "facilitator")
    with Record.open(path) as again:
        assert again.entries[0].body["text"] == "\ufffd from a 😀 broken paste"


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """The append says so, nothing is half written, and play goes on in memory and elsewhere."""
    with Record.create(path, SEED) as record:
        play(record)
        fill_the_disk(record)
        with pytest.raises(RecordFault, match="the disk is full"):
            record.append("note", note("long " * 5000), "facilitator")
        kept = list(record.entries)
        memory = record.move_to_memory()
    assert kept == list(salvage(path).entries)
    assert len(kept) == len(ACTS)
    entry = memory.append("note", note("long " * 5000), "facilitator")
    assert memory.path is None
    elsewhere = path.with_name("Stick.wargame")
    memory.save_as(elsewhere)
    memory.close()
    assert salvage(elsewhere).entries == (*kept, entry)
    assert salvage(elsewhere).complete


def test_room_made_on_the_disk_is_used(path: Path) -> None:
    """After a refusal, the same file takes the entry once there is room."""
    with Record.create(path, SEED) as record:
        fill_the_disk(record)
        with pytest.raises(RecordFault):
            record.append("note", note("long " * 5000), "facilitator")
        assert record._store is not None
        record._store._db.execute("PRAGMA max_page_count = 1000000")
        record.append("note", note("long " * 5000), "facilitator")
    assert len(salvage(path).entries) == 1


@pytest.mark.skipif("os.name == 'nt'", reason="Windows does not let an open file be moved")
@pytest.mark.parametrize("lost", ["file", "journal", "folder"])
def test_a_file_that_vanishes_is_noticed(path: Path, lost: str) -> None:
    """A session whose file was moved or deleted is never told that it was recorded."""
    folder = path.parent / "stick"
    folder.mkdir()
    with Record.create(folder / path.name, SEED) as record:
        play(record)
        if lost == "folder":
            folder.rename(path.parent / "elsewhere")
        else:
            (folder / (path.name + ("-wal" if lost == "journal" else ""))).unlink()
        with pytest.raises(RecordFault, match="no longer where it was opened"):
            record.append("note", note("into thin air"), "facilitator")
        memory = record.move_to_memory()
    assert memory.append("note", note("kept"), "facilitator").number == len(ACTS) + 1


@pytest.mark.skipif("os.name == 'nt'", reason="Windows does not let an open file be moved")
def test_another_file_in_its_place_is_noticed(path: Path) -> None:
    """Somebody moved the session away and put a copy from yesterday there, just as long."""
    with Record.create(path, SEED) as record:
        play(record)
        shutil.copyfile(path, path.with_name("yesterday"))
        os.utime(path.with_name("yesterday"), (0, 0))
        path.rename(path.with_name("away"))
        path.with_name("yesterday").rename(path)
        with pytest.raises(RecordFault, match="no longer where it was opened"):
            record.append("note", note("into thin air"), "facilitator")


def test_save_as_goes_on_in_the_new_file(path: Path) -> None:
    """The new file is complete, the old one stays as it was, and the next entry goes to the new."""
    new = path.with_name("copy.wargame")
    with Record.create(path, SEED) as record:
        play(record)
        record.save_as(new)
        assert record.path == new
        record.append("note", note("only in the copy"), "facilitator")
        entries = tuple(record.entries)
    assert salvage(path).entries == entries[:-1]
    assert salvage(new).entries == entries
    assert salvage(new).seed == SEED


def test_save_as_that_fails_changes_nothing(path: Path) -> None:
    """A refusal leaves the session where it is, still open."""
    with Record.create(path, SEED) as record:
        with pytest.raises(RecordFault, match="already a file"):
            record.save_as(path)
        with pytest.raises(RecordFault, match="cannot be written"):
            record.save_as(path.parent / "nowhere" / "copy.wargame")
        assert record.append("note", note("still here"), "facilitator").number == 1
    assert len(salvage(path).entries) == 1


def test_memory_keeps_what_a_file_would(path: Path) -> None:
    """A record in memory chains the same digests as one in a file."""
    acts = [(kind, body, by) for kind, body, by in ACTS]
    memory = Record.in_memory(SEED)
    with Record.create(path, SEED) as record:
        for kind, body, by in acts:
            entry = record.append(kind, body, by, at="2020-01-26T09:00:00.000Z")
            assert memory.append(kind, body, by, at="2020-01-26T09:00:00.000Z") == entry
        assert memory.head == record.head


def names_in(path: Path) -> list[tuple[str, str, str, str]]:
    """The table of names, as other tools read it."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT row, kind, id, name FROM names ORDER BY rowid").fetchall()


def test_names_follow_the_session_wherever_it_goes(path: Path) -> None:
    """Saved elsewhere, moved to memory and back, or opened again, a session keeps its names."""
    second, third, fourth = (path.with_name(f"{n}.wargame") for n in (2, 3, 4))
    with Record.create(path, SEED, NAMES) as record:
        record.save_as(second)
        memory = record.move_to_memory()
        memory.save_as(third)
        memory.close()
    with Record.open(third) as record:
        record.save_as(fourth)
    expected = [(f"{kind}.{id}", kind, id, name) for kind, id, name in NAMES]
    assert [names_in(each) for each in (path, second, third, fourth)] == [expected] * 4


def test_names_are_no_part_of_the_record(path: Path) -> None:
    """Another name, or none, changes no digest and is no damage."""
    other = path.with_name("other.wargame")
    at = "2020-01-26T09:00:00.000Z"
    with Record.create(path, SEED, NAMES) as named, Record.create(other, SEED) as bare:
        for record in (named, bare):
            record.append("note", note("on"), "facilitator", at)
        assert named.head == bare.head
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE names SET name = 'Nobody' WHERE row = 'seat.east'")
    assert salvage(path).complete


def test_a_second_name_of_a_row_is_passed_over(path: Path) -> None:
    """A pack that names a row twice can be played; the first name stands."""
    twice = (NAMES[0], NAMES[0]._replace(name="Another"))
    Record.create(path, SEED, twice).close()
    assert names_in(path) == [("seat.east", "seat", "east", "The East")]


def test_a_sound_part_can_be_played_on(path: Path) -> None:
    """The entries salvaged of a damaged file may start a new one."""
    part = salvage(played_file(path)).entries[:9]
    with Record.in_memory(SEED, part) as record:
        record.save_as(path.with_name("mended.wargame"))
        assert record.append("note", note("on we go"), "facilitator").number == 10


def test_settling_brings_all_into_the_one_file(path: Path) -> None:
    """After a quiet moment, a copy of the one file without its journal is the whole session."""
    with Record.create(path, SEED) as record:
        play(record)
        record.settle()
        alone = shutil.copyfile(path, path.with_name("alone.wargame"))
        record.append("note", note("after"), "facilitator")
    assert len(salvage(alone).entries) == len(ACTS)
    assert len(salvage(path).entries) == len(ACTS) + 1


def test_an_open_file_is_read_from_its_record(path: Path) -> None:
    """A replay opened beside the desk sees every entry up to now, and play goes on."""
    with Record.create(path, SEED) as record:
        play(record)
        found = salvage(path)
        assert (found.entries, found.complete) == (tuple(record.entries), True)
        record.append("note", note("on"), "facilitator")
        assert len(salvage(path).entries) == len(ACTS) + 1
    assert len(salvage(path).entries) == len(ACTS) + 1


def test_a_second_window_of_this_program_is_refused(path: Path) -> None:
    """One file is open for play once, and the first window goes on undisturbed."""
    with Record.create(path, SEED) as record:
        play(record)
        with pytest.raises(RecordFault, match="open in another window"):
            Record.open(path)
        record.append("note", note("on"), "facilitator")
    assert salvage(path).complete
    assert len(salvage(path).entries) == len(ACTS) + 1


def test_another_thread_cannot_write(path: Path) -> None:
    """The record is one thread's; another's append is our own fault and records nothing."""
    caught: list[Exception] = []

    def intrude() -> None:
        try:
            record.append("note", note("from afar"), "facilitator")
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    with Record.create(path, SEED) as record:
        thread = threading.Thread(target=intrude)
        thread.start()
        thread.join()
        assert len(caught) == 1
        assert record.append("note", note("from here"), "facilitator").number == 1


def test_a_closed_record_takes_nothing(path: Path) -> None:
    """Appending after closing is refused calmly, and closing again does no harm."""
    record = Record.create(path, SEED)
    record.close()
    record.close()
    with pytest.raises(RecordFault, match="was closed, so nothing more is written to it"):
        record.append("note", note("too late"), "facilitator")
    assert record.path == path
    assert salvage(path).entries == ()


def test_a_closed_file_has_no_journal_in_its_header(path: Path) -> None:
    """So that other tools can read it where nothing may be written."""
    with Record.create(path, SEED) as record:
        play(record)
        assert path.read_bytes()[18:20] == b"\2\2"
    assert path.read_bytes()[18:20] == b"\1\1"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM rolls").fetchone() == (4,)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such modes")
def test_files_are_for_this_account_alone(path: Path) -> None:
    """The file holds the seed of the dice: neither it nor its journal is shown to others."""
    with Record.create(path, SEED) as record:
        play(record)
        modes = {each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    assert modes == {0o600}
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_copy_made_during_play_says_what_it_may_lack(path: Path) -> None:
    """The one file, copied without its journal, can be replayed and gone on with, with a remark."""
    copy = path.with_name("copy.wargame")
    with Record.create(path, SEED) as record:
        play(record)
        record.settle()
        record.append("note", note("after"), "facilitator")
        shutil.copyfile(path, copy)
    found = salvage(copy)
    assert (len(found.entries), found.complete, found.stopped) == (len(ACTS), True, "")
    (remark,) = found.remarks
    assert "the journal that stood beside it (“copy.wargame-wal”) is not here" in remark
    with Record.open(copy) as record:
        assert record.remarks == (remark,)
    assert salvage(copy).remarks == ()
    assert salvage(path).remarks == ()


def test_others_read_what_was_settled_from_a_copy(path: Path) -> None:
    """While an exercise is open, sqlite3 reads a copy of the one file, told that nobody writes."""
    copy = path.with_name("look.wargame")
    with Record.create(path, SEED) as record:
        play(record)
        record.settle()
        shutil.copyfile(path, copy)
        uri = f"{copy.as_uri()}?immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            assert connection.execute("SELECT count(*) FROM rolls").fetchone() == (4,)
        assert record.append("note", note("on"), "facilitator").number == len(ACTS) + 1


def test_settling_twice_costs_once(path: Path) -> None:
    """Where nothing was appended since, nothing is written."""
    with Record.create(path, SEED) as record:
        play(record)
        assert record.unsettled == len(ACTS)
        record.settle()
        before = path.stat().st_mtime_ns
        record.settle()
        assert (record.unsettled, path.stat().st_mtime_ns) == (0, before)
        assert record.settling_took > 0


@pytest.mark.skipif("os.name == 'nt'", reason="Windows does not let an open file be cut")
@pytest.mark.parametrize("what", ["file", "journal"])
@pytest.mark.parametrize("left", [0, 5000])
def test_a_file_cut_short_while_it_is_open_is_noticed(path: Path, what: str, left: int) -> None:
    """Play is never told that it was recorded, and goes on in memory with every entry."""
    with Record.create(path, SEED, NAMES, FILES) as record:
        play(record)
        os.truncate(path if what == "file" else f"{path}-wal", left)
        with pytest.raises(RecordFault, match="was cut short or is gone"):
            record.append("note", note("into thin air"), "facilitator")
        memory = record.move_to_memory()
    assert memory.append("note", note("kept"), "facilitator").number == len(ACTS) + 1
    elsewhere = path.with_name("Stick.wargame")
    memory.save_as(elsewhere)
    memory.close()
    assert len(salvage(elsewhere).entries) == len(ACTS) + 1
    assert salvage(elsewhere).files == FILES


def test_a_name_without_room_for_its_journal_is_told(path: Path) -> None:
    """The facilitator is asked for a shorter name, and no file is left behind."""
    longest = os.pathconf(path.parent, "PC_NAME_MAX") if hasattr(os, "pathconf") else 255
    name = "n" * (longest - 4 - len(".wargame")) + ".wargame"
    with Record.create(path.with_name(name), SEED) as record:
        record.append("note", note("on"), "facilitator")
    with pytest.raises(RecordFault, match="its name is too long for this disk"):
        Record.create(path.with_name(f"n{name}"), SEED)
    assert [each.name for each in path.parent.iterdir()] == [name]


def test_names_are_given_back_to_a_file_that_lost_them(path: Path) -> None:
    """Where somebody dropped the table; a file that has names keeps its own."""
    Record.create(path, SEED, NAMES).close()
    with Record.open(path) as record:
        record.refill_names(NAMES[:1])
    assert len(names_in(path)) == len(NAMES)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE names")
    with Record.open(path) as record:
        record.refill_names(NAMES)
    assert len(names_in(path)) == len(NAMES)


def test_other_secrets_follow_the_session_wherever_it_goes(path: Path) -> None:
    """The hash of a PIN is kept twice beside the entries, in no entry, and shows in no report."""
    second = path.with_name("2.wargame")
    with Record.create(path, SEED) as record:
        record.keep_secret("pin.control", "$hash$1")
        record.keep_secret("pin.control", "$hash$2")
        record.keep_secret("pin.east", "$hash$3")
        record.keep_secret("pin.east", "")
        record.settle()
        memory = record.move_to_memory()
    memory.save_as(second)
    memory.close()
    with closing(sqlite3.connect(second)) as connection, connection:
        connection.execute("DELETE FROM secrets")
    raw = second.read_bytes()
    second.write_bytes(b"?" + raw[1:])
    assert salvage(second).secrets == {"pin.control": "$hash$2"}
    assert salvage(second).seed == SEED
    second.write_bytes(raw)
    with Record.open(second) as again:
        assert again.secrets == {"pin.control": "$hash$2"}
        assert again.seed == SEED
        assert "hash" not in repr(again.secrets)
    assert salvage(second).remarks == ()


def test_an_entry_and_the_secret_that_it_tells_of_are_written_both_or_neither(path: Path) -> None:
    """Whenever the program ends, no old PIN is good that the record says was reset."""
    with Record.create(path, SEED) as record:
        record.append("pin", note("set"), "facilitator", secrets={"pin.east": "$hash$1"})
        assert record.secrets == {"pin.east": "$hash$1"}
        assert record._store is not None
        record._store._db.conn.execute(
            "CREATE TEMP TRIGGER broken BEFORE DELETE ON secrets_again"
            " BEGIN SELECT RAISE(ABORT, 'the disk fails'); END"
        )
        with pytest.raises(RecordFault):
            record.append("pin", note("reset"), "facilitator", secrets={"pin.east": ""})
        assert (len(record.entries), record.secrets) == (1, {"pin.east": "$hash$1"})
    found = salvage(path)
    assert (len(found.entries), found.secrets) == (1, {"pin.east": "$hash$1"})


def test_a_copy_is_a_copy(path: Path) -> None:
    """It holds all that was acknowledged, in one file; play goes on where it was."""
    copy = path.with_name("copy.wargame")
    with Record.create(path, SEED, NAMES, {"pack.yaml": "id: bank"}) as record:
        record.keep_secret("pin", "hashed")
        play(record)
        record.copy_to(copy)
        assert record.path == path
        before = tuple(record.entries)
        record.append("note", note("in the original alone"), "facilitator")
        entries = tuple(record.entries)
    found = salvage(copy)
    assert (found.complete, found.entries, found.seed) == (True, before, SEED)
    assert (found.files, found.secrets) == ({"pack.yaml": "id: bank"}, {"pin": "hashed"})
    assert names_in(copy)[0] == ("seat.east", "seat", "east", "The East")
    assert salvage(path).entries == entries
    assert sorted(path.parent.iterdir()) == sorted((path, copy))
    with Record.open(copy) as again:
        assert again.append("note", note("in the copy alone"), "facilitator").number == len(entries)


def test_a_copy_is_never_put_in_the_place_of_a_file(path: Path) -> None:
    """Whatever stands there, the record itself included, stays as it is."""
    letter = path.with_name("letter.wargame")
    letter.write_text("dear all", encoding="utf-8")
    with Record.create(path, SEED) as record:
        play(record)
        for taken in (path, letter):
            with pytest.raises(RecordFault, match="already a file"):
                record.copy_to(taken)
        with pytest.raises(RecordFault, match="cannot be written"):
            record.copy_to(path.parent / "nowhere" / "copy.wargame")
        count = len(record.entries)
    assert letter.read_text(encoding="utf-8") == "dear all"
    assert len(salvage(path).entries) == count
    assert sorted(path.parent.iterdir()) == sorted((path, letter))


SAVED_AND_KILLED = """
import os, sys
from pathlib import Path
from idlib_wargame.record import kept_twice
from idlib_wargame.record.file import Record

path = Path(sys.argv[1])
record = Record.create(path, bytes(32), files={"pack.yaml": "id: bank" * 1000})
for number in range(50):
    record.append("note", {"text": "spoken " * number}, "facilitator")
laid = kept_twice.lay

def killed(*arguments):
    laid(*arguments)
    os.kill(os.getpid(), 9)

kept_twice.lay = killed
getattr(record, sys.argv[2])(path.with_name("copy.wargame"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX systems do")
@pytest.mark.parametrize("how", ["copy_to", "save_as"])
def test_killed_while_it_saves_it_leaves_no_half_file(path: Path, how: str) -> None:
    """Under the new name there is nothing, and the original is whole."""
    command = [sys.executable, "-c", SAVED_AND_KILLED, str(path), how]
    assert subprocess.run(command, check=False).returncode == -9
    assert not path.with_name("copy.wargame").exists()
    assert len(salvage(path).entries) == 50
