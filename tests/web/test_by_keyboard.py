"""A seat's page on a laptop by the keyboard alone, from its load to sealed orders."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.home import LOCAL, Home
from tests.web.test_hands_on_a_page import SOON, sit
from tests.web.test_hands_on_a_page import home as home

MOST = 400  # presses of Tab, and no page has so many stops


@pytest.fixture
def laptop(browser: Browser, home: Home) -> Iterator[Page]:
    """Olga's page, with nothing pressed on it yet."""
    context: BrowserContext = browser.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(SOON)
    sit(context, home, "Olga")
    page = context.new_page()
    page.goto(f"http://{LOCAL}:{home.port}/seat")
    page.locator("#part-moves\\.list form[data-act=pick]").first.wait_for()
    yield page
    context.close()


def stop(page: Page) -> str:
    """What the next stop of the Tab key is, and where it stands; "" past the last."""
    page.keyboard.press("Tab")
    return str(
        page.evaluate(
            """() => {
                const on = document.activeElement;
                if (!on || on === document.body) { return ""; }
                const seen = on.matches(":focus-visible");
                const within = on.closest(".skips, header, .tabs, main, .next");
                const place = within ? within.classList[0] || within.localName : "";
                const form = on.form ? on.form.dataset.act || "" : "";
                return [place, seen ? "seen" : "unseen", form, on.textContent.trim()].join("|");
            }"""
        )
    )


def stops(page: Page) -> Iterator[str]:
    """Every stop until the keys leave the page."""
    for _each in range(MOST):
        found = stop(page)
        if not found:
            return
        yield found
    raise AssertionError("the keys are caught in the page")


def test_keys_go_through_the_page_as_it_is_read(laptop: Page) -> None:
    """What skips, the head, the tabs, the page, the next thing; each is seen, and nothing traps."""
    found = list(stops(laptop))
    places = list(dict.fromkeys(each.split("|")[0] for each in found))
    assert places == ["skips", "top", "tabs", "main", "next"]
    assert [each for each in found if each.split("|")[1] != "seen"] == []


def test_somebody_without_a_mouse_picks_and_seals(laptop: Page, home: Home) -> None:
    """Past the tabs to the moves, one is picked; then past the moves to the seal."""
    assert "Skip to the page" in stop(laptop)
    laptop.keyboard.press("Enter")
    assert any("|pick|" in each for each in _until(laptop, "|pick|"))
    laptop.keyboard.press("Space")
    laptop.locator("#part-moves\\.list form[data-act=take_off]").first.wait_for()
    laptop.keyboard.press("Escape")
    laptop.reload()
    laptop.locator("form[data-act=seal]").wait_for()
    stop(laptop)
    assert "Skip to the next thing" in stop(laptop)
    laptop.keyboard.press("Enter")
    said = laptop.evaluate("document.activeElement.textContent")
    assert "Seal 1 of 2 orders" in said
    with laptop.expect_response("**/act"):
        laptop.keyboard.press("Enter")
    assert len(home.call(lambda: home.session.play.sealed["astra"])) == 1


def _until(page: Page, words: str) -> Iterator[str]:
    for each in stops(page):
        yield each
        if words in each:
            return
