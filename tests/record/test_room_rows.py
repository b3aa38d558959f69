"""What the room keeps beside the chain of entries."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.room_rows import MOST_BYTES, MOST_IN_ALL, MOST_ROWS, TooMuch
from idlib_wargame.record.salvage import salvage
from tests.record.example import ACTS, SEED, note, play, played_file
from tests.record.test_file import fill_the_disk
from tests.record.test_migrations import ask, edit

ADA = {("astra.ada", "message.text"): "We would rath", ("astra.ada", "note"): "Ask Bo"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example, closed."""
    return played_file(tmp_path / "B.wargame")


def test_what_is_kept_is_there_again_after_a_restart(path: Path) -> None:
    """Each owner has their own, and no entry comes of it."""
    with Record.open(path) as record:
        record.keep(ADA)
        record.keep({("borea.bo", "message.text"): "Perhaps – ö\0\U0001f30a"})
    with Record.open(path) as record:
        assert record.kept("astra.ada") == {"message.text": "We would rath", "note": "Ask Bo"}
        assert record.kept("borea.bo") == {"message.text": "Perhaps – ö\0\U0001f30a"}
        assert record.kept("nobody") == {}
        assert len(record.entries) == len(ACTS)
    assert salvage(path).complete


def test_what_is_typed_on_takes_the_place_of_what_was(path: Path) -> None:
    """And what was sent is kept no longer."""
    with Record.open(path) as record:
        record.keep(ADA)
        record.keep(
            {("astra.ada", "message.text"): "We would rather wait", ("astra.ada", "note"): ""}
        )
        assert record.kept("astra.ada") == {"message.text": "We would rather wait"}
    with Record.open(path) as record:
        assert record.kept("astra.ada") == {"message.text": "We would rather wait"}
        record.keep({("astra.ada", "message.text"): ""})
        assert record.kept("astra.ada") == {}
    assert ask(path, "SELECT count(*) FROM room") == 0


def test_nothing_is_left_in_the_file_of_what_is_kept_no_longer(path: Path) -> None:
    """What somebody thought better of is not to be read by whoever has the file."""
    with Record.open(path) as record:
        record.keep({("astra.ada", "note"): "SECRET " * 500})
        record.keep({("astra.ada", "note"): ""})
    assert b"SECRET" not in path.read_bytes()


def test_it_is_there_after_the_program_was_killed(path: Path) -> None:
    """The file as it stands with its journal, while the record was never closed."""
    copy = path.with_name("copy.wargame")
    with Record.open(path) as record:
        record.keep(ADA)
        for each in (path, path.with_name(f"{path.name}-wal")):
            each.with_name(each.name.replace(path.name, copy.name)).write_bytes(each.read_bytes())
    with Record.open(copy) as again:
        assert again.kept("astra.ada")["note"] == "Ask Bo"


def test_it_works_in_memory_and_goes_along_to_a_file(path: Path) -> None:
    """An exercise without a file, which is saved later on and goes on there."""
    record = Record.in_memory(SEED)
    record.keep(ADA)
    place = path.with_name("later.wargame")
    record.save_as(place)
    record.keep({("astra.ada", "note"): ""})
    record.close()
    with Record.open(place) as again:
        assert again.kept("astra.ada") == {"message.text": "We would rath"}


def test_going_on_elsewhere_takes_it_along_and_a_copy_leaves_it_out(path: Path) -> None:
    """A copy may be for others: what people have not sent is for nobody else."""
    moved, copy = path.with_name("moved.wargame"), path.with_name("copy.wargame")
    with Record.open(path) as record:
        record.keep({("astra.ada", "note"): "SECRET"})
        record.copy_to(copy)
        record.save_as(moved)
        assert record.kept("astra.ada") == {"note": "SECRET"}
    assert b"SECRET" not in copy.read_bytes()
    with Record.open(copy) as record:
        assert record.kept("astra.ada") == {}
    with Record.open(moved) as record:
        assert record.kept("astra.ada") == {"note": "SECRET"}


def test_it_goes_along_into_memory_where_the_disk_fails(path: Path) -> None:
    """Nothing that was typed is lost with the file."""
    with Record.open(path) as record:
        record.keep(ADA)
        fill_the_disk(record)
        long = {("astra.ada", f"reason.{number}"): "x" * MOST_BYTES for number in range(20)}
        with pytest.raises(RecordFault, match="the disk is full"):
            record.keep(long)
        assert record.kept("astra.ada") == {"message.text": "We would rath", "note": "Ask Bo"}
        memory = record.move_to_memory()
    memory.keep(long)
    assert len(memory.kept("astra.ada")) == 22


def test_it_is_no_change_that_a_copy_of_the_file_would_lack(path: Path) -> None:
    """Still, a quiet moment brings it home, and many of them do not pile up in the journal."""
    journal = path.with_name(f"{path.name}-wal")
    with Record.open(path) as record:
        record.keep(ADA)
        assert record.unsettled == 0
        record.settle()
        settled = journal.stat().st_size
        for number in range(600):
            record.keep({("astra.ada", "note"): f"{number}"})
        assert journal.stat().st_size < 600 * 4096
        record.settle()
        assert journal.stat().st_size == settled
        assert record.append("note", note("on"), "facilitator").number == len(ACTS) + 1


def test_more_than_may_be_kept_is_refused(path: Path) -> None:
    """Neither a long text nor many of them fill the file; nothing of what was given is kept."""
    record = Record.in_memory(SEED)
    for amiss in (
        {("astra.ada", "note"): "x" * (MOST_BYTES + 1)},
        {("astra.ada", "note"): "ö" * (MOST_BYTES // 2 + 1)},
        {("astra.ada", f"{number}"): "x" for number in range(MOST_ROWS + 1)},
        {("astra.ada", f"{n}"): "x" * MOST_BYTES for n in range(MOST_IN_ALL // MOST_BYTES + 1)},
        {("", "note"): "x"},
        {("astra.ada", ""): "x"},
        {("astra.ada", "n" * 201): "x"},
    ):
        with pytest.raises(TooMuch):
            record.keep({("borea.bo", "note"): "Fine", **amiss})
        assert record.kept("astra.ada") == record.kept("borea.bo") == {}


def test_where_it_is_full_one_may_still_write_shorter(path: Path) -> None:
    """What is there already is changed as long as it does not grow."""
    record = Record.in_memory(SEED)
    record.keep({("astra.ada", f"{number}"): "long" for number in range(MOST_ROWS)})
    with pytest.raises(TooMuch, match="no room for more"):
        record.keep({("borea.bo", "note"): "x"})
    record.keep({("astra.ada", "7"): "less"})
    record.keep({("astra.ada", "8"): ""})
    record.keep({("borea.bo", "note"): "x"})
    assert record.kept("borea.bo") == {"note": "x"}


def test_half_a_character_costs_no_text(path: Path) -> None:
    """A broken paste is kept with the sign for what is lost."""
    with Record.open(path) as record:
        record.keep({("astra.ada", "note"): "a\ud800b"})
        assert record.kept("astra.ada") == {"note": "a\ufffdb"}


def test_no_row_of_the_room_is_taken_for_a_secret(path: Path) -> None:
    """Where a damaged file is searched page by page, a PIN is nobody's to plant."""
    with Record.open(path) as record:
        for owner in ("seed", "pin.facilitator"):
            with pytest.raises(TooMuch):
                record.keep({(owner, "x"): "a" * 64})


def test_a_lost_table_costs_only_what_was_kept(path: Path) -> None:
    """Without it a file is sound, plays on, and keeps things again."""
    edit(path, "DROP TABLE room")
    assert salvage(path).complete
    with Record.open(path) as record:
        assert record.kept("astra.ada") == {}
        record.keep(ADA)
    assert ask(path, "SELECT count(*) FROM room") == 2


def test_what_the_room_does_not_write_is_passed_over(path: Path) -> None:
    """Whatever somebody put into the table, the file opens with the rest."""
    edit(
        path,
        "INSERT INTO room VALUES ('astra.ada', 'note', 'Fine')",
        "INSERT INTO room VALUES ('astra.ada', 'broken', CAST(x'ff' AS TEXT))",
        "INSERT INTO room VALUES ('astra.ada', 'long', hex(zeroblob(20001)))",
        "INSERT INTO room VALUES ('', 'nobody', 'x')",
    )
    with Record.open(path) as record:
        assert record.kept("astra.ada") == {"note": "Fine"}


def test_a_strangers_trigger_on_it_is_taken_out(path: Path) -> None:
    """It could write entries, or keep what people type for somebody else."""
    edit(
        path,
        "CREATE TABLE spy (value TEXT)",
        "CREATE TRIGGER spies AFTER INSERT ON room BEGIN INSERT INTO spy VALUES (NEW.value); END",
    )
    with Record.open(path) as record:
        record.keep(ADA)
    assert ask(path, "SELECT count(*) FROM spy") == 0


def test_a_view_in_its_place_is_not_read(path: Path) -> None:
    """It might never end."""
    edit(
        path,
        "DROP TABLE room",
        "CREATE VIEW room AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT x AS owner, x AS name, x AS value FROM n",
    )
    with pytest.raises(RecordFault):
        Record.open(path)


def test_a_damaged_file_gives_its_entries_without_it(path: Path) -> None:
    """The page of the table is broken: what was played is read all the same."""
    with Record.open(path) as record:
        record.keep({("astra.ada", "note"): "KEPT" * 200})
    raw = bytearray(path.read_bytes())
    page = raw.index(b"KEPT") // 4096 * 4096
    raw[page : page + 8] = b"\xff" * 8
    path.write_bytes(raw)
    assert len(salvage(path).entries) == len(ACTS)


def test_a_closed_record_keeps_nothing_more(path: Path) -> None:
    """As it appends nothing."""
    record = Record.open(path)
    record.close()
    with pytest.raises(RecordFault, match="was closed"):
        record.keep(ADA)


def test_a_file_of_before_has_where_to_keep(tmp_path: Path) -> None:
    """A file that was made without the table gets it as it is opened."""
    path = tmp_path / "old.wargame"
    with Record.create(path, SEED) as record:
        play(record)
    edit(path, "DROP TABLE room")
    Record.open(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM room").fetchone() == (0,)
