"""What the people of a seat see of their own doings in a browser, and what a reload leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import LOCAL, PATIENCE, Home, at_home
from tests.web.phone import Phone

PEOPLE = ("Olga", "Piet")
SETUP = Setup("Group B", "", 3, seating=(Seating("astra", PEOPLE), Seating("borea", ("Sami",))))
Opens = Callable[[str], Page]


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with agreements and its room open."""
    with at_home(full, SETUP, tmp_path / "a.wargame") as home:
        yield home


@pytest.fixture
def opens(browser: Browser, home: Home) -> Iterator[Opens]:
    """Opens somebody's seat on a phone of theirs."""
    contexts: list[BrowserContext] = []

    def of(person: str) -> Page:
        phone = Phone(home.port)
        assert phone.join(home.word, person).status == 200
        context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
        contexts.append(context)
        context.set_default_timeout(1000 * PATIENCE)
        address = f"http://{LOCAL}:{home.port}"
        context.add_cookies(
            [
                {"name": name, "value": value, "url": address}
                for name, value in phone.cookies.items()
            ]
        )
        page = context.new_page()
        page.goto(f"{address}/seat")
        page.locator("#app").wait_for()
        return page

    yield of
    for each in contexts:
        each.close()


def to_orders(home: Home) -> None:
    """Orders are asked for, and nobody is new any more."""
    for seat in ("astra", "borea"):
        home.call(partial(home.session.submit, EndFirstLook(seat), seat))
    while home.call(lambda: home.session.play.phase) != "orders":
        home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))


def test_whoever_reloads_during_the_first_look_has_it_again(opens: Opens) -> None:
    """Until they have left it; then it does not come back."""
    page = opens("Olga")
    look = page.locator("#sheet-first_look")
    expect(look).to_be_visible()
    page.reload()
    expect(look).to_be_visible()
    page.get_by_role("button", name="Leave the first look").click()
    expect(look).to_be_hidden()
    page.reload()
    page.locator("#app").wait_for()
    expect(look).to_be_hidden()


def test_whoever_seals_far_down_the_moves_reads_sealed_where_the_button_was(
    home: Home, opens: Opens
) -> None:
    """So does the other at the seat, and what was picked no longer reads as if it could change."""
    to_orders(home)
    olga, piet = (opens(person) for person in PEOPLE)
    for page in (olga, piet):
        page.get_by_role("tab", name="Moves").click()
    olga.locator("form[data-act=pick] button").first.click()
    expect(olga.locator(".order-head")).to_have_count(1)
    olga.locator("form[data-act=pick] button").last.scroll_into_view_if_needed()
    olga.locator(".next-seal button").click()
    for page in (olga, piet):
        sealed = page.locator(".next-seal").get_by_text("Sealed", exact=True)
        expect(sealed).to_be_in_viewport()
        expect(page.locator(".move .chip")).to_contain_text(["Sealed"])


def test_what_somebody_tabled_is_news_to_the_other_at_the_seat_alone(
    home: Home, opens: Opens
) -> None:
    """Their own page does not tell them what they did."""
    to_orders(home)
    olga, piet = (opens(person) for person in PEOPLE)
    olga.get_by_role("tab", name="Deals").click()
    olga.get_by_text("Begin from a template").click()
    named = olga.get_by_role("button", name="Write from this").first
    named.click()
    olga.locator("form[data-act=table_draft] button").first.click()
    asking = olga.locator("dialog.asking button.filled")
    if asking.count():
        asking.click()
    told = "Olga tabled this for you"
    expect(piet.locator("[data-others]").get_by_text(told)).to_be_visible()
    expect(olga.locator("[data-others] li", has_text=told)).to_have_count(1)
    olga.get_by_role("tab", name="Now").click()
    expect(olga.locator("[data-others]")).to_be_hidden()
