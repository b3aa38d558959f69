"""Forged bodies, every digest right: each kind of entry, each key, missing, mistyped, absurd."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from idlib_wargame.cli import main
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import BEGINNING, Entry, digest_of
from idlib_wargame.record.salvage import salvage
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.ending import ending
from idlib_wargame.views.retelling import Retelling
from idlib_wargame.views.seat import view_of
from tests.session.saved_forms import decided, white_cell, whole

MISSING = object()
DEEP = json.loads("[" * 60 + "]" * 60)
# What may stand where something else was meant: nothing, each other type, and too much of each.
INSTEAD: tuple[Any, ...] = (
    MISSING, None, True, -1, 7, 10**30, 2.5, "", "nobody", "\ud800", "x" * 100_000, [], ["x"],
    [[]], DEEP, {}, {"x": "x"},
)  # fmt: skip
MOMENTS = ("yesterday", "", "2026-13-45T99:99:99.999Z", "9" * 400, "2026-01-01T00:00:00+02:00")
Place = tuple[str | int, ...]


class Forgery(NamedTuple):
    """Entry ``number`` of a file holds ``value`` at a place in its body, or as its time."""

    path: Path
    number: int
    kind: str
    place: Place
    value: Any

    def __str__(self) -> str:
        key = ".".join(map(str, self.place))
        said = "nothing" if self.value is MISSING else ascii(self.value)[:40]
        return f"entry {self.number} ({self.kind}), {key}: {said}"


def true_files(folder: Path, reading: PackReading) -> tuple[Path, ...]:
    """Sessions with an entry of every kind: one to its end, and those of a white cell at work."""
    made = {"true.wargame": whole, "decided.wargame": decided, "cell.wargame": white_cell}
    for name, make in made.items():
        make(folder / name, reading).close()
    return tuple(folder / name for name in made)


def forgeries(paths: Iterable[Path]) -> Iterator[Forgery]:
    """Of the richest entry of each kind: each place in its body, with each thing instead."""
    richest: dict[str, tuple[Path, Entry]] = {}
    for path in paths:
        for entry in salvage(path).entries:
            _, before = richest.setdefault(entry.kind, (path, entry))
            if len(entry.body.text) > len(before.body.text):
                richest[entry.kind] = path, entry
    for kind, (path, entry) in richest.items():
        for place in _places(entry.body.content):
            yield from (Forgery(path, entry.number, kind, place, value) for value in INSTEAD)
        yield from (Forgery(path, entry.number, kind, ("at",), moment) for moment in MOMENTS)


def _places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Every key, and the first element of every list; of the situation, a few cells."""
    if isinstance(value, dict):
        keys = list(value)[:3] if place[-1:] == ("state",) else list(value)
        for key in keys:
            yield (*place, key)
            yield from _places(value[key], (*place, key))
    elif isinstance(value, list) and value:
        yield (*place, 0)
        yield from _places(value[0], (*place, 0))


def forged(forgery: Forgery) -> Path:
    """A copy of the file with that in it, and every digest right."""
    false = forgery.path.with_name("false.wargame")
    shutil.copyfile(forgery.path, false)
    with closing(sqlite3.connect(false)) as db, db:
        db.execute("DROP TRIGGER entries_are_never_changed")
        rows = db.execute("SELECT number, at, kind, by, body FROM entries ORDER BY number")
        head = BEGINNING
        for number, at, kind, by, body in rows.fetchall():
            if number == forgery.number and forgery.place == ("at",):
                at = forgery.value
            elif number == forgery.number:
                body = _with(body, forgery)
            head = digest_of(head, number, at, kind, by, body)
            changed = (at, body, head, number)
            db.execute("UPDATE entries SET at = ?, body = ?, digest = ? WHERE number = ?", changed)
    return false


def _with(body: str, forgery: Forgery) -> str:
    content = deepcopy(json.loads(body))
    *way, last = forgery.place
    holder = content
    for key in way:
        holder = holder[key]
    if forgery.value is MISSING:
        del holder[last]
    else:
        holder[last] = forgery.value
    return json.dumps(content, separators=(",", ":"), sort_keys=True)


def fault_of(forgery: Forgery) -> str:
    """What a forgery does to somebody who uses the file; empty where it is told calmly."""
    try:
        used(forged(forgery))
    except Exception as error:  # whatever it is, it should not have come so far
        return f"{forgery}: {type(error).__name__}: {error}"
    return ""


def used(path: Path) -> str:
    """Read, replay, verify, show and go on with it, for every reader. What it was refused with.

    Whatever it holds, nothing but a SessionFault may come of it.
    """
    shown = CliRunner().invoke(main, ["show", str(path)])
    if shown.exception is not None and not isinstance(shown.exception, SystemExit):
        raise shown.exception
    with suppress(SessionFault):
        verify(path)
    with suppress(SessionFault):
        Session.open(path).close()
    try:
        saved = read_session(path)
    except SessionFault as fault:
        return str(fault)
    _look(saved)
    return saved.told


def _look(saved: SavedSession) -> None:
    seats = [seat.id for seat in saved.scenario.seats]
    for reader in (CONTROL, ROOM, *map(Reader, seats)):
        saved.log_for(reader)
    for reader in (CONTROL, ROOM):
        told = Retelling.of(saved, reader)
        for place in range(len(told.moments)):
            told.play_at(place)
    for moment in saved.moments[-3:]:
        for seat in seats:
            view_of(saved.referee, moment.play, seat)
    ending(saved.referee, saved.last)
