"""The facilitator's messages: enough of them, well told, and due however long the exercise is."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.conditions.condition import names_in
from tests.scenarios.played import HABITS, LENGTHS, due, endings, pack, referee, tally
from tests.scenarios.rows import PACK, Row, read

FEWEST, FEWEST_DATED = 24, 18
ROWS = [Row(row["id"], row) for row in read(PACK / "injects.yaml")["injects"]]


def test_there_are_enough_in_order_of_code() -> None:
    """A facilitator finds at least two dozen, numbered without gaps."""
    codes = [inject.code for inject in pack().injects]
    assert len(codes) >= FEWEST
    assert codes == [f"I{number:02}" for number in range(1, len(codes) + 1)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place)
def test_an_inject_can_be_read_out_in_half_a_minute(row: Row) -> None:
    """It says who sends it and how, is short, and tells the facilitator what to look for."""
    assert row.data["sender"]
    assert row.data["means"]
    assert 30 <= len(row.data["text"].split()) <= 110
    assert row.data["expected"].endswith(".")
    assert len(row.data["title"]) <= 44


def sent_to_idle_seats(turns: int) -> set[str]:
    """What falls due by the calendar alone: nobody orders anything."""
    played = referee(turns=turns)
    state, sent = played.opening(), set[str]()
    for _ in range(turns):
        while due := [each for each in played.messages.due(state) if not each.optional]:
            sent.add(due[0].id)
            state = played.messages.send(state, due[0]).state
        state = played.adjudicate(state, [], None).state
    return sent


@pytest.mark.parametrize("turns", LENGTHS)
def test_what_has_a_date_falls_due_in_every_length(turns: int) -> None:
    """What waits for a day goes out in the long exercises alike; a short one leaves some out."""
    usual = sent_to_idle_seats(pack().turns)
    asks_for_a_longer_one = {each.id for each in pack().injects if "turns" in names_in(each.when)}
    in_short = usual - {
        "advisers_call",
        "riyadh_offer",
        "northern_idlib",
        "army_conduct",
        "staffs_meet",
    }
    assert len(usual) >= FEWEST_DATED
    assert len(in_short) == len(usual) - 5
    assert usual - in_short <= asks_for_a_longer_one
    assert sent_to_idle_seats(turns) == (in_short if turns == min(LENGTHS) else usual)


@pytest.mark.parametrize("turns", LENGTHS)
def test_no_length_is_left_without_messages(turns: int) -> None:
    """Played as the paper describes, at least two dozen fall due however long the exercise is."""
    assert len(due(tally("paper_like", turns=turns, sessions=30))) >= FEWEST


def test_each_finds_its_moment_in_some_session() -> None:
    """Under one habit or another the situation that an inject waits for comes about."""
    found = set().union(*(due(tally(habit)) for habit in HABITS))
    assert sorted({inject.id for inject in pack().injects} - found) == []


def test_no_turn_drowns_in_messages() -> None:
    """In the usual game no more than nine go out in a turn, and no seat gets more than five."""
    played, habit = referee(), pack().habits[0].id
    assert endings(tally(habit))
    state = played.opening()
    for _ in range(pack().turns):
        sent = []
        while due := [each for each in played.messages.due(state) if not each.optional]:
            sent.append(due[0])
            state = played.messages.send(state, due[0]).state
        each = [sum(not i.to or seat.id in i.to for i in sent) for seat in pack().seats]
        assert len(sent) <= 9
        assert max(each) <= 5
        state = played.adjudicate(state, [], None).state


def test_what_control_plays_can_be_played() -> None:
    """An order that comes with an inject is legal as the pack begins."""
    opening = referee().opening()
    orders = [(inject.id, order) for inject in pack().injects for order in inject.orders]
    assert len(orders) == 1
    for inject, order in orders:
        legal = {(each.move, each.choice) for each in referee().legal(opening, order.seat)}
        assert (order.move, order.choice) in legal, inject


def test_what_ifs_are_left_to_the_facilitator() -> None:
    """What the paper does not report, or only hints at, is optional."""
    assert {inject.id for inject in pack().injects if inject.optional} == {
        "soldiers_killed",
        "legal_opinion",
        "remark_in_washington",
    }
