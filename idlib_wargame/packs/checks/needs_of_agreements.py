"""What a move needs is shown to whoever may order it, so it may ask for no secret agreement."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Fault, Problem, quoted
from idlib_wargame.packs.schema.conditions import names_said
from idlib_wargame.packs.text.spots import Documents, Row, raw, rows_of, table_rows, words
from idlib_wargame.rules.names import BARGAINED, Prefix, parted
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.words.language import _, fill

NEEDS = "needs"


def check_needs_of_agreements(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every name in ``needs`` of which a player of the move may not know."""
    templates = {raw(row, "id"): row for _spot, row in rows_of(documents, AGREEMENTS, "templates")}
    seats = rows_of(documents, "seats.yaml", "seats")
    control = {raw(row, "id") for _spot, row in seats if row.get("control") == "true"}
    for place, move in rows_of(documents, "moves/", "moves"):
        players = (names.ids["seat"] & {*words(move.get("seats"))}) - control
        cells = [(place / NEEDS, raw(move, NEEDS))]
        for at, choice in enumerate(table_rows(move.get("choices"))):
            cells.append((place / "choices" / at / NEEDS, raw(choice, NEEDS)))
        for cell, text in cells:
            for start, name in names_said(text, names):
                fault = _secret(name, players, templates)
                if fault:
                    found, expected = fault
                    yield cell.document.faulty(cell.path, Fault(found, expected, offset=start))


def _secret(name: str, players: set[str], templates: dict[str, Row]) -> tuple[str, str] | None:
    """What is wrong with a name in ``needs``: found and expected; None for nothing."""
    prefix, row = parted(name) or (None, "")
    if prefix not in BARGAINED:
        return None
    if prefix is not Prefix.AGREEMENT:
        return quoted(name), _("nothing in 'needs' that a player may not know ('only_if' may ask)")
    knowing = {*row.split(".")} if "." in row else _knowing(templates.get(row))
    unknowing = sorted(players - knowing) if knowing is not None else []
    if not unknowing:
        return None
    found = fill(_("{name} in a move of seat {seat}"), name=quoted(name), seat=quoted(unknowing[0]))
    return found, _("an agreement that all who may order it know of ('only_if' may ask)")


def _knowing(template: Row | None) -> set[str] | None:
    """Who knows of an agreement by a template; None where all do, or none can be told."""
    if template is None or raw(template, "secrecy") == Secrecy.PUBLIC:
        return None
    guarantor = raw(template, "guarantor") if raw(template, "secrecy") == Secrecy.GUARANTOR else ""
    return {*words(template.get("parties")), guarantor}
