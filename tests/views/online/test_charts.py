"""The charts of a page hold what the escalation of an exercise holds, as far as it is known."""

from __future__ import annotations

import pytest

from idlib_wargame.views.escalation import clock_marks, escalation
from idlib_wargame.views.online.charts import charts_of, clocks_told
from idlib_wargame.views.online.maps import map_of
from idlib_wargame.views.seat_door import seat_door
from tests.harbour_exercise import begin, closed, open_orders
from tests.packs.harbour import READ_FULL
from tests.views import silent_nets


@pytest.mark.parametrize("seat", ["astra", "borea", "press"])
def test_the_numbers_are_those_of_the_escalation(seat: str) -> None:
    """Of three turns: the line, severity by seat, hostility, and where clocks run out."""
    session = silent_nets.played()
    for _turn in range(2):
        open_orders(session)
        closed(session)
    drawing = seat_door(session, seat).drawing()
    charts, play, pack = charts_of(drawing), drawing.play, drawing.pack
    results = [turn.result for turn in play.closed]
    points = escalation(pack, play.closed[0].opening, results).points
    names = [charts.rungs[place] for place in charts.line]
    assert names == [f"{point.rung.number} {point.rung.name}" for point in points]
    assert charts.worse == tuple(-point.flow / 100 for point in points[1:])
    by_name = {each.name: each.points for each in charts.severity}
    for row in pack.seats:
        expected = tuple(point.severity.get(row.id, 0) for point in points[1:])
        assert by_name.get(row.name, (0, 0, 0)) == expected
    marks = clock_marks(pack, play.setup.turns, play.state)
    assert [each.place for each in charts.clocks] == [each.turn_position for each in marks]
    assert [told.turn for told in charts.told] == [3, 2, 1]


def test_as_an_exercise_opens_there_is_a_line_and_nothing_else() -> None:
    """One place on the ladder, no bars, no turn that was moved."""

    drawing = seat_door(begin(READ_FULL), "astra").drawing()
    charts = charts_of(drawing)
    assert len(charts.line) == 1
    assert (charts.severity, charts.worse, charts.told) == ((), (), ())


def test_a_hidden_order_is_named_to_those_who_know_of_it_alone() -> None:
    """Astra fished by night; to Borea nothing of that moved the turn."""
    session = silent_nets.played()
    own, other = (
        [
            each.words
            for told in charts_of(seat_door(session, seat).drawing()).told
            for each in told.moved
        ]
        for seat in ("astra", "borea")
    )
    assert any("Fish at night" in words for words in own)
    assert not any("Fish at night" in words for words in other)


def test_every_clock_is_told_with_an_account_that_begins_and_ends_with_it() -> None:
    """What it had left, and what it has."""
    session = silent_nets.played()
    for clock in clocks_told(seat_door(session, "borea").drawing()):
        assert clock.account.rows[-1].reads
        assert len(clock.account.rows) >= 3


def test_a_map_is_the_same_one_while_nothing_that_it_tells_of_has_changed() -> None:
    """Two looks of a seat give one map, two seats two: neither's is the other's."""
    session = silent_nets.played()
    door = seat_door(session, "borea")
    assert map_of(door.drawing()) is map_of(door.drawing())
    assert map_of(seat_door(session, "astra").drawing()) is not map_of(door.drawing())
