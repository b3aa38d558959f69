"""Escalation turn by turn, as the chart and the report show it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import Address, LoadedDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order, Ruling, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.views.escalation import (
    Escalation,
    clock_marks,
    escalation,
    figures_csv,
    movers,
    rulings_in,
    steps_between,
    turns_told_in,
)
from tests.harbour_exercise import begin, closed

RAID = "turn 1/violence/borea/cut_nets"
DICE = LoadedDice({RAID: (6, 5), "turn 1/diplomacy/press/front_page": (1, 2)})
FIRST_TURN = (
    Order("astra", "send_patrols"),
    Order("borea", "cut_nets"),
    Order("caldis", "free_crews"),
    Order("press", "front_page"),
    Order("borea", "sign_treaty"),
)


@pytest.fixture(scope="module")
def referee(harbour: PackReading) -> Referee:
    """The harbour pack, ready to adjudicate."""
    assert harbour.scenario is not None
    return Referee(harbour.scenario)


@pytest.fixture(scope="module")
def scenario(referee: Referee) -> Scenario:
    """The harbour pack."""
    return referee.scenario


def play(referee: Referee, turns: Sequence[Sequence[Order]]) -> tuple[State, list[TurnResult]]:
    """Adjudicates these turns from a tense opening; that opening, and each turn's result."""
    values = dict(referee.opening().to_dict(), calm=4)
    opening = state = State.from_dict(referee.layout, values)
    results = []
    for orders in turns:
        results.append(referee.adjudicate(state, orders, DICE))
        state = results[-1].state
    return opening, results


@pytest.fixture(scope="module")
def two_turns(referee: Referee) -> Escalation:
    """A raid in turn 1, nothing at all in turn 2."""
    return escalation(referee.scenario, *play(referee, (FIRST_TURN, ())))


def test_the_start_comes_first(two_turns: Escalation) -> None:
    """Before any turn the ladder stands where the pack opens, and nothing has flowed."""
    start = two_turns.points[0]
    assert (start.turn, start.day, start.rung.name) == (0, date(2031, 3, 3), "Standoff")
    assert (start.severity_points, start.flow) == (0, 0)


def test_each_turn_has_a_point_on_its_last_day(two_turns: Escalation) -> None:
    """A turn of fourteen days is dated by the day on which its results stand."""
    days = [(point.turn, point.day) for point in two_turns.points[1:]]
    assert days == [(1, date(2031, 3, 16)), (2, date(2031, 3, 30))]


def test_the_flows_are_booked_to_seats(two_turns: Escalation) -> None:
    """The raid's points and its Goldstein hundredths are Borea's, and nobody acts in turn 2."""
    raid, quiet = two_turns.points[1:]
    assert raid.severity == {"astra": 4, "borea": 28, "caldis": -2, "press": 0}
    assert raid.goldstein["borea"] == -1000
    assert raid.severity_points == 30
    assert (quiet.severity_points, quiet.flow) == (0, 0)


def test_a_raid_lifts_the_ladder(two_turns: Escalation) -> None:
    """The step of the ladder is counted in rungs, up above nought."""
    start, raid, quiet = two_turns.points
    assert raid.rung.name == "Fighting at sea"
    assert steps_between(start, raid) == 2
    assert steps_between(raid, quiet) == 0
    assert steps_between(raid, start) == -2


def test_movers_come_most_first(referee: Referee) -> None:
    """Orders stand by severity; those not rolled, or that did nothing at all, are left out."""
    _, (result,) = play(referee, (FIRST_TURN,))
    assert [(card.order.move, card.severity) for card in movers(result)] == [
        ("cut_nets", 28),
        ("send_patrols", 4),
        ("free_crews", -2),
    ]


def test_of_equal_severity_the_greater_effect_comes_first(referee: Referee) -> None:
    """Two patrols cost four points each; the one that brought more boats stands first."""
    orders = (Order("astra", "send_patrols"), Order("caldis", "send_patrols"))
    dice = LoadedDice({"turn 1/posture/caldis/send_patrols": (6, 6)})
    result = referee.adjudicate(referee.opening(), orders, dice)
    assert [card.order.seat for card in movers(result)] == ["caldis", "astra"]


def test_a_ruling_counts_in_place_of_the_dice(referee: Referee) -> None:
    """What the facilitator decided is what moved the turn."""
    rulings = {Address.from_text(RAID): Ruling(Band.FAILURE, "facilitator", "Fog")}
    result = referee.adjudicate(referee.opening(), FIRST_TURN, DICE, Decisions(rulings))
    assert movers(result)[0].final is Band.FAILURE
    assert rulings_in(result) == 1


def test_a_clock_stands_within_its_turn(scenario: Scenario) -> None:
    """20 April is day 49 of turns of 14 days, so it falls late in turn 4."""
    (mark,) = clock_marks(scenario, 4)
    assert (mark.name, mark.day) == ("End of the season", date(2031, 4, 20))
    assert mark.turn_position == pytest.approx(0.5 + 48 / 14)
    assert round(mark.turn_position) == 4


def test_a_clock_past_the_last_turn_is_not_marked(scenario: Scenario) -> None:
    """A session of three turns ends before the season does."""
    assert clock_marks(scenario, 3) == ()


def test_a_clock_that_play_has_moved_is_marked_where_it_is_now(referee: Referee) -> None:
    """A failed offer brings the end of the season three days nearer."""
    row = dict(referee.opening().to_dict(), talks=2)
    state = State.from_dict(referee.layout, row)
    dice = LoadedDice(otherwise=(1, 2))
    result = referee.adjudicate(state, (Order("astra", "share_catch"),), dice)
    (mark,) = clock_marks(referee.scenario, 4, result.state)
    assert mark.day == date(2031, 4, 17)


def test_figures_as_a_table(scenario: Scenario, two_turns: Escalation) -> None:
    """A spreadsheet gets a row a point, Goldstein in plain numbers, and only seats that acted."""
    rows = list(csv.DictReader(io.StringIO(figures_csv(scenario, two_turns))))
    assert [row["turn"] for row in rows] == ["0", "1", "2"]
    assert rows[1]["rung name"] == "Fighting at sea"
    assert rows[1]["severity points"] == "30"
    assert rows[1]["severity points: Borea"] == "28"
    assert rows[1]["Goldstein: Borea"] == "-10.0"
    assert "handling" not in rows[1]


def test_a_pack_with_odd_names_still_makes_a_sound_table(
    scenario: Scenario, two_turns: Escalation
) -> None:
    """Commas and quotation marks in a rung's name stay inside their cell."""
    named = replace(two_turns.points[1].rung, name='Raids, "limited"')
    point = two_turns.points[1]._replace(rung=named)
    found = replace(two_turns, points=(point,))
    (row,) = csv.DictReader(io.StringIO(figures_csv(scenario, found)))
    assert row["rung name"] == 'Raids, "limited"'


def test_a_reopened_turn_takes_the_marks_of_later_turns_with_it(full: PackReading) -> None:
    """An inject sent in turn 3 is nothing of an exercise that is back in turn 2."""
    session = begin(full)
    session.submit(Tell((), "", "Good morning"), FACILITATOR)
    closed(session)
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    waiting = [each.id for each in session.scenario.injects]
    session.submit(SendInject(waiting[0]), FACILITATOR)
    session.submit(Tell((), "", "A word of turn 3"), FACILITATOR)
    assert turns_told_in(session.play) == [1, 3]
    session.submit(Reopen(2), FACILITATOR)
    assert turns_told_in(session.play) == [1]
