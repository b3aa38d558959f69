"""The pages before anybody's own, as a real browser shows them: waits are counted, moves led."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session import pins
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import PATIENCE, Home, at_home
from tests.web.people import PHONE
from tests.web.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))


def page_of(browser: Browser, home: Home) -> Page:
    """A phone that has said the room word."""
    page = browser.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.set_default_timeout(1000 * PATIENCE)
    page.goto(f"http://127.0.0.1:{home.port}/?w={home.word}")
    return page


@pytest.mark.parametrize("meanwhile", ["4711", ""])
def test_a_wait_is_counted_on_the_page_and_ends_where_the_facilitator_lifts_it(
    harbour: PackReading, browser: Browser, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    """What was typed since stays; what was refused goes with what is said of it."""
    monkeypatch.setattr(pins, "FIRST_WAIT", 10 * PATIENCE)  # nobody sits it out
    with at_home(harbour, SETUP) as home:
        Phone(home.port).join(home.word, "Olga", "4711")
        page = page_of(browser, home)
        page.get_by_role("button", name="Olga").click()
        field, go = page.get_by_label("Your PIN"), page.get_by_role("button", name="Open my seat")
        for pin in ("0000", "1111", "2222"):
            page.locator("button.filled:enabled").wait_for()
            field.fill(pin)
            with page.expect_response("**/pin"):
                go.click()
            page.get_by_text("That is not your PIN.").wait_for()
        page.locator("button.filled:disabled").wait_for()
        counts = page.locator("#wait")
        first = counts.inner_text()
        page.wait_for_function(
            "first => document.getElementById('wait').textContent !== first", arg=first
        )
        assert field.input_value() == "2222"
        if meanwhile:
            field.fill(meanwhile)
        home.call(lambda: home.room.lift_wait("Olga", "astra"))
        page.get_by_text("You can try again now.").wait_for()
        assert page.get_by_text("That is not your PIN.").count() == 0
        assert field.input_value() == meanwhile
        field.fill("4711")
        go.click()
        page.locator("#app").wait_for()
        page.context.close()


def test_an_open_page_leads_whoever_is_moved_to_where_they_sit_now(
    harbour: PackReading, browser: Browser
) -> None:
    """By itself, and then by one press."""
    with at_home(harbour, SETUP) as home:
        Phone(home.port).join(home.word, "Olga", "4711")
        page = page_of(browser, home)
        page.get_by_role("button", name="Olga").click()
        page.get_by_label("Your PIN").fill("4711")
        page.get_by_role("button", name="Open my seat").click()
        page.locator("#app").wait_for()
        home.call(lambda: home.reception.seat_them("Olga", "borea"))
        page.get_by_text("The facilitator has moved you to").wait_for()
        page.get_by_role("button", name="Open my seat").click()
        page.locator("#app").wait_for()
        assert "Borea" in page.locator(".who").inner_text()
        page.context.close()
