"""Whoever made an offer is told on their page, as it comes, what became of it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect

from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from tests.session.bargains import table
from tests.web.home import Home
from tests.web.test_hands_on_a_page import SOON, opened
from tests.web.test_hands_on_a_page import context as context
from tests.web.test_hands_on_a_page import home as home

OFFER = Offer("astra", ("borea",), (Term("astra", Does.RESTRAINT, "no_raids", 3),), 1, 3)


def test_a_refusal_is_said_and_marked_until_the_deals_are_turned_to(
    context: BrowserContext, home: Home
) -> None:
    """While the maker is at something else."""
    key = home.call(lambda: table(home.session, OFFER))
    page = opened(context, home, tab="Moves")
    mark = page.locator("[data-news-of=deals]")
    expect(mark).to_be_hidden()
    home.call(lambda: home.session.submit(RefuseOffer("borea", key), "borea"))
    expect(page.locator("#said")).to_contain_text("refused", timeout=SOON)
    expect(mark).to_be_visible()
    page.get_by_role("tab", name="Deals").click()
    expect(mark).to_be_hidden()
