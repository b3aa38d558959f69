"""What stands out along a session's moments."""

from __future__ import annotations

import pytest

from idlib_wargame.views.landmarks import Landmarks

# Twelve moments: turns begin at 0, 4 and 9; two are closed; the ladder rose at 3.
MARKS = Landmarks(count=12, turns=(0, 4, 9), closed=(3, 8), rulings=(7,), steps=((3, 2),))


@pytest.mark.parametrize(
    ("place", "turn", "before", "after"),
    [(0, 1, 0, 4), (3, 1, 0, 4), (4, 2, 0, 9), (6, 2, 4, 9), (9, 3, 4, 11), (11, 3, 9, 11)],
)
def test_turns_along_the_record(place: int, turn: int, before: int, after: int) -> None:
    """Which turn a moment is in, and where a Page key would lead."""
    assert MARKS.turn_at(place) == turn
    assert MARKS.turn_before(place) == before
    assert MARKS.turn_after(place) == after


@pytest.mark.parametrize(("turn", "place"), [(0, 0), (1, 3), (2, 8), (3, 11)])
def test_a_turn_is_found_where_it_was_closed(turn: int, place: int) -> None:
    """A turn that was never closed is found at the end."""
    assert MARKS.closing_of(turn) == place


def test_the_playhead_crosses_each_turn() -> None:
    """On the chart's axis it enters a turn at n − ½ and has crossed the last at the end."""
    assert MARKS.turn_place(0) == 0.5
    assert MARKS.turn_place(2) == 1.0
    assert MARKS.turn_place(4) == 1.5
    assert MARKS.turn_place(11) == 3.5
