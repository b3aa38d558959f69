"""The shipped pack: complete, readable, consistent in its codes, and fair to every seat."""

from __future__ import annotations

from collections import Counter

import pytest

from idlib_wargame.packs.reader import read_pack
from tests.scenarios.played import PLAYERS, SEATS, pack
from tests.scenarios.rows import PACK, Row, moves

BRIEF_WORDS = 380
TABLE_COLOURS = {"#009E73", "#D55E00", "#0072B2"}


def test_the_pack_has_no_problems() -> None:
    """A facilitator who opens it meets no message."""
    assert [str(problem) for problem in read_pack(PACK).problems] == []


@pytest.mark.parametrize(
    ("table", "prefix", "count"),
    [("concessions", "C", 17), ("military", "M", 19), ("diplomatic", "D", 27)],
)
def test_each_table_has_its_moves_in_order_of_code(table: str, prefix: str, count: int) -> None:
    """The three tables together hold sixty-three moves, numbered without gaps."""
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


def test_seats_judge_every_ending_and_read_like_beside_like() -> None:
    """The variants of a scenario of the paper stand together, and the scenarios in their order."""
    scenario = pack()
    asked = scenario.judgements.endings or ()
    assert sorted(asked) == sorted(each.id for each in scenario.outcomes)
    of_the_paper = [each for each in asked if each.startswith("scenario_")]
    assert of_the_paper == sorted(of_the_paper)
    at = asked.index(of_the_paper[0])
    assert list(asked[at : at + 4]) == of_the_paper


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
    events = [event for row in moves() for event in row.data["events"]]
    told = {(event["cameo"], event["name"], event["goldstein"]) for event in events}
    codes = Counter(code for code, _, _ in told)
    assert len(codes) > 40
    assert [code for code, count in codes.items() if count > 1] == []


def test_cooperation_weighs_up_and_conflict_down() -> None:
    """CAMEO roots 01 to 08 cooperate (but easing is only asked for in 025); 10 to 20 do not."""
    events = [(move.code, event) for move in pack().moves for event in move.events]
    assert len(events) >= 60
    for code, event in events:
        cooperates = int(event.cameo[:2]) <= 8 and not event.cameo.startswith("025")
        assert (event.goldstein > 0) == cooperates, code


def test_severity_follows_the_act() -> None:
    """Only force is violent, and only a strike by one state on another is of the top class."""
    for move in pack().moves:
        violent = move.severity in ("violent", "states_clash")
        assert violent == (move.step in ("violence", "ambush")), move.code
    assert [m.code for m in pack().moves if m.severity == "states_clash"] == ["M12"]


def test_the_deal_moves_feel_the_catalysts() -> None:
    """The collapse pressure weighs on every move of the deal, and on the secret one."""
    pressures = [shift for shift in pack().shifts if shift.id.startswith("pressure_")]
    assert len(pressures) == 3
    on = frozenset.union(*(shift.on for shift in pressures))
    assert all(shift.on == on for shift in pressures)
    codes = {move.code for move in pack().moves if on & {move.id, *move.tags}}
    assert codes == {
        *("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C09", "C10", "C13", "C14", "C17"),
        *("D05", "D07", "D08"),
    }


def test_control_seats_without_a_move_order_nothing() -> None:
    """Only a control seat that has a move may seal an order."""
    control = [row for row in SEATS if row.get("control") == "true"]
    moving = {seat for move in pack().moves for seat in move.seats}
    can_order = [row["id"] for row in control if int(row["orders"]) > 0]
    assert can_order == [row["id"] for row in control if row["id"] in moving]
    assert can_order == ["listed_organisations"]
