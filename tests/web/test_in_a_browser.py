"""A seat's page in a real browser: what is typed stays, what is lost comes back, Back goes back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import LOCAL, Home, at_home, at_home_again, wait_for

SETUP = Setup(
    "Group B", "", 3, seating=(Seating("astra", ("Olga", "Piet")), Seating("borea", ("Sami",)))
)
HALF = "Half a sentence that nobody"


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open and the orders asked for."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            home.call(partial(home.session.submit, EndFirstLook(seat), seat))
        while home.call(lambda: home.session.play.phase) != "orders":
            home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
        yield home


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    made = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    yield made
    made.close()


def joined(context: BrowserContext, home: Home, person: str = "Olga") -> Page:
    """Somebody's page, with the stream open."""
    page = context.new_page()
    page.goto(f"http://{LOCAL}:{home.port}/?w={home.word}")
    page.get_by_role("button", name=person).click()
    page.get_by_label("New PIN", exact=True).fill("4711")
    page.get_by_label("The new PIN once more").fill("4711")
    page.get_by_role("button", name="Open my seat").click()
    page.locator("#app").wait_for()
    return page


def tell(home: Home, text: str) -> None:
    """The facilitator writes to Astra, which changes its page."""
    sent = SendMessage(("astra",), text, False, "")
    home.call(lambda: home.session.submit(sent, FACILITATOR))


def letter(page: Page) -> None:
    """Turn to the messages, and see them before anything is typed there."""
    page.get_by_role("tab", name="Messages").click()
    page.get_by_label("Your message").wait_for()


def test_what_somebody_types_stays_when_the_page_changes_under_it(
    context: BrowserContext, home: Home
) -> None:
    """And the field stays where it is."""
    page = joined(context, home)
    letter(page)
    field = page.get_by_label("Your message")
    field.press_sequentially(HALF)
    before = field.bounding_box()
    tell(home, "News for you")
    page.get_by_text("News for you").first.wait_for()
    field.press_sequentially(" has ended")
    assert field.input_value() == f"{HALF} has ended"
    after = field.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_a_refresh_keeps_what_was_typed_and_where_somebody_was(
    context: BrowserContext, home: Home
) -> None:
    """Kept a moment after it was typed."""
    page = joined(context, home)
    letter(page)
    page.get_by_label("Your message").press_sequentially(HALF)
    wait_for(lambda: home.typed("Olga") == {"message.text": HALF})
    page.reload()
    assert page.get_by_label("Your message").input_value() == HALF
    expect(page.get_by_role("tab", name="Messages")).to_have_attribute("aria-selected", "true")


def test_back_goes_to_the_tab_before_and_never_away(context: BrowserContext, home: Home) -> None:
    """However often it is pressed, and nothing is sent again."""
    page = joined(context, home)
    page.get_by_role("tab", name="Moves").click()
    letter(page)
    entries = len(home.session.entries)
    page.evaluate("history.back()")
    expect(page.get_by_role("tab", name="Moves")).to_have_attribute("aria-selected", "true")
    for _again in range(4):
        page.evaluate("history.back()")
        page.wait_for_timeout(100)
    assert page.url.endswith("/seat")
    assert page.locator("#app").is_visible()
    assert len(home.session.entries) == entries


def test_the_seal_is_at_hand_with_the_keyboard_up(context: BrowserContext, home: Home) -> None:
    """On a screen of which 360 by 300 are left."""
    page = joined(context, home)
    page.get_by_role("tab", name="Moves").click()
    page.set_viewport_size({"width": 360, "height": 300})
    seal = page.get_by_role("button", name="Seal no orders").first
    box = seal.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 300
    assert box["height"] >= 40
    seal.click()
    page.locator("dialog.asking").get_by_role("button", name="Seal no orders").click()
    page.get_by_text("Sealed.").first.wait_for(state="attached")


def test_a_double_press_does_a_thing_once(context: BrowserContext, home: Home) -> None:
    """What is under way takes no second press."""
    page = joined(context, home)
    letter(page)
    page.locator("label[for=letter-to-borea]").click()
    page.get_by_label("Your message").fill("Only one of it")
    page.get_by_role("button", name="Send").first.dblclick()
    page.get_by_text("Only one of it").first.wait_for()
    page.wait_for_timeout(300)
    assert home.call(lambda: len(home.session.play.letters)) == 1


def test_a_late_act_is_refused_with_the_reason_and_what_was_typed_stays(
    context: BrowserContext, home: Home
) -> None:
    """The phase closed while somebody wrote."""
    page = joined(context, home)
    home.call(lambda: home.session.submit(Mute("Olga", "astra", True), FACILITATOR))
    letter(page)
    page.locator("label[for=letter-to-borea]").click()
    page.get_by_label("Your message").fill(HALF)
    page.get_by_role("button", name="Send").first.click()
    page.get_by_text("The facilitator has muted you").first.wait_for()
    assert page.get_by_label("Your message").input_value() == HALF


def test_a_page_comes_back_by_itself_after_the_program_was_started_again(
    context: BrowserContext, home: Home, tmp_path: Path
) -> None:
    """On the same address, with what was typed, and what was sent meanwhile is done once."""
    page = joined(context, home)
    letter(page)
    field = page.get_by_label("Your message")
    field.press_sequentially(HALF)
    wait_for(lambda: home.typed("Olga") == {"message.text": HALF})
    path = home.session.path
    assert path is not None
    home.close()
    page.get_by_text("The facilitator has closed the room.").wait_for()
    field.press_sequentially(" waits")
    page.locator("label[for=letter-to-borea]").click()
    page.get_by_role("button", name="Send").first.click()
    with at_home_again(path) as again:
        page.get_by_text(f"{HALF} waits").first.wait_for()
        page.wait_for_timeout(500)
        assert again.call(lambda: [each.text for each in again.session.play.letters]) == [
            f"{HALF} waits"
        ]
        expect(page.locator("#link")).to_have_text("")


def test_a_second_device_takes_over_and_the_first_says_so(
    browser: Browser, context: BrowserContext, home: Home
) -> None:
    """And offers the way back."""
    page = joined(context, home)
    other = browser.new_context()
    second = other.new_page()
    second.goto(f"http://{LOCAL}:{home.port}/?w={home.word}")
    second.get_by_role("button", name="Olga").click()
    second.get_by_label("Your PIN").fill("4711")
    second.get_by_role("button", name="Open my seat").click()
    second.locator("#app").wait_for()
    page.get_by_text("You are on another device now").wait_for()
    page.get_by_role("link", name="Join again").click()
    page.get_by_role("button", name="Olga").wait_for()
    other.close()


def test_a_hidden_page_closes_its_stream_and_wakes_with_everything(
    context: BrowserContext, home: Home
) -> None:
    """Phones sleep."""
    page = joined(context, home)
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
    wake = "document.dispatchEvent(new Event('visibilitychange'));"
    page.evaluate(hide % "true" + wake)
    page.wait_for_timeout(1000)
    assert not home.call(lambda: home.room.state().present[0].is_here)
    tell(home, "While you slept")
    page.evaluate(hide % "false" + wake)
    letter(page)
    page.get_by_text("While you slept").first.wait_for()


def picked(page: Page) -> None:
    """Turn to the moves, and pick the first that is open."""
    page.get_by_role("tab", name="Moves").click()
    page.locator("form[data-act=pick] button").first.click()
    page.get_by_placeholder("Why?").first.wait_for()


def seal(page: Page) -> None:
    """Press what seals, and say that it is meant where that is asked."""
    page.locator(".dock").get_by_role("button", name="Seal").click()
    page.wait_for_timeout(200)
    asking = page.locator("dialog.asking")
    if asking.is_visible():
        asking.locator("button.filled").click()


def test_what_is_sealed_is_what_stands_on_the_page(context: BrowserContext, home: Home) -> None:
    """Also what was typed a moment before, with the keyboard of the phone up."""
    page = joined(context, home)
    picked(page)
    page.set_viewport_size({"width": 360, "height": 380})
    why = page.get_by_placeholder("Why?").first
    why.press_sequentially("Because we must")
    seal(page)
    wait_for(lambda: "astra" in home.call(lambda: home.session.play.sealed))
    sealed = home.call(lambda: home.session.play.sealed["astra"])
    assert [wish.why for wish in sealed] == ["Because we must"]


@pytest.mark.parametrize("width", [360, 1366])
def test_what_a_partner_did_stands_clear_of_what_is_asked(
    browser: Browser, context: BrowserContext, home: Home, width: int
) -> None:
    """A line of its own, under the card and not on it."""
    page = joined(context, home)
    picked(page)
    other = browser.new_context(viewport={"width": width, "height": 768})
    second = joined(other, home, "Piet")
    seal(page)
    said = second.locator("#part-now\\.asked").get_by_text("sealed these orders")
    said.wait_for()
    card = second.locator(".asked-card").bounding_box()
    line = said.bounding_box()
    assert card is not None
    assert line is not None
    assert line["y"] - (card["y"] + card["height"]) >= 8
    other.close()


def test_two_people_who_write_one_reason_are_told_of_each_other(
    browser: Browser, context: BrowserContext, home: Home
) -> None:
    """Neither is wiped without a word: whoever comes second reads what the other wrote."""
    page = joined(context, home)
    picked(page)
    other = browser.new_context()
    second = joined(other, home, "Piet")
    second.get_by_role("tab", name="Moves").click()
    mine, theirs = (each.get_by_placeholder("Why?").first for each in (page, second))
    other.set_offline(True)
    theirs.press_sequentially("From Piet")
    mine.fill("Olga's whole reason")
    wait_for(lambda: "Olga's whole reason" in whys(home))
    other.set_offline(False)
    told = second.get_by_text("Somebody else at your seat wrote here meanwhile")
    told.wait_for()
    assert theirs.input_value() == "From Piet"
    assert "Olga's whole reason" in whys(home)
    theirs.fill("Olga's whole reason, and Piet's")
    wait_for(lambda: "Olga's whole reason, and Piet's" in whys(home))
    assert told.is_visible(), "it can be read for as long as they write"
    theirs.blur()
    told.wait_for(state="hidden")
    other.close()


def whys(home: Home) -> set[str]:
    """The reasons that Astra's draft has."""
    return {wish.why for wish in home.call(lambda: home.session.play.drafts.get("astra", ()))}


@pytest.mark.parametrize("width", [360, 1366])
def test_the_head_of_the_page_stays_when_results_come(
    context: BrowserContext, home: Home, width: int
) -> None:
    """The page goes to the results by itself, and nothing but its panel scrolls."""
    page = joined(context, home)
    page.set_viewport_size({"width": width, "height": 740})
    for act in (Adjudicate(), CloseTurn()):
        home.call(partial(home.session.submit, act, FACILITATOR))
    page.get_by_text("Read what came of turn 1.").first.wait_for(state="attached")
    page.wait_for_timeout(500)
    top = page.locator("header.top").bounding_box()
    assert top is not None
    assert top["y"] == 0
    assert page.evaluate("[scrollY, document.documentElement.scrollTop]") == [0, 0]


def test_whoever_writes_is_not_taken_elsewhere(context: BrowserContext, home: Home) -> None:
    """When results come, also if the field has lost the keys."""
    page = joined(context, home)
    letter(page)
    page.get_by_label("Your message").press_sequentially(HALF)
    page.get_by_label("Your message").blur()
    for act in (Adjudicate(), CloseTurn()):
        home.call(partial(home.session.submit, act, FACILITATOR))
    page.get_by_text("Read what came of turn 1.").first.wait_for(state="attached")
    page.wait_for_timeout(300)
    expect(page.get_by_role("tab", name="Messages")).to_have_attribute("aria-selected", "true")
    assert page.get_by_label("Your message").input_value() == HALF
