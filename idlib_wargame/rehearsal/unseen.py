"""What never showed in any rehearsal: outcomes, moves, bands, and every other row of the pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.reach import bands_due, bands_within_reach
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.rows import KINDS, MUST_SHOW, Row, rows_of
from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.words import never_shown
from idlib_wargame.words.rehearsing import Topic, coded_move

# Rows without an id of their own go by their words alone.
NAMELESS = ("modifier", "joint", "principals")

Held = TypeVar("Held", int, str)


def unseen_outcomes(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Outcomes in which no session ended."""
    reached, held = rehearsals.all.outcomes, rehearsals.all.endings
    unreached = [each.id for each in rehearsals.scenario.outcomes if not reached[each.id]]
    hidden = {each: first for each in unreached if (first := _always_with(each, held))}
    for outcome, first in hidden.items():
        told = map(rehearsals.outcome_name, (outcome, first))
        text = never_shown.outcome_never_first(*told)
        yield Finding(Topic.ENDINGS, text, fault=rehearsals.whole)
    plain = [rehearsals.outcome_name(each) for each in unreached if each not in hidden]
    if plain:
        text = never_shown.outcomes_never_reached(plain)
        yield _never(Topic.ENDINGS, text, plain, rehearsals.whole)
    if not unreached:
        yield Finding(Topic.ENDINGS, never_shown.every_outcome_reached())


def unseen_moves(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Moves and choices that were never legal, ordered or rolled, and bands that never came up."""
    shown = moves_shown(rehearsals)
    told = list(_unplayed(rehearsals, shown))
    bands = [
        never_shown.bands_of_move(coded_move(move), bands_told(rehearsals, move, unseen))
        for move in rehearsals.scenario.moves
        if move.id in shown and (unseen := bands_unseen(rehearsals, move))
    ]
    if bands:
        told.append(_never(Topic.MOVES, never_shown.bands_never_came_up(bands), bands, False))
    yield from told
    if not told:
        yield Finding(Topic.MOVES, never_shown.every_move_played())


def moves_shown(rehearsals: Rehearsals) -> set[str]:
    """Moves that were rolled at least once, whoever ordered them."""
    return {move for move, _ in rehearsals.all.bands}


def bands_unseen(rehearsals: Rehearsals, move: Move) -> list[Band]:
    """The bands that the move ought to show and never did, best first."""
    seen = rehearsals.all.bands
    due = sorted(bands_due(rehearsals.scenario, move), reverse=True)
    return [band for band in due if not seen[move.id, band]]


def bands_told(rehearsals: Rehearsals, move: Move, bands: list[Band]) -> list[str]:
    """Bands in words, those that no throw can give told as such."""
    within = bands_within_reach(rehearsals.scenario, move)
    return [never_shown.band_told(band, within_reach=band in within) for band in bands]


def unseen_rows(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Rows that never fired, counted, were lit or reached, kind by kind."""
    seen = rehearsals.all.rows
    rows = rows_of(rehearsals.scenario)
    hidden = _hidden_rungs(rehearsals)
    found = bool(hidden)
    for rung, higher in hidden.items():
        text = never_shown.rung_never_highest(_name(rung), _name(higher))
        yield Finding(Topic.OTHER_ROWS, text, fault=rehearsals.whole)
    for kind in KINDS:
        ours = [row for row in rows if row.kind == kind and _could_show(row, seen)]
        unseen = [_name(row) for row in ours if not seen[row.key] and row not in hidden]
        if unseen:
            found = True
            text = never_shown.rows_never_showed(kind, unseen, len(ours))
            fault = kind in MUST_SHOW and rehearsals.whole
            yield _never(Topic.OTHER_ROWS, text, unseen, fault)
    if rows and not found:
        yield Finding(Topic.OTHER_ROWS, never_shown.every_row_showed())


def _hidden_rungs(rehearsals: Rehearsals) -> dict[Row, Row]:
    """Each rung that was never reached as a higher one always held with it, and that one."""
    seen, held = rehearsals.all.rows, rehearsals.all.rungs
    rungs = {row.id: row for row in rows_of(rehearsals.scenario) if row.kind == "rung"}
    return {
        row: rungs[str(higher)]
        for row in rungs.values()
        if not seen[row.key] and (higher := _always_with(int(row.id), held)) is not None
    }


def _always_with(row: Held, held: Mapping[tuple[Held, ...], int]) -> Held | None:
    """What stood before the row whenever its condition held: the nearest, of several.

    None where its condition never held, or nothing always stood before it.
    """
    before = [rows[: rows.index(row)] for rows in held if row in rows]
    always = set(before[0]).intersection(*before[1:]) if before else set()
    return next((each for each in reversed(before[0]) if each in always), None) if always else None


def _unplayed(rehearsals: Rehearsals, shown: set[str]) -> Iterator[Finding]:
    tally, moves = rehearsals.all, rehearsals.scenario.moves
    ordered = {order.move for order in tally.ordered} | set(tally.lapsed)
    idle = [move for move in moves if move.id not in shown]
    closed = [
        never_shown.choice_of_move(coded_move(move), choice.name)
        for move in moves
        for choice in move.choices
        if tally.legal[move.id] and not tally.legal_ways[move.id, choice.id]
    ]
    never_ordered = [move for move in idle if move.id not in ordered]
    for words, rows in (
        (
            never_shown.moves_never_legal,
            [coded_move(move) for move in never_ordered if not tally.legal[move.id]],
        ),
        (
            never_shown.moves_never_ordered,
            [coded_move(move) for move in never_ordered if tally.legal[move.id]],
        ),
        (
            never_shown.moves_always_lapsed,
            [coded_move(move) for move in idle if move.id in ordered],
        ),
        (never_shown.choices_never_legal, closed),
    ):
        if rows:
            yield _never(Topic.MOVES, words(rows), rows, rehearsals.whole)


def _could_show(row: Row, seen: Counter[RowKey]) -> bool:
    """A chance that was never thrown for is told as such, not as one that never came off."""
    return row.kind != "chance_came" or bool(seen["chance", row.id])


def _name(row: Row) -> str:
    return never_shown.row_words(row.name, "" if row.kind in NAMELESS else row.id)


def _never(topic: Topic, text: str, rows: Sequence[str], fault: bool) -> Finding:
    """That these never showed: one stands in the sentence, more stand below it."""
    return Finding(topic, text, tuple(rows) if len(rows) > 1 else (), fault)
