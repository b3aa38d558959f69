"""The shipped pack: complete, readable, consistent in its codes, and fair to every seat."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rules.dice import ProvableDice
from idlib_wargame.rules.habits import Bot
from idlib_wargame.rules.referee import Referee
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.scenario import Scenario
from tests.scenarios.rows import PACK, Row, moves, read

SESSIONS = 200
FEWEST_MOVES = 6
BRIEF_WORDS = 380
TABLE_COLOURS = {"#009E73", "#D55E00", "#0072B2"}
SEATS = read(PACK / "seats.yaml")["seats"]
PLAYERS = [seat["id"] for seat in SEATS if seat.get("control") != "true"]
HABITS = [read(path)["id"] for path in sorted((PACK / "habits").glob("*.yaml"))]


@cache
def pack() -> Scenario:
    """The pack, read once."""
    reading = read_pack(PACK)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


@cache
def referee() -> Referee:
    """The pack, made ready once."""
    return Referee(pack())


def test_the_pack_has_no_problems() -> None:
    """A facilitator who opens it meets no message."""
    assert [str(problem) for problem in read_pack(PACK).problems] == []


@pytest.mark.parametrize(
    ("table", "prefix", "count"),
    [("concessions", "C", 16), ("military", "M", 19), ("diplomatic", "D", 25)],
)
def test_each_table_has_its_moves_in_order_of_code(table: str, prefix: str, count: int) -> None:
    """The three tables together hold sixty moves, numbered without gaps."""
    codes = [move.code for move in pack().moves if move.table == table]
    assert codes == [f"{prefix}{number:02}" for number in range(1, count + 1)]


def test_the_situation_has_thirty_tracks_in_words() -> None:
    """Every track has a heading, a meaning and words from its lowest value up."""
    tracks = [track for track in pack().tracks if not track.counter]
    assert len(tracks) == 30
    for track in tracks:
        assert track.group, track.id
        assert track.meaning, track.id
        assert len(track.levels) >= 4, track.id
        assert track.levels[0].at_least == track.low, track.id
    assert 5 <= len({track.group for track in tracks}) <= 6


def test_the_other_tables_are_whole() -> None:
    """Six player seats, six catalysts, thirteen rungs from 0 to 12, eleven clauses."""
    assert len(PLAYERS) == 6
    assert sum(flag.group == "catalyst" for flag in pack().flags) == 6
    assert [rung.number for rung in pack().ladder] == list(range(13))
    assert len(pack().clauses) == 11


def test_player_seats_have_colours_of_their_own() -> None:
    """No two seats share a colour, and none looks like a table's."""
    colours = [seat.colour.upper() for seat in pack().seats]
    assert len(set(colours)) == len(colours)
    assert not TABLE_COLOURS & set(colours)


@pytest.mark.parametrize("seat", PLAYERS)
def test_a_brief_can_be_read_in_five_minutes(seat: str) -> None:
    """One printed page, with who you are, what you want and refuse, know and can do."""
    brief = pack().seat_by_id[seat].brief
    assert 200 <= len(brief.split()) <= BRIEF_WORDS
    for heading in ("Who you are", "What you want", "What you cannot accept", "What you know"):
        assert heading in brief
    assert "Your tools" in brief


@pytest.mark.parametrize("row", list(moves()), ids=lambda row: row.place)
def test_a_move_is_told_in_a_line_and_coded(row: Row) -> None:
    """A card has a summary that fits it, and at least one coded act aimed at somebody."""
    assert 20 <= len(row.data["summary"]) <= 140
    assert all(event["targets"] for event in row.data["events"])


def test_a_cameo_code_has_one_name_and_one_weight() -> None:
    """The same act counts the same wherever it appears."""
    known: dict[str, tuple[str, str]] = {}
    for row in moves():
        for event in row.data["events"]:
            told = (event["name"], event["goldstein"])
            assert known.setdefault(event["cameo"], told) == told, row.place


def test_cooperation_weighs_up_and_conflict_down() -> None:
    """CAMEO roots 01 to 08 cooperate (but easing is only asked for in 025); 10 to 20 do not."""
    for move in pack().moves:
        for event in move.events:
            root = int(event.cameo[:2])
            cooperates = root <= 8 and not event.cameo.startswith("025")
            assert (event.goldstein > 0) == cooperates, move.code


def test_severity_follows_the_act() -> None:
    """Only force is violent, and only a strike by one state on another is of the top class."""
    for move in pack().moves:
        violent = move.severity in ("violent", "states_clash")
        assert violent == (move.step in ("violence", "ambush")), move.code
    assert [m.code for m in pack().moves if m.severity == "states_clash"] == ["M12"]


def test_the_deal_moves_feel_the_catalysts() -> None:
    """Every move that the collapse pressure weighs on carries the tag of the deal."""
    codes = {move.code for move in pack().moves if "deal" in move.tags}
    assert codes == {
        *("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C09", "C10", "C13", "C14"),
        *("D05", "D07", "D08"),
    }


@cache
def played(habit: str) -> tuple[Counter[str], dict[str, int]]:
    """Endings of some sessions of a habit, and the fewest moves each player seat ever had."""
    bot = Bot(referee(), pack().habit_by_id[habit])
    endings: Counter[str] = Counter()
    fewest: dict[str, int] = {}
    for number in range(SESSIONS):
        dice = ProvableDice(number.to_bytes(32))
        state = referee().opening()
        for _ in range(pack().turns):
            orders: list[Order] = []
            for seat in pack().seats:
                if pack().orders_of(seat.id) == 0:
                    continue
                legal = {order.move for order in referee().legal(state, seat.id)}
                fewest[seat.id] = min(len(legal), fewest.get(seat.id, len(legal)))
                orders += bot.orders(state, seat.id, dice)
            state = referee().adjudicate(state, orders, dice).state
        outcome = referee().endings.outcome(state)
        assert outcome is not None
        endings[outcome.id] += 1
    return endings, fewest


@pytest.mark.parametrize("habit", HABITS)
def test_no_player_seat_runs_out_of_moves(habit: str) -> None:
    """In every turn of every session each player seat has at least six moves to choose from."""
    _, fewest = played(habit)
    assert {seat: fewest[seat] for seat in PLAYERS if fewest[seat] < FEWEST_MOVES} == {}


def test_the_first_habit_is_the_paper_like_one() -> None:
    """What plays by default is what the paper describes."""
    assert pack().habits[0].id == "paper_like"


def test_played_as_the_paper_describes_scenario_1_is_likeliest() -> None:
    """The paper's ordering holds: Scenario 1 first, the other two within reach."""
    endings, _ = played("paper_like")
    share = {ending: count / SESSIONS for ending, count in endings.items()}
    first = share["scenario_1_both"] + share["scenario_1_russian_half"]
    assert 0.45 <= first <= 0.70
    assert 0.08 <= share["scenario_2"] < first
    assert 0.08 <= share["scenario_3"] < first


@pytest.mark.parametrize(
    ("habit", "ending"),
    [("attrition", "scenario_2"), ("nibbling", "scenario_3")],
)
def test_a_habit_leads_where_it_means_to(habit: str, ending: str) -> None:
    """A habit named after a way of fighting mostly ends in the scenario of that way."""
    endings, _ = played(habit)
    assert endings.most_common(1)[0][0] == ending


def test_good_will_can_complete_the_deal() -> None:
    """When every seat tries, nobody takes a road by force and some sessions complete the deal."""
    endings, _ = played("conciliatory")
    assert endings["deal_holds"] >= SESSIONS // 20
    assert set(endings) <= {"deal_holds", "partial_deal", "truce_without_deal", "stalemate"}


def test_control_seats_without_a_move_order_nothing() -> None:
    """Only a control seat that has a move may seal an order."""
    for row in SEATS:
        if row.get("control") == "true":
            has_move = any(row["id"] in move.seats for move in pack().moves)
            assert (int(row["orders"]) > 0) == has_move, row["id"]
