"""What is counted while a pack plays itself: the figures add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rehearsal.figures import MoveFigures, SeatFigures, TrackFigures
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.course import Outcome
from idlib_wargame.rules.pack.injects import Inject, InjectOrder
from idlib_wargame.rules.pack.seats import Aim, Seat
from tests.rehearsal.played import RANDOM, played
from tests.rules.small import bands, does, move, scenario, when

SESSIONS = 50


@pytest.fixture(scope="module", params=["cautious", "random"])
def run(request: pytest.FixtureRequest, harbour: PackReading) -> tuple[Rehearsals, Tally]:
    """The harbour pack under each habit."""
    assert harbour.scenario is not None
    rehearsals = played(harbour.scenario, SESSIONS, [Run(request.param)])
    return rehearsals, rehearsals.tallies[Run(request.param)]


def test_every_session_has_one_outcome(run: tuple[Rehearsals, Tally]) -> None:
    """Outcomes, and the scores of each clause, add up to the sessions."""
    rehearsals, tally = run
    assert tally.sessions == tally.outcomes.total() == SESSIONS
    for clause in rehearsals.scenario.clauses:
        assert sum(tally.clauses[clause.id, score] for score in range(4)) == SESSIONS


def test_every_seat_turn_is_counted_once(run: tuple[Rehearsals, Tally]) -> None:
    """Each seat, control's too, has its turns; what it could order is what was legal."""
    rehearsals, tally = run
    pack = rehearsals.scenario
    for seat in pack.seats:
        assert SeatFigures.of(tally, seat.id).turns == SESSIONS * pack.turns
    assert sum(f[2] * count for f, count in tally.freedom.items()) == tally.legal.total()


def test_every_order_is_rolled_or_lapses_but_for_those_of_allies(
    run: tuple[Rehearsals, Tally],
) -> None:
    """A move is ordered only where legal, and has no more results than orders."""
    rehearsals, tally = run
    assert len(rehearsals.scenario.moves) == 11
    assert tally.ordered.total() > SESSIONS
    for each in rehearsals.scenario.moves:
        figures = MoveFigures.of(rehearsals.scenario, tally, each)
        assert sum(figures.bands.values()) + figures.lapsed <= figures.ordered
        assert figures.legal <= figures.seat_turns
        for choice in each.choices:
            assert tally.legal_ways[each.id, choice.id] <= figures.legal
        if len(each.seats) == 1:
            assert sum(figures.bands.values()) + figures.lapsed == figures.ordered


def test_there_is_a_rung_at_the_start_and_after_every_turn(run: tuple[Rehearsals, Tally]) -> None:
    """Rungs are counted at the opening and at each turn's end."""
    rehearsals, tally = run
    rungs = sum(count for (kind, _), count in tally.rows.items() if kind == "rung")
    assert rungs == SESSIONS * (rehearsals.scenario.turns + 1)


def test_tracks_end_within_their_scale(run: tuple[Rehearsals, Tally]) -> None:
    """Shares at the two ends are at most all, and the mean lies on the scale."""
    rehearsals, tally = run
    assert len(rehearsals.scenario.tracks) == 11
    for track in rehearsals.scenario.tracks:
        figures = TrackFigures.of(tally, track)
        assert 0 <= figures.at_limit <= 1
        assert track.low <= figures.mean <= track.high


def test_injects_are_sent_when_due_and_their_orders_played() -> None:
    """An expected inject is sent once, an optional one stays due; control's orders are rolled."""
    storm = Inject("storm", "I1", "Storm", when("turn == 2"), "Sea", "Call", "It blows.")
    raid = replace(
        storm,
        id="raid",
        when=when("inject.storm"),
        effects=does(peace=-1),
        orders=(InjectOrder("band", "raid"),),
    )
    offer = replace(storm, id="offer", when=when("turn >= 3"), optional=True)
    pack = scenario(
        move("wait", "north"),
        move("raid", "band", effects=bands(does(trade=-1))),
        seats=(Seat("north", "North", "#336699"), Seat("band", "Band", "#993366", True, 0)),
        injects=(storm, raid, offer),
        habits=(RANDOM,),
    )
    tally = played(pack, SESSIONS).all
    assert tally.rows["inject", "storm"] == tally.rows["inject", "raid"] == SESSIONS
    assert tally.rows["inject", "offer"] == 2 * SESSIONS
    assert (
        sum(count for (ordered, _), count in tally.bands.items() if ordered == "raid") == SESSIONS
    )
    assert tally.ended_at["peace"] == 4 * SESSIONS
    assert {order.move for order in tally.ordered} == {"wait"}


def test_aims_are_booked_to_the_seat_and_to_what_it_tried() -> None:
    """An aim that is always met counts in every session, and with each move that was tried."""
    pack = scenario(
        move("wait", "north", "south"),
        move("rest", "north"),
        aims=(
            Aim("quiet", "north", "Quiet", when("peace >= 1")),
            Aim("glory", "north", "Glory", when("peace >= 9")),
        ),
        habits=(RANDOM,),
        orders_per_turn=1,
        turns=1,
    )
    tally = played(pack, SESSIONS).all
    assert tally.aims == Counter(quiet=SESSIONS)
    assert tally.tried["north", "wait"] + tally.tried["north", "rest"] == SESSIONS
    assert tally.aims_with["north", "rest"] == tally.tried["north", "rest"] > 0
    assert tally.aims_with["south", "wait"] == 0


def test_a_session_without_an_outcome_is_told_as_such() -> None:
    """Where no outcome holds, the session still counts, under no name."""
    never = Outcome("peace", "Peace", when("peace >= 99"))
    tally = played(scenario(outcomes=(never,), habits=(RANDOM,)), SESSIONS).all
    assert tally.outcomes == Counter({"": SESSIONS})
