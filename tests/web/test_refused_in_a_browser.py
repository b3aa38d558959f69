"""Why something could not be, as it stands on a page: below what was pressed, beside nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import LOCAL, PATIENCE, Home, at_home
from tests.web.phone import Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
REFUSED = "You have 2 orders a turn; take one back first"

# The titles that are narrower, or no longer on the page, while a form beside them is refused.
SQUEEZED = """async () => {
  const TITLES = "h2, h3, h4, .way-name, .move-name, strong, summary";
  const live = window.live, found = [];
  let tried = 0;
  for (const form of document.querySelectorAll("form[data-act]")) {
    const row = form.parentElement;
    const button = form.querySelector("button");
    if (!button || !button.getClientRects().length) { continue; }
    const titles = Array.from(row.querySelectorAll(TITLES)).filter(e => !form.contains(e));
    const wide = titles.map(e => e.getBoundingClientRect().width);
    tried += titles.length;
    live.say(form, ["This could not be done now, and the reason for it is as long as this is."]);
    titles.forEach((e, at) => {
      if (e.getBoundingClientRect().width < wide[at] - 1) { found.push(e.textContent.trim()); }
    });
    const said = form.querySelector(".said").getBoundingClientRect();
    if (said.width && said.width < 160) { found.push("the reason beside " + button.textContent); }
    live.say(form, []);
  }
  return [tried, found];
}"""


# Of each button in sight that has another name than its words: the name, and the words.
NAMED = """() => Array.from(document.querySelectorAll("button[aria-label]"))
  .filter(e => e.getClientRects().length)
  .map(e => {
    const words = e.cloneNode(true);
    words.querySelectorAll(".icon, .unseen, svg").forEach(each => each.remove());
    const named = e.getAttribute("aria-label").replace(/[\\u2066-\\u2069]/g, "");
    return [named, words.textContent.trim()];
  })"""


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with agreements, its room open and orders asked for."""
    with at_home(full, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            home.call(partial(home.session.submit, EndFirstLook(seat), seat))
        while home.call(lambda: home.session.play.phase) != "orders":
            home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
        yield home


@pytest.fixture(params=[(360, 740), (1366, 768)], ids=["phone", "laptop"])
def page(browser: Browser, home: Home, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Olga's page."""
    phone = Phone(home.port)
    assert phone.join(home.word, "Olga").status == 200
    wide, high = request.param
    context = browser.new_context(viewport={"width": wide, "height": high}, has_touch=wide < 600)
    context.set_default_timeout(1000 * PATIENCE)
    address = f"http://{LOCAL}:{home.port}"
    context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in phone.cookies.items()]
    )
    opened = context.new_page()
    opened.goto(f"{address}/seat")
    opened.locator("#app").wait_for()
    yield opened
    context.close()


def box(of: Locator) -> FloatRect:
    """Where it stands."""
    found = of.bounding_box()
    assert found is not None
    return found


def test_a_third_order_is_refused_and_the_move_is_still_read(page: Page) -> None:
    """Its title stands as before, and why stands below title and button."""
    page.get_by_role("tab", name="Moves").click()
    for picked in (1, 2):
        page.locator("form[data-act=pick] button").first.click()
        expect(page.locator(".move form[data-act=take_off]")).to_have_count(picked)
    card = page.locator("li.move:has(.move-head form[data-act=pick])").first
    title = card.locator("h4")
    before = box(title)
    card.locator("form[data-act=pick] button").first.click()
    said = card.locator(".said")
    said.wait_for()
    assert REFUSED in (said.text_content() or "")
    after, button = box(title), box(card.locator("form[data-act=pick] button"))
    below, whole = box(said), box(card)
    assert after["width"] >= before["width"] - 1
    assert below["y"] >= button["y"] + button["height"] - 1
    assert below["y"] >= after["y"] + after["height"]
    assert below["width"] > whole["width"] / 2


def test_whatever_is_refused_no_title_beside_it_gives_way(page: Page) -> None:
    """On each tab, with orders picked, an offer begun and all that is folded opened."""
    page.get_by_role("tab", name="Moves").click()
    page.locator("form[data-act=pick] button").first.click()
    page.get_by_role("tab", name="Deals").click()
    page.locator("form[data-act=begin_offer] button").first.click()
    page.locator(".draft").first.wait_for()
    tried = 0
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        count, squeezed = page.evaluate(SQUEEZED)
        assert squeezed == [], tab.text_content()
        tried += count
    assert tried > 10


def test_every_button_is_announced_by_the_words_that_stand_on_it(page: Page) -> None:
    """Whoever says what they read to their device presses the button that they mean."""
    found = 0
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        for said, shown in page.evaluate(NAMED):
            assert " ".join(shown.split()).lower() in said.lower()
            found += 1
    assert found > 5
