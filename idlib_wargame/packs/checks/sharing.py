"""How people may share a pack's seats, and what they may settle before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.checks.one_meaning import check_seat_id
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.nouns import a_noun
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import (
    Documents,
    Row,
    Spot,
    raw,
    rows_of,
    table_rows,
    twice,
    words,
)
from idlib_wargame.rules.names import RESULTS
from idlib_wargame.words.language import _, fill


def check_sharing(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every problem between the parts of an arrangement or of an option."""
    for place, row in rows_of(documents, "pack.yaml", "options"):
        choices = enumerate(table_rows(row.get("choices")))
        yield from twice(
            "choice", ((place / "choices" / n / "id", raw(c, "id")) for n, c in choices)
        )
    for place, row in rows_of(documents, "pack.yaml", "arrangements"):
        parts = enumerate(table_rows(row.get("parts")))
        cells = [(place / "parts" / at / "id", raw(part, "id")) for at, part in parts]
        yield from twice("part", iter(cells))
        for cell, part in cells:
            yield from _taken(cell, part, names)
        yield from _each_actor_once(place, row)
        yield from _hosts(place, row, names)


def _taken(place: Spot, part: str, names: Names) -> Iterator[Problem]:
    """A part sits at the table as a seat does, so its id must be as free as a seat's."""
    for kind in ("seat", "move", "tag"):
        if part in names.ids[kind]:
            yield place.problem(
                fill(_("part {part}, which is also {kind}"), part=quoted(part), kind=a_noun(kind)),
                _("an id of its own"),
            )
            return
    yield from check_seat_id(place, part)
    if part in RESULTS:
        yield place.problem(
            fill(_("part {part}, which is also a result"), part=quoted(part)), _("an id of its own")
        )


def _given_away(place: Spot, row: Row) -> Iterator[tuple[Spot, str]]:
    """The actors that an arrangement takes from their own seats, and where it says so."""
    hosts = row.get("with_seat")
    yield from (
        (place / "with_seat" / each, each) for each in (hosts if isinstance(hosts, dict) else ())
    )
    yield from ((place / "control" / at, each) for at, each in enumerate(words(row.get("control"))))
    split = [raw(part, "of") for part in table_rows(row.get("parts"))]
    for at, actor in enumerate(split):
        if actor not in split[:at]:
            yield place / "parts" / at / "of", actor


def _each_actor_once(place: Spot, row: Row) -> Iterator[Problem]:
    seen: set[str] = set()
    for cell, actor in _given_away(place, row):
        if actor and actor in seen:
            found = fill(_("seat {actor} in a second place"), actor=quoted(actor))
            yield cell.problem(found, _("it once in an arrangement"), on_key=True)
        seen.add(actor)


def _hosts(place: Spot, row: Row, names: Names) -> Iterator[Problem]:
    gone = {actor for _, actor in _given_away(place, row)}
    hosts = row.get("with_seat")
    for guest, host in hosts.items() if isinstance(hosts, dict) else ():
        if host in names.ids["seat"] and host in gone:
            found = fill(_("seat {host}, which this arrangement gives away"), host=quoted(host))
            yield (place / "with_seat" / guest).problem(found, _("a seat that stays as it is"))
