"""Who may make agreements and sign them: seats of control, and the parts of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from idlib_wargame.packs.checks.consequences import CONSEQUENCES
from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Problem, nearest, quoted
from idlib_wargame.packs.text.spots import (
    Documents,
    Row,
    Spot,
    listed,
    raw,
    rows_of,
    table_rows,
    words,
)
from idlib_wargame.packs.text.tree import Document
from idlib_wargame.words.language import _, fill

CONTROL, PARTIES, GUARANTORS = "control", "parties", "guarantors"


def check_signing(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every problem with who signs for whom, and with what control may agree to."""
    document = documents.get(AGREEMENTS)
    if document is None:
        return
    yield from _signing_seats(Spot(document, ("sign_for",)), documents)
    seats = rows_of(documents, "seats.yaml", "seats")
    of_control = {raw(row, "id") for _spot, row in seats if row.get("control") == "true"}
    told = listed(document, CONTROL)
    control = told if isinstance(told, dict) else {}
    for key in (PARTIES, GUARANTORS):
        place = Spot(document, (CONTROL, key))
        yield from _not_of_control(place, control, key, of_control, names)
    if _says_all(document, control):
        cells = [*_parties(documents), *_in_consequences(documents)]
        yield from _may_not(cells, control, of_control)


def _says_all(document: Document, control: Row) -> bool:
    """Whether what control may do is told under no misspelt key, which is told by itself."""
    if control.keys() - {PARTIES, GUARANTORS}:
        return False
    keys = document.data if isinstance(document.data, dict) else ()
    return CONTROL in keys or not nearest(CONTROL, keys)


def _signing_seats(place: Spot, documents: Documents) -> Iterator[Problem]:
    """Whoever signs for an actor is a part of it in that arrangement."""
    ways = {raw(row, "id"): row for _spot, row in rows_of(documents, "pack.yaml", "arrangements")}
    told = listed(place.document, "sign_for")
    for way, seats in told.items() if isinstance(told, dict) else ():
        if way not in ways or not isinstance(seats, dict):
            continue
        for actor, seat in seats.items():
            own = [
                raw(part, "id")
                for part in table_rows(ways[way].get("parts"))
                if raw(part, "of") == actor
            ]
            here = place / way / actor
            if not own:
                found = fill(_("seat {seat}"), seat=quoted(actor))
                expected = fill(_("a seat that arrangement {way} has parts of"), way=quoted(way))
                yield here.problem(found, expected, on_key=True)
            elif isinstance(seat, str) and seat not in own:
                found = fill(_("part {part}"), part=quoted(seat))
                expected = fill(
                    _("a part of {seat} in arrangement {way}"), seat=quoted(actor), way=quoted(way)
                )
                yield here.problem(found, expected, nearest(seat, own))


def _not_of_control(
    place: Spot, control: Row, key: str, of_control: set[str], names: Names
) -> Iterator[Problem]:
    """Seats of players may agree to anything, and are not named."""
    for at, seat in enumerate(words(control.get(key))):
        if seat in names.ids["seat"] and seat not in of_control:
            found = fill(_("seat {seat}"), seat=quoted(seat))
            expected = _("a seat with 'control: true' (players may agree to anything)")
            yield (place / at).problem(found, expected, nearest(seat, of_control))


def _parties(documents: Documents) -> Iterator[tuple[Spot, str, str]]:
    for place, row in rows_of(documents, AGREEMENTS, "templates"):
        for at, seat in enumerate(words(row.get("parties"))):
            yield place / "parties" / at, seat, PARTIES
        yield place / "guarantor", raw(row, "guarantor"), GUARANTORS


def _in_consequences(documents: Documents) -> Iterator[tuple[Spot, str, str]]:
    """Nothing follows from what somebody did who is never a party."""
    for place, row in rows_of(documents, AGREEMENTS, *CONSEQUENCES):
        for key in ("by", "to"):
            for at, seat in enumerate(words(row.get(key))):
                yield place / key / at, seat, PARTIES


def _may_not(
    cells: Iterable[tuple[Spot, str, str]], control: Row, of_control: set[str]
) -> Iterator[Problem]:
    """Whoever may be a party may guarantee too."""
    for here, seat, key in cells:
        may = [*words(control.get(PARTIES)), *words(control.get(key))]
        if seat in of_control and seat not in may:
            found = fill(_("seat {seat} of control"), seat=quoted(seat))
            expected = fill(_("it under '{key}' of 'control' first"), key=key)
            yield here.problem(found, expected)
