"""A browser at the projector shows what the room's window shows, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.play import Setup
from idlib_wargame.views.online.screen_seen import screen_seen
from idlib_wargame.views.room.agreements import Agreements
from idlib_wargame.views.room.news import Headline, News
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room.shown import SceneShown
from idlib_wargame.views.room_door import room_door
from idlib_wargame.web.screen_page import screen_parts
from idlib_wargame.windows.room.scene_pages import pages_of
from tests.session.exercises import begun, to_results
from tests.web.areas.page import Reading
from tests.web.home import PATIENCE, Home, at_home
from tests.windows.room.long_scenes import SHOWN

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDE, HIGH = 1792.0, 850.0
TWO_TURNS = News(
    tuple(
        Headline(f"Headline {number}", f"What number {number} tells. " * 6, "Radio", when)
        for number, when in ((5, "Turn 2"), (4, "Turn 1"), (3, "Turn 1"), (2, "Turn 1"))
    )
)


def things(shown: SceneShown) -> list[str]:
    """What each thing of a scene is known by."""
    match shown:
        case News():
            return [each.title or each.text for each in shown.headlines]
        case Agreements():
            return [each.heading for each in shown.agreements]
        case Results():
            return [each.title for each in shown.results]
    return []


@pytest.mark.parametrize(
    ("scene", "shown"),
    [
        (Scene.NEWS, TWO_TURNS),
        (Scene.NEWS, SHOWN[Scene.NEWS]),
        (Scene.AGREEMENTS, SHOWN[Scene.AGREEMENTS]),
        (Scene.RESULTS, SHOWN[Scene.RESULTS]),
    ],
)
def test_each_page_shows_what_the_rooms_window_shows_there(
    qapp: QApplication, full: PackReading, scene: Scene, shown: SceneShown
) -> None:
    """And every thing is on one of them."""
    session = begun(full)
    pages, named, found = pages_of(shown, WIDE, HIGH), things(shown), set[int]()
    holds = tuple(each.holds for each in pages)
    for number, page in enumerate(pages):
        showing = Showing(scene, page=number)
        seen = screen_seen(room_door(session), showing, len(pages), holds=holds)
        parts = screen_parts(replace(seen, shown=shown))
        read = " ".join(Reading(parts["screen.scene"]).text.split())
        assert Reading(parts["screen.foot"]).text == page.place
        for place in page.holds:
            assert " ".join(named[place].split()) in read
            found.add(place)
        if parts["screen.scene"].count('data-pages="1"'):
            here = " ".join(named[at] for at in page.holds)
            assert not [each for each in named if each in read and each not in here]
    assert found == set(range(len(named)))
    assert len(pages) > 1


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with its room open, and news on the screen."""
    with at_home(full, Setup("Group B", "", 3), tmp_path / "a.wargame") as home:
        home.call(lambda: home.room.show(Showing(Scene.NEWS), 0))
        yield home


def test_a_browser_left_open_shows_what_each_turn_told(home: Home, browser: Browser) -> None:
    """The first news of the next turn stand over those of the turn before, which stay."""

    def tell(title: str) -> None:
        home.call(lambda: home.session.submit(Tell((), "Radio", title), FACILITATOR))

    tell("The count of young cod")
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(1000 * PATIENCE)
    page.goto(home.call(home.room.link_of_screen))
    page.get_by_text("The count of young cod").wait_for()
    close_the_turn(home)
    tell("A trawler adrift")
    page.get_by_text("A trawler adrift").wait_for()
    assert page.locator(".headline").count() == 2
    assert page.get_by_text("The count of young cod").is_visible()
    page.context.close()


def close_the_turn(home: Home) -> None:
    """The next turn begins."""

    def close() -> None:
        to_results(home.session)
        home.session.submit(CloseTurn(), FACILITATOR)

    home.call(close)
