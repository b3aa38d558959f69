"""Names that people choose between: no two of them may look the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.nouns import noun
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import (
    Documents,
    Row,
    Spot,
    raw,
    rows_of,
    table_rows,
)
from idlib_wargame.packs.text.strange_signs import as_it_looks
from idlib_wargame.words.language import _, fill

_Named = Iterable[tuple[Spot, Row]]


def check_names_alike(documents: Documents) -> Iterator[Problem]:
    """Every seat, table, track, move, choice, template or restraint that looks like another."""
    yield from _alike("seat", rows_of(documents, "seats.yaml", "seats"))
    yield from _alike("table", rows_of(documents, "pack.yaml", "tables"))
    yield from _alike("track", rows_of(documents, "tracks.yaml", "tracks"))
    moves = [*rows_of(documents, "moves/", "moves")]
    yield from _alike("move", moves)
    for place, move in moves:
        yield from _alike("choice", _rows_in(place, move, "choices"))
    for kind, key in (("template", "templates"), ("restraint", "restraints")):
        yield from _alike(kind, rows_of(documents, AGREEMENTS, key))
    for place, arrangement in rows_of(documents, "pack.yaml", "arrangements"):
        yield from _alike("part", _rows_in(place, arrangement, "parts"))


def _rows_in(place: Spot, row: Row, key: str) -> Iterator[tuple[Spot, Row]]:
    for at, each in enumerate(table_rows(row.get(key))):
        yield place / key / at, each


def _alike(kind: str, rows: _Named) -> Iterator[Problem]:
    first: dict[str, Spot] = {}
    for place, row in rows:
        name = raw(row, "name")
        seen = as_it_looks(name)
        if seen and seen in first:
            found = fill(
                _("{kind} called {name}, as another is"), kind=noun(kind), name=quoted(name)
            )
            expected = fill(
                _("names that look different (the other is at {first})"), first=first[seen]
            )
            yield (place / "name").problem(found, expected)
        first.setdefault(seen, place)
