"""Rehearsals as plain values, in the pack's order, for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from idlib_wargame.rehearsal.betters import gains
from idlib_wargame.rehearsal.figures import MoveFigures, SeatFigures, TrackFigures
from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.rows import rows_of
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally, Way
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.book import may_order
from idlib_wargame.rules.variants import Variant
from idlib_wargame.words.language import unmarked

Json = dict[str, Any]
SCORES = range(4)


def to_json(rehearsals: Rehearsals, found: Sequence[Finding]) -> Json:
    """Findings, then every run with its figures. Shares are 0 to 1; all else are counts."""
    return {
        "findings": [_finding(each) for each in found],
        "runs": [_run(rehearsals, run, tally) for run, tally in rehearsals.tallies.items()],
        "other_ways": [
            {**_variant(rehearsals.scenario, way), **_ended(rehearsals.scenario, tally)}
            for way, tally in rehearsals.by_variant.items()
        ],
    }


def _finding(found: Finding) -> Json:
    """Its topic is an id; its text and rows are for whoever the program shows them to."""
    rows = [unmarked(row) for row in found.rows]
    return {**found._asdict(), "text": unmarked(found.text), "rows": rows}


def _run(rehearsals: Rehearsals, run: Run, tally: Tally) -> Json:
    scenario = rehearsals.played(run)
    return {
        "habit": run.habit,
        **_variant(rehearsals.scenario, run.variant),
        **_ended(scenario, tally),
        "moves": _moves(scenario, tally),
        "tracks": _tracks(scenario, tally),
        "seats": _seats(rehearsals, run, tally),
        "clauses": {
            clause.id: [tally.clauses[clause.id, score] for score in SCORES]
            for clause in scenario.clauses
        },
        "agreements": {
            template.id: {
                each: tally.agreed[template.id, each]
                for each in ("offered", "signed", "declared", "kept", "breached")
            }
            for template in (scenario.bargain.templates if scenario.bargain else ())
        },
        "aims": [
            {"id": aim.id, "seat": aim.seat, "met": tally.share(tally.aims[aim.id])}
            for aim in scenario.aims
        ],
        "rows": [
            {
                "kind": row.kind,
                "id": row.id,
                "words": unmarked(row.name),
                "count": tally.rows[row.key],
            }
            for row in rows_of(scenario)
        ],
    }


def _variant(scenario: Scenario, variant: Variant) -> Json:
    """How the pack was set up; what is empty or left out is its own."""
    return {
        "start": variant.start,
        "options": dict(variant.options),
        "turns": variant.turns or scenario.turns,
        "arrangement": variant.arrangement,
    }


def _ended(scenario: Scenario, tally: Tally) -> Json:
    return {
        "sessions": tally.sessions,
        "outcomes": {
            each.id: {
                "count": tally.outcomes[each.id],
                "share": tally.share(tally.outcomes[each.id]),
            }
            for each in scenario.outcomes
        },
        "no_outcome": tally.outcomes[""],
    }


def _moves(scenario: Scenario, tally: Tally) -> Json:
    ordered_ways: Counter[Way] = Counter()
    for order, count in tally.ordered.items():
        ordered_ways[order.move, order.choice] += count
    return {
        move.id: {
            "seat_turns": figures.seat_turns,
            "legal": figures.legal,
            "legality": figures.legality,
            "ordered": figures.ordered,
            "use": figures.use,
            "lapsed": figures.lapsed,
            "bands": {band.name.lower(): count for band, count in figures.bands.items()},
            "success": figures.success,
            "choices": {
                choice.id: {
                    "legal": tally.legal_ways[move.id, choice.id],
                    "ordered": ordered_ways[move.id, choice.id],
                }
                for choice in move.choices
            },
        }
        for move in scenario.moves
        if (figures := MoveFigures.of(scenario, tally, move))
    }


def _tracks(scenario: Scenario, tally: Tally) -> Json:
    return {
        track.id: {
            "at_low": figures.at_low,
            "at_high": figures.at_high,
            "at_limit": figures.at_limit,
            "mean": figures.mean,
        }
        for track in scenario.tracks
        if (figures := TrackFigures.of(tally, track))
    }


def _seats(rehearsals: Rehearsals, run: Run, tally: Tally) -> Json:
    scenario = rehearsals.played(run)
    return {
        seat.id: {
            "turns": figures.turns,
            "fewest_moves": figures.least,
            "mean_moves": figures.mean,
            "turns_with_few_moves": figures.few,
            "fewest_by_turn": list(figures.fewest.values()),
            "aims_with_and_without": {
                move.id: [gain.with_it, gain.without]
                for move in scenario.moves
                if may_order(seat, move)
                for gain in gains(rehearsals, seat.id, move.id)
                if gain.run == run
            },
        }
        for seat in scenario.seats
        if (figures := SeatFigures.of(tally, seat.id)).turns
    }
