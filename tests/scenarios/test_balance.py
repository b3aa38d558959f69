"""How the shipped pack plays: habits, starting points, aims, lengths and ways to share the seats.

These are goals of the design and no evidence for the paper. A few hundred sessions tell enough;
``make balance`` plays many more.
"""

from __future__ import annotations

from collections import Counter

import pytest

from idlib_wargame.rehearsal.figures import TrackFigures
from idlib_wargame.rules.variants import chosen
from tests.scenarios.played import (
    HABITS,
    LENGTHS,
    PLAYERS,
    SESSIONS,
    STARTS,
    endings,
    fewest_moves,
    likeliest,
    pack,
    referee,
    tally,
)
from tests.tries import thorough

FEWEST_MOVES = 6
SOME = 30
ROOM = 0.05  # what chance may add or take in so few sessions


def test_the_first_habit_is_the_paper_like_one() -> None:
    """What plays by default is what the paper describes."""
    assert pack().habits[0].id == "paper_like"


def test_there_is_a_habit_for_each_way_of_playing() -> None:
    """Paper-like, conciliatory, nibbling, attrition, hard line, and random by itself."""
    assert {*HABITS, "random"} == {
        *("paper_like", "conciliatory", "nibbling", "attrition", "hard_line", "random"),
    }
    assert pack().habits[-1].id == "random"


def test_played_as_the_paper_describes_scenario_1_is_likeliest() -> None:
    """The paper's ordering holds: Scenario 1 first, the other two within reach."""
    share = endings(tally("paper_like"))
    assert likeliest(tally("paper_like")) == "scenario_1"
    assert share["scenario_2"] >= 0.08
    assert share["scenario_3"] >= 0.08


@pytest.mark.parametrize(
    ("habit", "ending"),
    [
        ("attrition", "scenario_2"),
        ("nibbling", "scenario_3"),
        ("conciliatory", "deal_holds"),
        ("hard_line", "turkish_syrian_war"),
    ],
)
def test_a_habit_leads_where_it_means_to(habit: str, ending: str) -> None:
    """A habit named after a way of playing mostly ends where that way leads."""
    assert likeliest(tally(habit)) == ending


@pytest.mark.parametrize(
    ("start", "ending"),
    [
        pytest.param("by_force", "scenario_1", marks=thorough),
        pytest.param("exhaustion", "scenario_2", marks=thorough),
        ("nibbling", "scenario_3"),
    ],
)
def test_a_starting_point_leads_to_its_scenario(start: str, ending: str) -> None:
    """Where a scenario's conditions hold from the outset, it is the likeliest ending."""
    assert likeliest(tally("paper_like", start)) == ending


def test_a_starting_point_has_a_brief_and_changes_the_situation() -> None:
    """There are three, each told on less than a page and each with its own opening."""
    assert len(STARTS) == 3
    for start in pack().starts:
        assert 100 <= len(start.brief.split()) <= 250
        assert len(start.setting.tracks) >= 10
        opened = referee(start.id).opening()
        assert all(opened[track] == value for track, value in start.setting.tracks.items())


def test_good_will_alone_takes_no_road_by_force() -> None:
    """When every seat tries for the deal, the ending is a deal, a truce or drift."""
    reached = {outcome for outcome, count in tally("conciliatory").outcomes.items() if count}
    assert reached <= {"deal_holds", "partial_deal", "truce_without_deal", "stalemate"}


def test_aimless_play_does_not_tell_the_story_by_itself() -> None:
    """At random no outcome takes more than two sessions in five."""
    found = tally("random")
    assert max(found.share(count) for count in found.outcomes.values()) <= 0.40 + ROOM


def test_few_tracks_end_at_a_limit() -> None:
    """As the paper describes it, no track says the same at the end of most sessions."""
    found = tally("paper_like")
    tracks = [track for track in pack().tracks if not track.counter]
    assert len(tracks) == 30
    for track in tracks:
        assert TrackFigures.of(found, track).at_limit <= 0.35 + ROOM, track.id


@pytest.mark.parametrize("habit", HABITS)
def test_no_player_seat_runs_out_of_moves(habit: str) -> None:
    """In every turn of every session each player seat has at least six moves to choose from."""
    fewest = fewest_moves(tally(habit))
    assert {seat: fewest[seat] for seat in PLAYERS if fewest[seat] < FEWEST_MOVES} == {}


def test_each_seat_has_three_or_four_private_aims_that_may_be_met_or_missed() -> None:
    """None is a gift and none is out of reach when seats play as the paper describes."""
    found = tally("paper_like")
    counted = Counter(aim.seat for aim in pack().aims)
    assert set(counted) == set(PLAYERS)
    assert sorted(counted.values()) == [3, 3, 4, 4, 4, 4]
    for aim in pack().aims:
        assert 0.20 - ROOM <= found.share(found.aims[aim.id]) <= 0.80 + ROOM, aim.id


@pytest.mark.parametrize("turns", LENGTHS)
def test_every_length_ends_in_march(turns: int) -> None:
    """Four fortnights, eight weeks or twelve turns of five days all take in both dates of March."""
    played = referee(turns=turns).scenario
    assert all(clock.on <= played.last_day(turns) for clock in played.clocks)
    assert (played.last_day(turns) - played.start).days in (55, 59)
    assert endings(tally("paper_like", turns=turns, sessions=SOME))["scenario_1"] > 0


def test_the_eight_tables_all_have_something_to_do() -> None:
    """Where Turkey and the opposition are shared, every part has moves to choose from."""
    shared = referee(arrangement="eight").scenario
    assert len([seat for seat in shared.seats if not seat.control]) == 8
    fewest = fewest_moves(tally("paper_like", arrangement="eight", sessions=SOME))
    parts = [seat.id for seat in shared.seats if seat.part_of]
    assert len(parts) == 4
    assert {part: fewest[part] for part in parts if fewest[part] < FEWEST_MOVES} == {}
    orders = sum(shared.orders_of(part) for part in parts)
    assert orders == sum(pack().orders_of(seat) for seat in ("turkey", "opposition"))


def test_four_tables_leave_out_nobody() -> None:
    """With four, Turkey's people play the opposition and control plays Iran."""
    four = next(row for row in pack().arrangements if row.id == "four")
    seated = set(PLAYERS) - {*four.with_seat, *four.control}
    assert seated == {"russia", "turkey", "damascus", "united_states"}
    assert [row.id for row in pack().arrangements] == ["six", "four", "eight"]


def test_the_caesar_act_may_be_counted_in_two_ways() -> None:
    """Ninety days is the pack's own; 180 moves the date past the end of the exercise."""
    option = next(row for row in pack().options if row.id == "caesar_period")
    dates = [
        next(c.on for c in chosen(pack(), options={option.id: each.id}).clocks if c.id == "caesar")
        for each in option.choices
    ]
    assert [date.isoformat() for date in dates] == ["2020-03-19", "2020-06-17"]


def test_sessions_of_a_habit_are_always_the_same() -> None:
    """What these tests count does not depend on the day."""
    assert tally("paper_like").sessions == SESSIONS
    fresh = tally.__wrapped__("paper_like", sessions=SOME)
    assert fresh == tally("paper_like", sessions=SOME)
