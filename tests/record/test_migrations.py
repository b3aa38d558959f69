from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from idlib_wargame.record import file_format, migrations
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage
from tests.record.example import ACTS, NAMES, note, played_file


def add_gallery(db: Database) -> None:
    """A later form, with one table more."""
    db.table("gallery").create({"picture": str})


def fail_on_the_way(db: Database) -> None:
    """A later form that does not fit this file."""
    db.execute("CREATE TABLE gallery (picture TEXT)")
    db.execute("INSERT INTO nowhere VALUES (1)")


def learn_form_3(
    monkeypatch: pytest.MonkeyPatch, step: Callable[[Database], None] = add_gallery
) -> None:
    """From here on, the program is the version that knows a third form."""
    later = Migrations(migrations.MIGRATIONS.name)
    later()(migrations.form_2)
    later(name="form_3")(step)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(file_format, "FORM", 3)


def ask(path: Path, sql: str) -> object:
    """One value from a file, through sqlite3."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


def edit(path: Path, *statements: str) -> None:
    """Changes a file behind our back, through sqlite3."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for sql in statements:
            connection.execute(sql)


def make_unreleased(path: Path) -> None:
    """The file says of itself what one of the unreleased form says."""
    edit(
        path,
        "PRAGMA user_version = 1",
        "UPDATE _sqlite_migrations SET name = 'format_1'",
        "DROP TABLE names",
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example, written in form 2."""
    return played_file(tmp_path / "B.wargame")


def test_a_new_file_is_of_the_newest_form(path: Path) -> None:
    """The header and the last of the forms applied say the same number."""
    form = file_format.FORM
    assert ask(path, "PRAGMA user_version") == form
    last = "SELECT name FROM _sqlite_migrations ORDER BY id DESC"
    assert ask(path, last) == f"form_{form}"


def test_an_older_file_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened by a later version, a file gains what is new and keeps every entry."""
    entries = salvage(path).entries
    learn_form_3(monkeypatch)
    with Record.open(path) as record:
        assert tuple(record.entries) == entries
        record.append("note", note("in the new form"), "facilitator")
    assert ask(path, "PRAGMA user_version") == 3
    assert ask(path, "SELECT count(*) FROM gallery") == 0
    assert len(salvage(path).entries) == len(ACTS) + 1


def test_reading_an_older_file_leaves_it_old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A replay in a later version writes nothing."""
    raw = path.read_bytes()
    learn_form_3(monkeypatch)
    found = salvage(path)
    assert (len(found.entries), found.complete) == (len(ACTS), True)
    assert path.read_bytes() == raw


def test_an_upgrade_that_fails_leaves_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried on a copy first, so the file is byte for byte as it was."""
    raw = path.read_bytes()
    learn_form_3(monkeypatch, fail_on_the_way)
    with pytest.raises(RecordFault, match="does not take the changes that this version needs"):
        Record.open(path)
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_file_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a later version wrote may mean something else, so none of it is shown or played on."""
    with monkeypatch.context() as later:
        learn_form_3(later)
        Record.open(path).close()
    raw = path.read_bytes()
    found = salvage(path)
    assert (found.entries, found.complete) == ((), False)
    assert found.stopped == (
        "“B.wargame” was made by a newer version of this program (form 3, where this one reads"
        " form 2); it is left as it was: update the program to open it."
    )
    with pytest.raises(RecordFault, match="newer version"):
        Record.open(path)
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


def test_an_unreleased_file_is_left_alone(path: Path) -> None:
    """A file from before the first release is told in one sentence, and nothing is written."""
    make_unreleased(path)
    raw = path.read_bytes()
    found = salvage(path)
    assert (found.entries, found.complete) == ((), False)
    assert found.stopped == (
        "“B.wargame” was made by a version that was never released (form 1, where this one reads"
        " form 2); it is left as it was: open it with the version that made it."
    )
    with pytest.raises(RecordFault, match="never released"):
        Record.open(path)
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("form", "told"), [(7, "newer version"), (1, "never released")])
def test_the_form_is_told_however_damaged_the_file(path: Path, form: int, told: str) -> None:
    """Entries of another form are not shown either where only some pages could be read."""
    edit(
        path,
        f"PRAGMA user_version = {form}",
        "UPDATE _sqlite_migrations SET name = 'another'",
        "VACUUM",
    )
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) - 4096])
    found = salvage(path)
    assert (found.entries, found.complete) == ((), False)
    assert told in found.stopped
    assert f"form {form}, " in found.stopped


@pytest.mark.parametrize("form", [1, 7, 66, -5])
def test_a_wrong_form_in_the_header_alone_costs_no_entry(path: Path, form: int) -> None:
    """One flipped byte of the header does not make a session look like another version's."""
    edit(path, f"PRAGMA user_version = {form}")
    found = salvage(path)
    assert len(found.entries) == len(ACTS)
    assert "version" not in found.stopped


@pytest.mark.parametrize(
    "damage", ["DROP TRIGGER entries_follow_one_another", "DROP VIEW orders", "DROP VIEW standing"]
)
def test_lost_guards_and_views_are_renewed(path: Path, damage: str) -> None:
    """Opening for play puts back what somebody dropped."""
    edit(path, damage)
    Record.open(path).close()
    assert ask(path, "SELECT count(*) FROM orders") == 4
    with pytest.raises(sqlite3.IntegrityError):
        edit(path, "REPLACE INTO entries SELECT * FROM entries WHERE number = 1")


def test_a_lost_table_of_names_costs_only_names(path: Path) -> None:
    """Without it a file is sound, plays on, and its views show ids without names."""
    edit(path, "DROP TABLE names")
    assert salvage(path).complete
    Record.open(path).close()
    assert ask(path, "SELECT seat FROM rolls") == "east"
    assert ask(path, "SELECT seat_name FROM rolls") is None


def test_opening_keeps_the_names(path: Path) -> None:
    """Names are written once, when the file is made; playing on leaves them as they are."""
    with Record.open(path) as record:
        record.append("note", note("on"), "facilitator")
    assert ask(path, "SELECT count(*) FROM names") == len(NAMES)


def test_a_strangers_trigger_swallows_no_entry(path: Path) -> None:
    """A rule that would drop each entry without a word is taken out before play goes on."""
    edit(
        path,
        """CREATE TRIGGER "a ""quiet"" one" BEFORE INSERT ON entries BEGIN
            SELECT RAISE(IGNORE); END""",
    )
    with Record.open(path) as record:
        record.append("note", note("on"), "facilitator")
    assert len(salvage(path).entries) == len(ACTS) + 1


def test_a_strangers_rule_against_entries_is_told(path: Path) -> None:
    """It keeps the file from being written, and is told calmly."""
    edit(path, "CREATE UNIQUE INDEX once ON entries (iif(number > 17, 18, number))")
    with Record.open(path) as record:
        record.append("note", note("on"), "facilitator")
        with pytest.raises(RecordFault, match="changed by something else"):
            record.append("note", note("and on"), "facilitator")


def test_an_analysts_own_view_is_kept(path: Path) -> None:
    """What someone added for themselves is still there after playing on."""
    edit(path, "CREATE VIEW mine AS SELECT count(*) AS n FROM entries")
    Record.open(path).close()
    assert ask(path, "SELECT n FROM mine") == len(ACTS)
