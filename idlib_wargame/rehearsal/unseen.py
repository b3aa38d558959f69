"""What never showed in any rehearsal: outcomes, moves, bands, and every other row of the pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.reach import bands_due, bands_within_reach
from idlib_wargame.rehearsal.rehearsals import Rehearsals, move_name
from idlib_wargame.rehearsal.rows import KINDS, Row, rows_of
from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.words.odds import band_words

# Rows without an id of their own go by their words alone.
NAMELESS = ("modifier", "joint", "principals")


def unseen_outcomes(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Outcomes in which no session ended."""
    reached = rehearsals.all.outcomes
    unreached = [f"“{each.name}”" for each in rehearsals.scenario.outcomes if not reached[each.id]]
    yield from _never(
        rehearsals,
        "Endings",
        "The outcome {} was never reached.",
        "{} outcomes were never reached",
        unreached,
    )
    if not unreached:
        yield Finding("Endings", "Every outcome was reached.")


def unseen_moves(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Moves and choices that were never legal, ordered or rolled, and bands that never came up."""
    shown = moves_shown(rehearsals)
    told = list(_unplayed(rehearsals, shown))
    bands = [
        f"{move_name(move)}: {', '.join(bands_told(rehearsals, move, unseen))}"
        for move in rehearsals.scenario.moves
        if move.id in shown and (unseen := bands_unseen(rehearsals, move))
    ]
    told += _never(
        rehearsals,
        "Moves",
        "A band never came up: {}.",
        "In {} moves a band never came up",
        bands,
        fault=False,
    )
    yield from told
    if not told:
        yield Finding("Moves", "Every move was legal, was ordered and came out in every band.")


def moves_shown(rehearsals: Rehearsals) -> set[str]:
    """Moves that were rolled at least once, whoever ordered them."""
    return {move for move, _ in rehearsals.all.bands}


def bands_unseen(rehearsals: Rehearsals, move: Move) -> list[Band]:
    """The bands that the move ought to show and never did, best first."""
    seen = rehearsals.all.bands
    due = sorted(bands_due(rehearsals.scenario, move), reverse=True)
    return [band for band in due if not seen[move.id, band]]


def bands_told(rehearsals: Rehearsals, move: Move, bands: list[Band]) -> list[str]:
    """Bands in words, those that no throw can give marked as such."""
    within = bands_within_reach(rehearsals.scenario, move)
    return [
        band_words(band) if band in within else f"{band_words(band)} (out of reach at its odds)"
        for band in bands
    ]


def unseen_rows(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Rows that never fired, counted, were lit or reached, kind by kind."""
    seen = rehearsals.all.rows
    rows = rows_of(rehearsals.scenario)
    told: list[Finding] = []
    for kind, words in KINDS.items():
        ours = [row for row in rows if row.kind == kind and _could_show(row, seen)]
        told += _never(
            rehearsals,
            "Other rows",
            f"The {words.one} {{}} {words.never_one}.",
            f"{{}} of {len(ours)} {words.many} {words.never_many}",
            [_name(row) for row in ours if not seen[row.key]],
            fault=words.must,
        )
    yield from told
    if rows and not told:
        yield Finding("Other rows", "Every other row of the pack showed at least once.")


def _unplayed(rehearsals: Rehearsals, shown: set[str]) -> Iterator[Finding]:
    tally, moves = rehearsals.all, rehearsals.scenario.moves
    ordered = {order.move for order in tally.ordered} | set(tally.lapsed)
    idle = [move for move in moves if move.id not in shown]
    closed = [
        f"{move_name(move)}: {choice.name}"
        for move in moves
        for choice in move.choices
        if tally.legal[move.id] and not tally.legal_ways[move.id, choice.id]
    ]
    for one, many, rows in (
        (
            "{} was never legal.",
            "{} moves were never legal",
            [move_name(m) for m in idle if not tally.legal[m.id] and m.id not in ordered],
        ),
        (
            "{} was legal but never ordered.",
            "{} moves were legal but never ordered",
            [move_name(m) for m in idle if tally.legal[m.id] and m.id not in ordered],
        ),
        (
            "{} was ordered but always lapsed.",
            "{} moves were ordered but always lapsed",
            [move_name(m) for m in idle if m.id in ordered],
        ),
        ("The choice {} was never legal.", "{} choices were never legal", closed),
    ):
        yield from _never(rehearsals, "Moves", one, many, rows)


def _could_show(row: Row, seen: Counter[RowKey]) -> bool:
    """A chance that was never thrown for is told as such, not as one that never came off."""
    return row.kind != "chance_came" or bool(seen["chance", row.id])


def _name(row: Row) -> str:
    return f"“{row.name}”" if row.kind in NAMELESS else f"{row.id} (“{row.name}”)"


def _never(
    rehearsals: Rehearsals, topic: str, one: str, many: str, rows: list[str], fault: bool = True
) -> Iterator[Finding]:
    """That these never showed: in the sentence where it is one, below it where they are more."""
    at_fault = fault and rehearsals.whole
    if len(rows) == 1:
        yield Finding(topic, one.format(rows[0]), (), at_fault)
    elif rows:
        yield Finding(topic, f"{many.format(len(rows))}:", tuple(rows), at_fault)
