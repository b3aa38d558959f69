"""What somebody is typing while others of their seat, or another tab of theirs, do as much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.seat_notes import own_notes
from tests.harbour_exercise import open_orders
from tests.web.home import LOCAL, PATIENCE, Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup("B", "", 3, seating=(Seating("astra", ("Olga", "Piet")), Seating("borea", ("Sami",))))
SOON = 1000 * PATIENCE  # milliseconds


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with its room open, at the orders of its first turn; Astra has a note."""
    with at_home(full, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            home.call(partial(home.session.submit, EndFirstLook(seat), seat))
        home.call(lambda: open_orders(home.session))
        home.call(lambda: home.session.submit(WriteSeatNote("astra", 1, "Wait", True), "astra"))
        yield home


def tabs_of(browser: Browser, home: Home, person: str, tab: str, count: int = 1) -> list[Page]:
    """So many tabs of somebody's browser, each turned to a page."""
    context: BrowserContext = browser.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(SOON)
    phone = Phone(home.port)
    assert phone.join(home.word, person).status == 200
    phone.goes_on_in(context)
    pages = [context.new_page() for _each in range(count)]
    for page in pages:
        page.goto(f"http://{LOCAL}:{home.port}/seat")
        page.get_by_role("tab", name=tab).click()
    return pages


@pytest.fixture
def both(browser: Browser, home: Home) -> Iterator[tuple[Page, Page]]:
    """Olga and Piet at the seat's moves, of which one is picked."""
    (olga,), (piet,) = (tabs_of(browser, home, who, "Moves") for who in ("Olga", "Piet"))
    olga.locator("form[data-act=pick] button").first.click()
    why(piet).wait_for()
    yield olga, piet
    for page in (olga, piet):
        page.context.close()


def why(page: Page) -> Locator:
    """The field for the reason of the first order."""
    return page.locator("textarea[name=why]").first


def reason(home: Home) -> str:
    """The reason that the record has."""
    return home.call(lambda: home.session.play.drafts["astra"][0].why)


MEANWHILE = "Somebody else at your seat wrote here meanwhile"


def test_whoever_writes_on_after_their_partner_was_told_is_not_wiped_unread(
    home: Home, both: tuple[Page, Page]
) -> None:
    """What the partner was told is no longer what stands: they are told once more."""
    olga, piet = both
    piet.context.set_offline(True)
    why(piet).press_sequentially("two")
    why(olga).press_sequentially("one")
    wait_for(lambda: reason(home) == "one")
    piet.context.set_offline(False)
    expect(piet.get_by_text(f"{MEANWHILE}: “one”")).to_be_visible()
    why(olga).press_sequentially(" and much more")
    wait_for(lambda: reason(home) == "one and much more")
    why(piet).press_sequentially(" and one")
    expect(piet.get_by_text(f"{MEANWHILE}: “one and much more”")).to_be_visible()
    assert reason(home) == "one and much more"
    why(piet).press_sequentially(" and more")
    wait_for(lambda: reason(home) == "two and one and more")


def contested(home: Home, both: tuple[Page, Page]) -> Page:
    """Piet's page, once he was told that Olga wrote "one" where he wrote "two"."""
    olga, piet = both
    piet.context.set_offline(True)
    why(piet).press_sequentially("two")
    why(olga).press_sequentially("one")
    wait_for(lambda: reason(home) == "one")
    piet.context.set_offline(False)
    expect(piet.get_by_text(f"{MEANWHILE}: “one”")).to_be_visible()
    return piet


def test_whoever_seals_before_they_chose_between_two_texts_seals_neither(
    home: Home, both: tuple[Page, Page]
) -> None:
    """Theirs would count, and what their partner wrote be gone without a word."""
    piet = contested(home, both)
    seal = piet.locator("[data-act=seal]").get_by_role("button", name="Seal")
    seal.click()
    expect(piet.get_by_text("it says why beside it")).to_be_visible()
    assert "astra" not in home.call(lambda: home.session.play.sealed)
    assert reason(home) == "one"
    piet.get_by_role("button", name="Take theirs").click()
    expect(why(piet)).to_have_value("one")
    expect(piet.get_by_text(MEANWHILE)).to_have_count(0)
    seal.click()
    wait_for(lambda: "astra" in home.call(lambda: home.session.play.sealed))
    assert home.call(lambda: home.session.play.sealed["astra"][0].why) == "one"


def test_whoever_keeps_theirs_has_it_in_the_place_of_their_partners(
    home: Home, both: tuple[Page, Page]
) -> None:
    """By a press that says so."""
    piet = contested(home, both)
    piet.get_by_role("button", name="Keep mine").click()
    wait_for(lambda: reason(home) == "two")
    expect(piet.get_by_role("button", name="Keep mine")).to_have_count(0)
    why(both[0]).blur()
    expect(why(both[0])).to_have_value("two")


@pytest.mark.parametrize("again", ["the same tab", "another device"])
def test_what_was_not_settled_yet_is_asked_again_once_the_page_is_loaded_again(
    browser: Browser, home: Home, both: tuple[Page, Page], again: str
) -> None:
    """Loading it wipes nothing that the other wrote."""
    piet = contested(home, both)
    wait_for(lambda: "two" in home.typed("Piet").values())
    if again == "the same tab":
        piet.reload()
    else:
        (piet,) = tabs_of(browser, home, "Piet", "Moves")
    expect(piet.get_by_text(f"{MEANWHILE}: “one”")).to_be_visible()
    expect(why(piet)).to_have_value("two")
    assert reason(home) == "one"
    why(piet).fill("one and two")
    wait_for(lambda: reason(home) == "one and two")
    wait_for(lambda: not home.typed("Piet"))
    if again == "another device":
        piet.context.close()


def test_whoever_types_on_while_what_they_typed_is_sent_meets_nobody(
    home: Home, both: tuple[Page, Page]
) -> None:
    """On a slow network: it was they who wrote what stands."""
    olga, _piet = both
    held: list[Route] = []
    olga.route("**/seat/act", lambda route: held.append(route), times=1)
    why(olga).press_sequentially("one")
    wait_for_page(olga, lambda: bool(held))
    why(olga).press_sequentially(" and two")
    held[0].continue_()
    wait_for_page(olga, lambda: reason(home) == "one and two")
    expect(olga.get_by_text(MEANWHILE)).to_have_count(0)


def wait_for_page(page: Page, is_so: Callable[[], bool]) -> None:
    """Until that is so, by what the page sends."""
    while not is_so():
        page.wait_for_timeout(50)


def test_whoever_changes_a_note_that_their_partner_changed_reads_it_first(
    home: Home, both: tuple[Page, Page]
) -> None:
    """Also where the change has come to their page under what they type."""
    texts = []
    for page in both:
        page.evaluate("document.getElementById('sheet-brief').showModal()")
        page.locator("details[id^=note-] summary").first.click()
        texts.append(page.locator("textarea[id^=note-][id$=-text]").first)
    texts[0].fill("Wait. They pay 300")
    texts[1].fill("Wait. Go")
    keeps = [page.get_by_role("button", name="Keep the change") for page in both]
    keeps[0].click()
    expect(both[1].locator("p.written", has_text="They pay 300")).to_be_visible()
    keeps[1].click()
    expect(both[1].get_by_text(f"{MEANWHILE}: “Wait. They pay 300”")).to_be_visible()
    assert notes(home) == ["Wait. They pay 300"]
    keeps[1].click()
    expect(both[1].get_by_text("choose there first")).to_be_visible()
    assert notes(home) == ["Wait. They pay 300"]
    texts[1].fill("Wait. They pay 300. Go")
    keeps[1].click()
    wait_for(lambda: notes(home) == ["Wait. They pay 300. Go"])


def notes(home: Home) -> list[str]:
    """Astra's own."""
    return home.call(lambda: [each.text for each in own_notes(home.session.play, "astra").kept])


def test_whoever_writes_as_the_orders_are_opened_is_told_what_was_not_sent(
    home: Home, both: tuple[Page, Page]
) -> None:
    """It stands there again once the turn is opened again."""
    olga, _piet = both
    why(olga).wait_for()
    olga.clock.install()
    why(olga).press_sequentially("half a thought")
    home.call(lambda: home.session.submit(Adjudicate(), FACILITATOR))
    told = olga.locator("#gone")
    expect(told).to_contain_text("You were writing here as its place went: “half a thought”")
    olga.clock.run_for(3000)
    wait_for(lambda: "half a thought" in home.typed("Olga").values())
    told.get_by_role("button").click()
    expect(told).to_have_count(0)
    home.call(lambda: home.session.submit(Reopen(1), FACILITATOR))
    olga.clock.run_for(3000)
    expect(why(olga)).to_have_value("half a thought")


def test_what_is_typed_in_one_tab_outlives_what_is_sent_from_another(
    browser: Browser, home: Home
) -> None:
    """Of the same person, in the same browser."""
    one, two = tabs_of(browser, home, "Olga", "Messages", 2)
    for page, text in ((one, "From the first"), (two, "A long one from the second")):
        page.locator("#letter-text").fill(text)
        wait_for(lambda text=text: text in home.typed("Olga").values())  # type: ignore[misc]
    one.locator("label[for=letter-to-borea]").click()
    one.get_by_role("button", name="Send").first.click()
    wait_for(lambda: not home.typed("Olga"))
    two.reload()
    two.get_by_role("tab", name="Messages").click()
    expect(two.locator("#letter-text")).to_have_value("A long one from the second")
    one.reload()
    one.get_by_role("tab", name="Messages").click()
    expect(one.locator("#letter-text")).to_have_value("")
    one.context.close()
