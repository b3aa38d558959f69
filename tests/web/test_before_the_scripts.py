"""Hands on a page whose scripts are still on their way, as on a slow network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from tests.harbour_exercise import open_orders
from tests.web.home import LOCAL, Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
CREWS = Order("borea", "free_crews")
HALF = "They will"


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with its room open; Astra is asked for a reason against what Borea does."""
    with at_home(full, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            home.call(partial(home.session.submit, EndFirstLook(seat), seat))
        home.call(lambda: open_orders(home.session))
        sealed = SealOrders("borea", (Wish("free_crews"),))
        home.call(lambda: home.session.submit(sealed, "borea"))
        for act in (OpenOrders(), AskOthers(CREWS, AskedFor.AGAINST, ("astra",))):
            home.call(partial(home.session.submit, act, FACILITATOR))
        yield home


class Slow:
    """Olga's page, which is seen while its scripts are held up on the way."""

    def __init__(self, page: Page, home: Home) -> None:
        self.page = page
        self._held: list[Route] = []
        self._have_come = False
        page.route("**/static/*.js*", self._hold)
        page.goto(f"http://{LOCAL}:{home.port}/seat", wait_until="commit")
        page.locator("#app").wait_for()

    def _hold(self, route: Route) -> None:
        if self._have_come or "/early.js" in route.request.url:
            route.continue_()
        else:
            self._held.append(route)

    def scripts_come(self) -> None:
        """All that was held up."""
        self._have_come = True
        for route in self._held:
            route.continue_()
        self.page.wait_for_load_state("domcontentloaded")


@pytest.fixture
def olga(browser: Browser, home: Home) -> Iterator[Page]:
    """Olga's tab, once she has joined."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    phone = Phone(home.port)
    assert phone.join(home.word, "Olga").status == 200
    phone.goes_on_in(context)
    yield context.new_page()
    context.close()


def test_a_tab_that_is_pressed_before_the_scripts_have_come_is_turned_to(
    home: Home, olga: Page
) -> None:
    """Once they have, and to the one that was pressed last."""
    slow = Slow(olga, home)
    for tab in ("Moves", "Messages"):
        olga.get_by_role("tab", name=tab).click()
    slow.scripts_come()
    expect(olga.get_by_role("tab", name="Messages")).to_have_attribute("aria-selected", "true")
    expect(olga.get_by_label("Your message")).to_be_visible()


def reason(page: Page) -> Locator:
    """The field for a reason, which stands on the page that is seen first."""
    return page.locator("textarea[data-keeps^=asked]")


def given(home: Home) -> list[str]:
    """The reasons against what Borea does."""
    before = home.call(lambda: home.session.play.before_roll)
    assert before is not None
    return [each.text for each in before.arguments.get(CREWS, ())]


def test_what_is_typed_before_the_scripts_have_come_is_kept(home: Home, olga: Page) -> None:
    """Also where nobody is in its field any more."""
    slow = Slow(olga, home)
    reason(olga).press_sequentially(HALF)
    reason(olga).blur()
    slow.scripts_come()
    wait_for(lambda: HALF in home.typed("Olga").values())


def test_what_was_kept_is_not_lost_to_what_is_typed_before_the_scripts_have_come(
    home: Home, olga: Page
) -> None:
    """The field looks empty until they have, and then holds both."""
    olga.goto(f"http://{LOCAL}:{home.port}/seat")
    reason(olga).fill(HALF)
    wait_for(lambda: HALF in home.typed("Olga").values())
    slow = Slow(olga, home)
    reason(olga).press_sequentially("not dare")
    slow.scripts_come()
    expect(reason(olga)).to_have_value(f"{HALF}\nnot dare")
    wait_for(lambda: f"{HALF}\nnot dare" in home.typed("Olga").values())


def test_a_field_that_was_only_entered_before_the_scripts_have_come_holds_what_was_kept(
    home: Home, olga: Page
) -> None:
    """Else the next letter would take its place."""
    olga.goto(f"http://{LOCAL}:{home.port}/seat")
    reason(olga).fill(HALF)
    wait_for(lambda: HALF in home.typed("Olga").values())
    slow = Slow(olga, home)
    reason(olga).focus()
    slow.scripts_come()
    expect(reason(olga)).to_have_value(HALF)


def test_what_is_sent_before_the_scripts_have_come_is_sent_once_and_in_no_address(
    home: Home, olga: Page
) -> None:
    """However often it is pressed."""
    slow = Slow(olga, home)
    reason(olga).fill(HALF)
    for _again in range(3):
        olga.get_by_role("button", name="Give this reason").click()
    assert given(home) == []
    slow.scripts_come()
    olga.get_by_text(f"Against it, Astra: {HALF}").first.wait_for()
    expect(reason(olga)).to_have_value("")
    assert given(home) == [HALF]
    assert olga.url.endswith("/seat")


@pytest.mark.parametrize("lacks", ["forms.js", "live.js", "typed.js", "frame.js"])
def test_a_page_of_which_a_script_does_not_come_says_so_and_sends_nothing(
    home: Home, olga: Page, lacks: str
) -> None:
    """What was typed stands in no address, and is there once the page is loaded again."""
    olga.route(f"**/{lacks}*", lambda route: route.abort())
    olga.goto(f"http://{LOCAL}:{home.port}/seat", wait_until="commit")
    reason(olga).fill(HALF)
    told = olga.get_by_text("This page did not come whole")
    expect(told).to_be_visible()
    olga.get_by_role("button", name="Give this reason").click()
    olga.wait_for_timeout(300)
    assert olga.url.endswith("/seat")
    assert given(home) == []
    olga.unroute(f"**/{lacks}*")
    olga.get_by_role("button", name="Load it again").click()
    expect(told).to_be_hidden()
    expect(reason(olga)).to_have_value(HALF)
    olga.get_by_role("button", name="Give this reason").click()
    wait_for(lambda: given(home) == [HALF])


def test_a_page_that_did_not_come_whole_is_loaded_again_by_itself(home: Home, olga: Page) -> None:
    """While nobody has typed on it."""
    olga.route("**/stream.js*", lambda route: route.abort(), times=1)
    olga.goto(f"http://{LOCAL}:{home.port}/seat")
    told = olga.get_by_text("This page did not come whole")
    expect(told).to_be_visible()
    expect(told).to_be_hidden()
    olga.get_by_role("tab", name="Messages").click()
    expect(olga.get_by_label("Your message")).to_be_visible()


def test_a_page_without_its_first_script_puts_nothing_that_is_written_in_an_address(
    home: Home, olga: Page
) -> None:
    """What is pressed does nothing until the others have come, and what is typed stays."""
    olga.route("**/early.js*", lambda route: route.abort())
    slow = Slow(olga, home)
    reason(olga).fill(HALF)
    olga.get_by_role("button", name="Give this reason").click()
    olga.wait_for_timeout(300)
    assert olga.url.endswith("/seat")
    expect(reason(olga)).to_have_value(HALF)
    slow.scripts_come()
    olga.get_by_role("button", name="Give this reason").click()
    wait_for(lambda: given(home) == [HALF])
