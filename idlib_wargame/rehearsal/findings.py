"""What rehearsals tell of a pack, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rehearsal.betters import Gain, always_pays, better_by_the_tables
from idlib_wargame.rehearsal.figures import FEW_MOVES, SeatFigures, TrackFigures
from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.rehearsals import Rehearsals, listed, move_name, percent
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rehearsal.unseen import unseen_moves, unseen_outcomes, unseen_rows
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.referee import Referee

MANY_AT_LIMIT = 0.35
AIM_TOO_HARD, AIM_TOO_EASY = 0.20, 0.80
ENDINGS_NAMED = 3


def findings(rehearsals: Rehearsals) -> tuple[Finding, ...]:
    """Everything worth telling, topic by topic. A fault is something that no play reaches."""
    if not rehearsals.all.sessions:
        return ()
    return (
        *_likeliest_endings(rehearsals),
        *unseen_outcomes(rehearsals),
        *unseen_moves(rehearsals),
        *_better_moves(rehearsals),
        *unseen_rows(rehearsals),
        *_tracks(rehearsals),
        *_seats(rehearsals),
        *_aims(rehearsals),
    )


def ranked_outcomes(tally: Tally) -> list[tuple[str, int]]:
    """Outcomes by id with their counts, likeliest first."""
    return sorted(tally.outcomes.items(), key=lambda each: (-each[1], each[0]))


def _likeliest_endings(rehearsals: Rehearsals) -> Iterator[Finding]:
    for run, tally in rehearsals.tallies.items():
        named = [
            f"{rehearsals.outcome_name(outcome)} ({percent(tally.share(count))})"
            for outcome, count in ranked_outcomes(tally)[:ENDINGS_NAMED]
        ]
        if named:
            then = f", then {listed(named[1:])}" if named[1:] else ""
            text = f"Under {rehearsals.name(run)} the likeliest ending is {named[0]}{then}."
            yield Finding("Endings", text)


def _tracks(rehearsals: Rehearsals) -> Iterator[Finding]:
    for run, tally in rehearsals.tallies.items():
        figures = [
            (track, TrackFigures.of(tally, track))
            for track in rehearsals.scenario.tracks
            if not track.counter
        ]
        many = sorted(
            (each for each in figures if each[1].at_limit > MANY_AT_LIMIT),
            key=lambda each: -each[1].at_limit,
        )
        where = f"at a limit in more than {percent(MANY_AT_LIMIT)} of sessions"
        where += f" under {rehearsals.name(run)}"
        if not many:
            yield Finding("Tracks", f"No track ends {where}.")
            continue
        tracks = "1 track ends" if len(many) == 1 else f"{len(many)} tracks end"
        yield Finding("Tracks", f"{tracks} {where}:", tuple(_at_limit(*each) for each in many))


def _at_limit(track: Track, figures: TrackFigures) -> str:
    ends = ((track.low, figures.at_low), (track.high, figures.at_high))
    told = [f"at {value} in {percent(share)}" for value, share in ends if share]
    both = f" (at a limit in {percent(figures.at_limit)})" if len(told) > 1 else ""
    return f"“{track.name}” ends {' and '.join(told)}{both}"


def _seats(rehearsals: Rehearsals) -> Iterator[Finding]:
    short = [
        told
        for seat in rehearsals.players
        if (told := _short_of_moves(rehearsals, seat)) is not None
    ]
    if short:
        yield from short
    else:
        yield Finding("Seats", f"No seat was ever left with fewer than {FEW_MOVES} moves.")


def _short_of_moves(rehearsals: Rehearsals, seat: str) -> Finding | None:
    """That a seat had too few moves to choose from, how often, and when it had fewest."""
    figures = {run: SeatFigures.of(tally, seat) for run, tally in rehearsals.base.items()}
    few = sum(each.few for each in figures.values())
    if not few:
        return None
    share = few / sum(each.turns for each in figures.values())
    run = min(figures, key=lambda run: (figures[run].least, figures[run].least_turn))
    worst = figures[run]
    return Finding(
        "Seats",
        f"{rehearsals.scenario.seat_by_id[seat].name} had fewer than {FEW_MOVES} moves to choose "
        f"from in {percent(share)} of its turns; the fewest were {worst.least}, in turn "
        f"{worst.least_turn} under {rehearsals.name(run)}.",
    )


def _aims(rehearsals: Rehearsals) -> Iterator[Finding]:
    scenario = rehearsals.scenario
    if not scenario.aims:
        return
    run, tally = next(iter(rehearsals.tallies.items()))
    told = [
        f"{scenario.actor_name(aim.seat)}: “{aim.text}” ({percent(share)})"
        for aim in scenario.aims
        if not AIM_TOO_HARD <= (share := tally.share(tally.aims[aim.id])) <= AIM_TOO_EASY
    ]
    bounds = f"{percent(AIM_TOO_HARD)} and {percent(AIM_TOO_EASY)}"
    where = f"of sessions under {rehearsals.name(run)}"
    if told:
        yield Finding(
            "Aims",
            f"Private aims that are not met in between {bounds} {where}:",
            tuple(told),
        )
    else:
        yield Finding("Aims", f"Every private aim is met in between {bounds} {where}.")


def _better_moves(rehearsals: Rehearsals) -> Iterator[Finding]:
    scenario = rehearsals.scenario
    pairs = [
        f"{scenario.seat_by_id[seat].name}: {_rule_name(better)} does what {_rule_name(worse)} "
        "does, at better odds or with less needed"
        for seat, better, worse in better_by_the_tables(Referee(scenario))
    ]
    if pairs:
        yield Finding("Better moves", "By the tables, some moves are always better:", tuple(pairs))
    else:
        yield Finding(
            "Better moves",
            "By the tables no move is always better than another: no two do the same at different "
            "odds or needs.",
        )
    if scenario.aims:
        yield _paying_moves(rehearsals)


def _paying_moves(rehearsals: Rehearsals) -> Finding:
    scenario = rehearsals.scenario
    told = [
        f"{scenario.seat_by_id[seat].name}: {move_name(move)} ({_least(found)})"
        for seat in rehearsals.players
        for move in scenario.moves
        if seat in move.seats and (found := always_pays(rehearsals, seat, move.id))
    ]
    if not told:
        text = "By results no move pays under every habit: none goes with more private aims met."
        return Finding("Better moves", text)
    return Finding(
        "Better moves",
        "By results these moves go with more of the seat's private aims met, under every habit in "
        "which they are neither rare nor constant (what goes together need not be cause):",
        tuple(told),
    )


def _least(found: list[Gain]) -> str:
    least = min(found, key=lambda each: each.gain)
    with_it, without = percent(least.with_it), percent(least.without)
    return f"{with_it} of aims met with it, {without} without, where it gains least"


def _rule_name(rule: Rule) -> str:
    choice = f" ({rule.choice.name})" if rule.choice else ""
    return f"{move_name(rule.move)}{choice}"
