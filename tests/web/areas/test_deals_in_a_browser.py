"""An offer is written by two phones of one seat and answered by another, in a real browser."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from tests.harbour_exercise import SEATING
from tests.web.areas.deals_exercise import PLAIN, stages
from tests.web.home import LOCAL, PATIENCE, Home, at_home
from tests.web.phone import Phone

SOON = 1000 * PATIENCE  # milliseconds
SLOWLY = 60  # milliseconds between two letters
PINS = {"Ana": "4711", "Ben": "5822", "Carla": "6933"}


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """An exercise with agreements, with its room open."""
    setup = Setup("Spring course", "Group B", 4, seating=SEATING)
    with at_home(full, setup, tmp_path / "deals.wargame") as home:
        home.call(partial(settled, home.session))
        yield home


def settled(session: Session) -> None:
    """All have a PIN of their own and have had their first look."""
    pins = SeatPins(session, "astra")
    pins.set("Ana", PINS["Ana"])
    pins.set("Ben", PINS["Ben"], PINS["Ana"])
    SeatPins(session, "borea").set("Carla", PINS["Carla"])
    for seat in ("astra", "borea"):
        session.submit(EndFirstLook(seat), seat)


@pytest.fixture
def deals_of(home: Home, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens somebody's page at its deals; no page may have a fault of its own."""
    faults: list[str] = []
    contexts = []

    def opened(person: str) -> Page:
        phone = Phone(home.port)
        assert phone.join(home.word, person, PINS[person]).status == 200
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, has_touch=True, reduced_motion="reduce"
        )
        contexts.append(context)
        address = f"http://{LOCAL}:{home.port}"
        for name, value in phone.cookies.items():
            context.add_cookies([{"name": name, "value": value, "url": address}])
        page = context.new_page()
        page.set_default_timeout(SOON)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{address}{phone.base}")
        page.get_by_role("tab", name="Deals").click()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def until(home: Home, is_so: Callable[[Session], bool]) -> None:
    """Wait until that is so of the exercise."""
    deadline = time.monotonic() + PATIENCE
    while not home.call(lambda: is_so(home.session)):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_two_phones_write_one_offer_and_a_third_answers_it(
    home: Home, deals_of: Callable[[str], Page]
) -> None:
    """Nothing that is typed is wiped, and what was typed last is in what is tabled."""
    ana, ben = deals_of("Ana"), deals_of("Ben")
    ana.get_by_role("button", name="Write an offer").tap()
    expect(ana.locator("#draft-1[open]")).to_be_visible(timeout=SOON)
    expect(ben.locator("#draft-1")).to_be_visible(timeout=SOON)
    assert ben.locator("#draft-1[open]").count() == 0, "nobody else's page turns under them"
    ana.locator("label[for=draft-1-to-borea]").tap()
    ben.locator("#draft-1 > summary").tap()
    they = ben.get_by_role("region", name="They")
    they.get_by_role("button", name="Free words").tap()
    words = ben.locator("#draft-1-theirs-words-0-words")
    expect(words).to_be_focused(timeout=SOON)
    words.press_sequentially("Be kind", delay=SLOWLY)
    we = ana.get_by_role("region", name="We")
    we.get_by_role("button", name="A restraint").tap()
    expect(ana.locator("#draft-1-ours-restraint-0-what")).to_be_focused(timeout=SOON)
    ana.locator("#draft-1-ours-restraint-0-by").select_option("3")
    expect(ben.locator("#draft-1-ours-restraint-0")).to_contain_text("turn 3", timeout=SOON)
    words.press_sequentially(" to cats", delay=SLOWLY)
    expect(words).to_be_focused()
    expect(words).to_have_value("Be kind to cats")
    theirs = ana.locator("#draft-1-theirs-words-0-words")
    expect(theirs).to_have_value("Be kind to cats", timeout=SOON)
    ana.locator("#draft-1-text").press_sequentially("So be it")
    ana.get_by_role("button", name="Table offer").tap()
    until(home, lambda s: stages(s) == [Stage.TABLED])
    (case,) = home.call(lambda: list(home.session.play.ledger.cases.values()))
    assert case.offer.text == "So be it"
    assert {(term.what, term.by) for term in case.offer.terms} == {
        ("no_raids", 3),
        ("Be kind to cats", 4),
    }
    carla = deals_of("Carla")
    carla.get_by_role("button", name="Accept").tap()
    asking = carla.locator("dialog.asking")
    expect(asking).to_contain_text("Yours is the last answer", timeout=SOON)
    expect(asking.get_by_role("button", name="Leave it")).to_be_focused()
    asking.get_by_role("button", name="Accept it").tap()
    until(home, lambda s: stages(s) == [Stage.IN_FORCE])
    expect(ana.locator("#part-deals\\.in_force")).to_contain_text("in force", timeout=SOON)
    own = carla.locator("#part-deals\\.in_force")
    expect(own).to_contain_text("Carla signed for Borea", timeout=SOON)
    assert ana.locator(".draft").count() == 0


def test_keys_stay_near_what_they_pressed(home: Home, deals_of: Callable[[str], Page]) -> None:
    """What is gone takes nobody to the top of the page, nor to a button that does something."""
    home.call(lambda: home.session.submit(_draft(), "astra"))
    ana = deals_of("Ana")
    ana.locator("#draft-1 > summary").press("Enter")
    ana.get_by_role("button", name="Take term 1 out").press("Enter")
    expect(ana.locator("#draft-1-ours-restraint-0")).to_have_count(0, timeout=SOON)
    assert ana.evaluate("document.activeElement.tagName") == "SUMMARY"
    ana.get_by_role("button", name="Discard: an offer of 1 term").press("Enter")
    expect(ana.get_by_role("button", name="Keep it")).to_be_focused(timeout=SOON)
    ana.get_by_role("button", name="Discard it").press("Enter")
    expect(ana.locator(".draft")).to_have_count(0, timeout=SOON)
    assert ana.evaluate("document.activeElement.closest('#area-deals') !== null")


def _draft() -> DraftOffer:
    return DraftOffer("astra", 1, PLAIN)


def test_the_next_thing_gives_way_while_an_offer_lies_open(
    home: Home, deals_of: Callable[[str], Page]
) -> None:
    """One button is filled: the one that tables it; folded away, the page's own is there again."""
    home.call(lambda: home.session.submit(_draft(), "astra"))
    ana = deals_of("Ana")
    own = ana.locator(".next-go")
    expect(own).to_be_visible(timeout=SOON)
    ana.locator("#draft-1 > summary").tap()
    expect(own).to_be_hidden(timeout=SOON)
    expect(ana.get_by_role("button", name="Table offer")).to_be_in_viewport()
    ana.locator("#draft-1 > summary").tap()
    expect(own).to_be_visible(timeout=SOON)


def test_whoever_comes_second_to_a_list_is_told_and_sees_what_the_other_picked(
    home: Home, deals_of: Callable[[str], Page]
) -> None:
    """What is picked then counts; a box that was turned meanwhile is turned, whoever else picks."""
    home.call(lambda: home.session.submit(_draft(), "astra"))
    ana, ben = deals_of("Ana"), deals_of("Ben")
    for page in (ana, ben):
        page.locator("#draft-1 > summary").tap()
    box = ana.locator("label[for^=draft-1-to-]:not([for=draft-1-to-borea])").first
    hers, his = (page.locator("#draft-1-until") for page in (ana, ben))
    ana.context.set_offline(True)
    hers.select_option("2")
    box.tap()
    his.select_option("3")
    until(home, lambda s: _kept(s).until == 3)
    ana.context.set_offline(False)
    told = ana.get_by_text("Somebody else at your seat has settled")
    expect(told).to_be_visible(timeout=SOON)
    expect(hers).to_have_value("3", timeout=SOON)
    until(home, lambda s: len(_kept(s).to) == 2)
    assert home.call(lambda: _kept(home.session).until) == 3
    hers.select_option("2")
    until(home, lambda s: _kept(s).until == 2)
    expect(his).to_have_value("2", timeout=SOON)
    his.select_option("3")
    expect(hers).to_have_value("3", timeout=SOON)
    box.tap()
    until(home, lambda s: _kept(s).to == ("borea",))


def _kept(session: Session) -> Offer:
    return session.play.offer_drafts["astra"][1].offer
