"""The room's screen in a real browser: its pages, and how large its words are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.screen_seen import ScreenSeen, screen_seen
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room_door import room_door
from idlib_wargame.web.screen_page import screen_page, screen_parts
from idlib_wargame.web.static_files import FOLDER, static_files
from tests.session.exercises import begun
from tests.tries import thorough
from tests.windows.room.long_scenes import SHOWN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://screen.test"
# Which rows are wholly seen where the screen stands now; a row that is higher than a page counts
# by each of its lines.
SEEN = """() => {
  const body = document.querySelector(".scene-body");
  const clip = getComputedStyle(body).clipPath.match(/inset\\((-?[\\d.]+)px 0px (-?[\\d.]+)px/);
  const from = clip ? Number(clip[1]) : 0;
  const until = clip ? body.offsetHeight - Number(clip[2]) : body.offsetHeight;
  const top = body.getBoundingClientRect().top;
  const rows = Array.from(body.querySelectorAll("[data-row], [data-flows] p, [data-flows] h3"));
  const lines = [];
  rows.forEach((row, number) => {
    const box = row.getBoundingClientRect();
    const line = parseFloat(getComputedStyle(row).lineHeight) || box.height;
    const count = box.height > body.clientHeight ? Math.round(box.height / line) : 1;
    const high = box.height / count;
    for (let each = 0; each < count; each++) {
      const at = box.top - top + each * high;
      lines.push([number + "." + each, at >= from - 2 && at + high <= until + 2]);
    }
  });
  return lines;
}"""
OVERFLOW = "document.documentElement.scrollHeight > window.innerHeight"


@pytest.fixture
def session(full: PackReading) -> Session:
    """A harbour exercise, in memory."""
    return begun(full)


# What has room on the small one, at the same share of its height, has it on the large.
@pytest.fixture(
    params=[pytest.param((1920, 1080), marks=thorough), (1280, 720)], ids=["1080", "720"]
)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser over the whole of a projector."""
    wide, high = request.param
    context = browser.new_context(viewport={"width": wide, "height": high})
    opened = context.new_page()
    opened.on("pageerror", lambda error: pytest.fail(str(error)))
    yield opened
    context.close()


def show(page: Page, seen: ScreenSeen) -> None:
    """Have the browser show it, with our files and no others."""
    html = screen_page(seen, screen_parts(seen), "token", ClockSeen("12:40 left", 760, False))

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS + FOLDER).split("?")[0]
        if route.request.url == f"{ADDRESS}/screen":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif name in static_files() and not name.startswith(("live", "early")):
            found = static_files()[name]
            route.fulfill(body=found.content, content_type=found.media_type)
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(f"{ADDRESS}/screen")


def of(session: Session, scene: Scene) -> ScreenSeen:
    """That scene of an exercise."""
    return screen_seen(room_door(session), Showing(scene), 1)


@pytest.mark.parametrize("scene", [Scene.NEWS, Scene.AGREEMENTS, Scene.JOIN, Scene.ENDING])
def test_turning_pages_shows_every_line_once_whole(
    page: Page, session: Session, scene: Scene
) -> None:
    """Of a scene with more to say than any screen holds, where the desk has pages enough."""
    pages = 24
    found: dict[str, bool] = {}
    show(page, replace(of(session, scene), shown=SHOWN[scene], page=0, pages=pages))
    for number in range(pages):
        page.eval_on_selector("[data-scene]", "(e, at) => { e.dataset.page = at; }", number)
        page.evaluate("() => new Promise((d) => requestAnimationFrame(() => setTimeout(d)))")
        for line, is_seen in page.evaluate(SEEN):
            found[line] = found.get(line, False) or is_seen
        assert not page.evaluate(OVERFLOW)
    assert len(found) > 5
    assert [line for line, is_seen in found.items() if not is_seen] == []


@pytest.mark.parametrize("scene", [each for each in Scene if each is not Scene.BREAK])
def test_its_words_are_read_from_the_back_of_the_room(
    page: Page, session: Session, scene: Scene
) -> None:
    """48 px for the top line, 28 px and more for the rest, counted on a screen 1080 high."""
    show(page, of(session, scene))
    share = page.evaluate("window.innerHeight / 1080")
    top = page.eval_on_selector(".named", "e => parseFloat(getComputedStyle(e).fontSize)")
    clock = page.eval_on_selector("#clock", "e => parseFloat(getComputedStyle(e).fontSize)")
    assert min(top, clock) >= 48 * share - 0.5
    sizes = page.evaluate(
        """() => Array.from(document.querySelectorAll("main *"))
          .filter((e) => Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim()))
          .filter((e) => !["title", "desc"].includes(e.tagName) && !e.closest(".unseen"))
          .map((e) => {
            const svg = e.closest("svg");
            const zoom = svg ? svg.getScreenCTM().a : 1;
            return parseFloat(getComputedStyle(e).fontSize) * zoom;
          })"""
    )
    assert sizes
    assert min(sizes) >= 27.5 * share
    assert not page.evaluate(OVERFLOW)


def test_the_clock_ticks_on_by_itself(page: Page, session: Session) -> None:
    """And stands still while nothing runs."""
    show(page, of(session, Scene.LADDER))
    assert page.inner_text("#clock") == "12:40 left"
    page.eval_on_selector("#clock", "e => { e.dataset.seconds = '61'; e.dataset.runs = '1'; }")
    page.wait_for_function("document.getElementById('clock').textContent === '1:01 left'")
    page.eval_on_selector("#clock", "e => { e.dataset.seconds = '-5'; }")
    page.wait_for_function("document.getElementById('clock').textContent === '0:05 over'")
    assert "is-over" in (page.get_attribute("#clock", "class") or "")


def test_a_blank_screen_is_black(page: Page, session: Session) -> None:
    """Nothing is seen of what stood there, nor of the clock."""
    show(page, replace(of(session, Scene.LADDER), is_blank=True))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert not page.is_visible("#clock")
