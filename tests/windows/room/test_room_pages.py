"""The room's screen can be read from the back: nothing too small, nothing cut, all on pages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.news import Headline, News
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.room.ladder_drawing import AXIS, LadderDrawing
from idlib_wargame.windows.room.rows import LEAST_TEXT, Filled, height_of, paged, text_rows
from idlib_wargame.windows.room.scene_pages import pages_of
from idlib_wargame.windows.room.sheet import RoomSheet, Shape
from tests.windows.room.long_scenes import LONG, NAME, SENTENCE, SHOWN, UNBROKEN, long_door

SHAPES = [(1920, 1080), (3840, 2160), (1366, 768), (1024, 768), (700, 900)]


def a_sheet(scene: Scene, width: int = 1920, height: int = 1080, handling: str = "") -> RoomSheet:
    """A scene with more in it than one page holds, on a screen of that shape."""
    door, shape = long_door(handling), Shape(width, height)
    return RoomSheet(door.view(), door.scene(scene), shape.wide, shape.high)


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_has_no_room_goes_on_the_next_page(
    qapp: QApplication, shape: tuple[int, int]
) -> None:
    """No page is fuller than the screen, on any shape of it."""
    looked = 0
    for scene in Scene:
        sheet = a_sheet(scene, *shape, handling=SENTENCE[:120])
        room = sheet.body.height()
        assert room > 300
        for page in sheet.pages:
            assert height_of((*page.head, *page.rows)) <= room + 0.5, scene
            looked += 1
    assert looked > 30


@pytest.mark.parametrize(
    ("scene", "wanted"),
    [
        (Scene.NEWS, [LONG, UNBROKEN, f"19. {SENTENCE}"]),
        (Scene.RESULTS, [LONG, UNBROKEN, f"4. {SENTENCE}"]),
        (Scene.AGREEMENTS, [f"Term {number}: {SENTENCE}" for number in range(12)]),
        (Scene.REPORT, [LONG, f"29: {SENTENCE}".strip()]),
    ],
)
def test_nothing_of_a_long_text_is_left_out(
    qapp: QApplication, scene: Scene, wanted: list[str]
) -> None:
    """Every word is on some page, a word longer than the screen in pieces."""
    said = "\n".join(page.said for page in a_sheet(scene).pages)
    assert [each for each in wanted if each.strip() not in said] == []


def test_the_newest_headline_is_the_largest_and_the_others_stand_by_turn(
    qapp: QApplication,
) -> None:
    """Each turn begins a page of its own, under its date; older news stand on no newer page."""
    earlier = Headline("Fog", SENTENCE, NAME, "Turn 2, 2–8 Feb 2020")
    late, first = (earlier._replace(title=t, when="Turn 3") for t in ("Ice", "Thaw"))
    pages = pages_of(News((late, first, earlier)), 1792, 820)
    assert [page.place for page in pages] == ["1 of 2", "2 of 2"]
    assert pages[0].said.index("Ice") < pages[0].said.index("Thaw")
    assert "Fog" not in pages[0].said
    assert pages[1].said.startswith("News · Turn 2, 2–8 Feb 2020")
    heights = {row.said: row.height for page in pages for row in page.rows}
    assert heights["Ice"] > heights["Thaw"] == heights["Fog"]


def test_a_joint_order_names_each_seat_beside_its_own_colour(qapp: QApplication) -> None:
    """A line for each."""
    shown = SHOWN[Scene.RESULTS]
    assert isinstance(shown, Results)
    page = pages_of(shown, 1792, 820)[1]
    assert [row.said for row in page.rows][:2] == [NAME, f"Ally of {NAME}"]


def test_every_line_of_text_is_as_high_as_its_size_asks(qapp: QApplication) -> None:
    """The smallest text is 28 units of 1080, also where text on this machine is set smaller."""
    before = theme.text_scale()
    try:
        for scale in (100, 150):
            theme.set_text_scale(scale)
            small = text_rows(SENTENCE, 1792, LEAST_TEXT)
            lines = [
                row.height
                for scene in Scene
                for page in a_sheet(scene).pages
                for row in (*page.head, *page.rows)
                if not row.is_gap
            ]
            assert min(lines) >= small[0].height >= LEAST_TEXT
            assert len(lines) > 100
    finally:
        theme.set_text_scale(before)


def test_a_screen_twice_as_high_shows_all_of_it_twice_as_large(qapp: QApplication) -> None:
    """The same pages, and more pixels to each."""
    small, large = Shape(1920, 1080), Shape(3840, 2160)
    assert (small.wide, small.high) == (large.wide, large.high) == (1920, 1080)
    assert large.scale == 2 * small.scale == 2


def test_rungs_that_have_no_room_are_counted(qapp: QApplication) -> None:
    """Those about where the line stands are named whole."""
    shown = SHOWN[Scene.LADDER]
    assert isinstance(shown, Ladder)
    (bands, above, below), names = LadderDrawing(shown).bands(700, 800 - AXIS)
    named = [band.place for band in bands]
    assert shown.line[-1] in named
    assert 4 < len(named) < len(shown.rungs)
    assert above.endswith("levels above these") or below.endswith("levels below these")
    assert bands[-1].bottom <= 800 - AXIS + 0.5
    assert all(height_of(names[band.place]) <= band.height for band in bands)


def test_a_card_that_fits_on_a_page_is_not_torn(qapp: QApplication) -> None:
    """It begins on the next; a longer one goes on where it must."""
    three, nine = (text_rows("\n".join("a" * n), 900, 28) for n in (3, 9))
    room = height_of(three) * 1.5
    assert [len(page.rows) for page in paged([three, three], room)] == [3, 3]
    assert [len(page.rows) for page in paged([nine], room)] == [4, 4, 1]
    assert paged([], room) == [Filled(())]
