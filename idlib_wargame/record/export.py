"""Entries as a database in memory, and any view of them as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from sqlite_utils import Database

from idlib_wargame.record.entry import Entry
from idlib_wargame.record.layout import INSERT
from idlib_wargame.record.migrations import bring_up_to_date


def as_database(entries: Iterable[Entry]) -> Database:
    """The entries with every view, in memory; also what was salvaged of a damaged file."""
    db = Database(memory=True, execute_plugins=False)
    bring_up_to_date(db)
    with db.atomic():
        db.conn.executemany(INSERT, (entry.row for entry in entries))
    return db


def write_csv(entries: Iterable[Entry], view: str, out: TextIO) -> None:
    """One view as comma-separated values, with a line of headings."""
    with as_database(entries) as db:
        writer = csv.DictWriter(out, [column.name for column in db[view].columns])
        writer.writeheader()
        writer.writerows(db[view].rows)
