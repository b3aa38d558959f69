"""What lies near a line, and how near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.views.map.shapes import distance, is_near

PLACES = st.tuples(st.integers(-9, 9), st.integers(-9, 9)).map(lambda at: (at[0] / 2, at[1] / 2))


@given(PLACES, st.lists(PLACES, min_size=2, max_size=6), st.sampled_from((0.25, 0.75, 2.0)))
def test_near_is_nearer_than_that(
    place: tuple[float, float], line: list[tuple[float, float]], within: float
) -> None:
    """The quick answer is the answer."""
    assert is_near(place, line, within) == (distance(place, line) < within)
