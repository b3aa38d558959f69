"""From degrees to pixels and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.views.map.projection import Box, Frame

SHEET = Box(35.4, 34.6, 38.4, 37.2)
frames = st.builds(
    Frame,
    st.floats(35.4, 38.4),
    st.floats(34.6, 37.2),
    st.floats(20, 20_000),
    st.floats(100, 4000),
    st.floats(100, 4000),
    st.floats(0.3, 1.0),
)


@given(frames, st.floats(30, 42), st.floats(30, 42))
def test_a_place_drawn_and_read_back_is_where_it_was(
    frame: Frame, longitude: float, latitude: float
) -> None:
    """Pointing at a drawn place finds the place."""
    back = frame.to_earth(*frame.to_screen(longitude, latitude))
    assert back == pytest.approx((longitude, latitude), abs=1e-9)


@given(frames, st.floats(0.2, 5), st.floats(0, 1), st.floats(0, 1))
def test_zooming_keeps_what_is_under_the_pointer(
    frame: Frame, factor: float, across: float, down: float
) -> None:
    """The place under the pointer stays under it."""
    x, y = across * frame.width, down * frame.height
    before = frame.to_earth(x, y)
    assert frame.zoomed(factor, x, y).to_earth(x, y) == pytest.approx(before, abs=1e-6)


@pytest.mark.parametrize(("width", "height"), [(300, 900), (900, 300), (640, 480)])
def test_a_fitting_frame_shows_the_whole_box(width: int, height: int) -> None:
    """Nothing of the box is cut off, and it is drawn as large as it can be."""
    frame = Frame.fitting(SHEET, width, height, SHEET.squeeze)
    left, top = frame.to_screen(SHEET.west, SHEET.north)
    right, bottom = frame.to_screen(SHEET.east, SHEET.south)
    assert left >= -1e-6
    assert top >= -1e-6
    assert right <= width + 1e-6
    assert bottom <= height + 1e-6
    assert min(left, top) == pytest.approx(0, abs=1e-6)


def test_shapes_are_true() -> None:
    """Ten kilometres east are as long on the screen as ten north, at the sheet's middle."""
    frame = Frame.fitting(SHEET, 800, 800, SHEET.squeeze)
    latitude = 35.9
    north = frame.to_screen(37, latitude)[1] - frame.to_screen(37, latitude + 10 / 111.32)[1]
    # A degree of longitude is 90.29 km at 35.9° north (111.32 km times the cosine).
    east = frame.to_screen(37 + 10 / 90.175, latitude)[0] - frame.to_screen(37, latitude)[0]
    assert north == pytest.approx(frame.pixels(10))
    assert east == pytest.approx(north, rel=2e-3)


def test_the_map_cannot_be_pulled_off_the_sheet() -> None:
    """However far one pulls, the window stays full of map."""
    frame = Frame(36.5, 36.0, 2000, 800, 600, SHEET.squeeze)
    pulled = frame.moved(1_000_000, -1_000_000).within(SHEET).box
    assert pulled.west == pytest.approx(SHEET.west)
    assert pulled.south == pytest.approx(SHEET.south)
