"""What rehearsals tell of a pack: what is worth a sentence, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rehearsal.betters import Gain, always_pays, better_by_the_tables
from idlib_wargame.rehearsal.figures import FEW_MOVES, SeatFigures, TrackFigures
from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rehearsal.unseen import unseen_moves, unseen_outcomes, unseen_rows
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.turn.book import may_order
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words import rehearsing
from idlib_wargame.words.rehearsing import Topic, coded_move

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
        *_other_variants(rehearsals),
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
            (rehearsals.outcome_name(outcome), tally.share(count))
            for outcome, count in ranked_outcomes(tally)[:ENDINGS_NAMED]
        ]
        if named:
            text = rehearsing.likeliest_endings(rehearsals.name(run), named)
            yield Finding(Topic.ENDINGS, text)


def _other_variants(rehearsals: Rehearsals) -> Iterator[Finding]:
    for way, tally in rehearsals.by_variant.items():
        named = [
            (rehearsals.outcome_name(outcome), tally.share(count))
            for outcome, count in ranked_outcomes(tally)[:ENDINGS_NAMED]
        ]
        said = rehearsing.variant_words(rehearsals.scenario, way)
        yield Finding(Topic.WAYS, rehearsing.endings_of_variant(tally.sessions, said, named))


def _tracks(rehearsals: Rehearsals) -> Iterator[Finding]:
    for run, tally in rehearsals.tallies.items():
        figures = [
            (track, TrackFigures.of(tally, track))
            for track in rehearsals.played(run).tracks
            if not track.counter
        ]
        many = sorted(
            (each for each in figures if each[1].at_limit > MANY_AT_LIMIT),
            key=lambda each: -each[1].at_limit,
        )
        text = rehearsing.tracks_at_limits(len(many), MANY_AT_LIMIT, rehearsals.name(run))
        yield Finding(Topic.TRACKS, text, tuple(_at_limit(*each) for each in many))


def _at_limit(track: Track, figures: TrackFigures) -> str:
    ends = ((track.low, figures.at_low), (track.high, figures.at_high))
    told = [(value, share) for value, share in ends if share and value != track.start]
    return rehearsing.track_at_limits(track.name, told, figures.at_limit)


def _seats(rehearsals: Rehearsals) -> Iterator[Finding]:
    short = [
        told
        for seat in rehearsals.players
        if (told := _short_of_moves(rehearsals, seat)) is not None
    ]
    if short:
        yield from short
    else:
        yield Finding(Topic.SEATS, rehearsing.never_few_moves(FEW_MOVES))
    yield from _idle(rehearsals)


def _idle(rehearsals: Rehearsals) -> Iterator[Finding]:
    """Seats for which a habit never gave an order: a habit plays what it names, and no more."""
    for run, tally in rehearsals.base.items():
        busy = {order.seat for order in tally.ordered}
        seats = rehearsals.stage.seat_by_id
        idle = [seats[seat].name for seat in rehearsals.players if seat not in busy]
        if idle:
            yield Finding(Topic.SEATS, rehearsing.seats_idle(idle, rehearsals.name(run)))


def _short_of_moves(rehearsals: Rehearsals, seat: str) -> Finding | None:
    """That a seat had too few moves to choose from, how often, and when it had fewest."""
    figures = {run: SeatFigures.of(tally, seat) for run, tally in rehearsals.base.items()}
    few = sum(each.few for each in figures.values())
    if not few:
        return None
    share = few / sum(each.turns for each in figures.values())
    run = min(figures, key=lambda run: (figures[run].least, figures[run].least_turn))
    worst = figures[run]
    text = rehearsing.few_moves(
        rehearsals.stage.seat_by_id[seat].name,
        FEW_MOVES,
        share,
        worst.least,
        worst.least_turn,
        rehearsals.name(run),
    )
    return Finding(Topic.SEATS, text)


def _aims(rehearsals: Rehearsals) -> Iterator[Finding]:
    scenario = rehearsals.scenario
    if not scenario.aims:
        return
    run, tally = next(iter(rehearsals.tallies.items()))
    told = [
        rehearsing.aim_met(scenario.actor_name(aim.seat), aim.text, share)
        for aim in scenario.aims
        if not AIM_TOO_HARD <= (share := tally.share(tally.aims[aim.id])) <= AIM_TOO_EASY
    ]
    name = rehearsals.name(run)
    text = rehearsing.aims_out_of_bounds(bool(told), AIM_TOO_HARD, AIM_TOO_EASY, name)
    yield Finding(Topic.AIMS, text, tuple(told))


def _better_moves(rehearsals: Rehearsals) -> Iterator[Finding]:
    scenario = rehearsals.scenario
    pairs = [
        rehearsing.does_the_same_better(
            rehearsals.stage.seat_by_id[seat].name,
            coded_move(better.move, better.choice),
            coded_move(worse.move, worse.choice),
        )
        for seat, better, worse in better_by_the_tables(Referee(rehearsals.stage))
    ]
    text = rehearsing.better_by_the_tables(bool(pairs))
    yield Finding(Topic.BETTER_MOVES, text, tuple(pairs))
    if scenario.aims:
        yield _paying_moves(rehearsals)


def _paying_moves(rehearsals: Rehearsals) -> Finding:
    stage = rehearsals.stage
    told = [
        _pays(stage.seat_by_id[seat].name, move, found)
        for seat in rehearsals.players
        for move in stage.moves
        if may_order(stage.seat_by_id[seat], move)
        and (found := always_pays(rehearsals, seat, move.id))
    ]
    return Finding(Topic.BETTER_MOVES, rehearsing.paying_moves(bool(told)), tuple(told))


def _pays(seat: str, move: Move, found: list[Gain]) -> str:
    least = min(found, key=lambda each: each.gain)
    return rehearsing.move_pays(seat, coded_move(move), least.with_it, least.without)
