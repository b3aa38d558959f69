"""Everything on a page can be read and pressed on a small phone, with large text too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from tests.web.home import LOCAL, Home, at_home

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)),))
THUMB = 44  # pixels, that a button is wide and high at least

# What is written and reaches past the edge of what holds it, where nobody can push it into sight.
CUT_OFF = """() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, of = text.parentElement;
    if (!text.data.trim() || of.closest(".unseen, script, option, svg")) { continue; }
    const range = document.createRange();
    range.selectNodeContents(text);
    const at = range.getBoundingClientRect();
    for (let each = of; at.width && each; each = each.parentElement) {
      const style = getComputedStyle(each), edge = each.getBoundingClientRect();
      if (style.textOverflow === "ellipsis" || /auto|scroll/.test(style.overflowX)) { break; }
      const isEdge = each === document.body || style.overflowX !== "visible";
      if (isEdge && (at.right > edge.right + 1 || at.left < edge.left - 1)) {
        found.push(text.data.trim());
        break;
      }
    }
  }
  return found;
}"""
TOO_SMALL = """least => Array.from(document.querySelectorAll("button, a, summary")).filter(each => {
  const at = each.getBoundingClientRect();
  return at.width && (at.width < least - 0.5 || at.height < least - 0.5);
}).map(each => each.textContent.trim())"""


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with its room open and a turn behind it."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        home.call(partial(home.session.submit, EndFirstLook("astra"), "astra"))
        while home.call(lambda: home.session.play.phase) != "orders":
            home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
        seal = SealOrders("astra", (Wish("silent_nets", why="Nobody hears us"),))
        home.call(partial(home.session.submit, seal, "astra"))
        for act in (Adjudicate(), CloseTurn()):
            home.call(partial(home.session.submit, act, FACILITATOR))
        yield home


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """As small as they are."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def test_no_button_of_joining_is_too_small_for_a_thumb(phone: Page, home: Home) -> None:
    """The word, the names, a first PIN; and then whoever comes again."""
    phone.goto(f"http://{LOCAL}:{home.port}/")
    assert phone.evaluate(TOO_SMALL, THUMB) == []
    phone.goto(f"http://{LOCAL}:{home.port}/?w={home.word}")
    assert phone.evaluate(TOO_SMALL, THUMB) == []
    for _visit in range(2):
        phone.goto(f"http://{LOCAL}:{home.port}/join")
        phone.get_by_role("button", name="Olga").click()
        assert phone.evaluate(TOO_SMALL, THUMB) == []
        for field in phone.locator("input.pin").all():
            field.fill("4711")
        phone.get_by_role("button", name="Open my seat").click()
        phone.locator("#app").wait_for()


@pytest.mark.parametrize("text", [100, 200])
def test_nothing_is_cut_off(phone: Page, home: Home, text: int) -> None:
    """On each tab, with all that is folded opened, and how each number came about."""
    phone.goto(f"http://{LOCAL}:{home.port}/?w={home.word}")
    phone.get_by_role("button", name="Olga").click()
    for field in phone.locator("input.pin").all():
        field.fill("4711")
    phone.get_by_role("button", name="Open my seat").click()
    phone.locator("#app").wait_for()
    phone.evaluate("size => { document.documentElement.style.fontSize = size + '%'; }", text)
    for tab in phone.get_by_role("tab").all():
        tab.click()
        phone.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        assert phone.evaluate(CUT_OFF) == [], tab.text_content()
    assert phone.locator(".account").count()
