"""What hands do to a page in a real browser: refresh at once, press twice, go, join anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Observer, Seating
from tests.web.home import LOCAL, PATIENCE, Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
SECRET = "The pass is mined"
SOON = 1000 * PATIENCE  # milliseconds
# The page's clock, where a machine that is busy would make a quick second press a slow one.
START = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour with agreements, its room open and orders asked for."""
    with at_home(full, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            home.call(partial(home.session.submit, EndFirstLook(seat), seat))
        while home.call(lambda: home.session.play.phase) != "orders":
            home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
        yield home


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    made = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    made.set_default_timeout(SOON)
    yield made
    made.close()


def sit(context: BrowserContext, home: Home, person: str) -> Phone:
    """The browser is somebody's from now on, whoever's it was before."""
    phone = Phone(home.port)
    assert phone.join(home.word, person).status == 200
    phone.goes_on_in(context)
    return phone


def opened(
    context: BrowserContext, home: Home, person: str = "Olga", tab: str = "Messages"
) -> Page:
    """Somebody's page at that tab."""
    sit(context, home, person)
    page = context.new_page()
    page.goto(f"http://{LOCAL}:{home.port}/seat")
    page.get_by_role("tab", name=tab).click()
    return page


def picks(home: Home) -> int:
    """How many moves Astra has picked."""
    return home.call(lambda: len(home.session.play.drafts.get("astra", ())))


def test_whoever_refreshes_as_they_type_loses_no_letter(
    context: BrowserContext, home: Home
) -> None:
    """Not what was typed last, though the server has only what came before."""
    page = opened(context, home)
    field = page.locator("#letter-text")
    field.fill("First")
    wait_for(lambda: home.typed("Olga") == {"message.text": "First"})
    for text in ("First and second", "First, second and third"):
        field.fill(text)
        page.reload()
        expect(field).to_have_value(text)


def test_whoever_sends_and_refreshes_does_not_find_it_typed_again(
    context: BrowserContext, home: Home
) -> None:
    """What the server had kept of it is older than its sending."""
    page = opened(context, home)
    page.locator("#letter-text").fill("Meet at noon")
    wait_for(lambda: home.typed("Olga") == {"message.text": "Meet at noon"})
    page.locator("label[for=letter-to-borea]").click()
    with page.expect_response("**/seat/act"):
        page.get_by_role("button", name="Send").first.click()
    expect(page.locator("#letter-text")).to_have_value("")
    page.reload()
    expect(page.locator("#letter-text")).to_have_value("")


def test_whoever_refreshes_as_they_write_an_offer_loses_no_letter(
    context: BrowserContext, home: Home
) -> None:
    """Its sentence is sent a moment later all the same."""
    page = opened(context, home, tab="Deals")
    page.get_by_role("button", name="Write an offer").click()
    expect(page.locator("#draft-1[open]")).to_be_visible()
    page.locator("#draft-1-text").fill("So be it")
    page.reload()
    expect(page.locator("#draft-1-text")).to_have_value("So be it")
    for _each in range(200):
        if "So be it" in home.call(lambda: repr(home.session.play.offer_drafts)):
            break
        page.wait_for_timeout(50)
    else:
        pytest.fail("what was typed was never sent")


def test_the_next_person_on_a_shared_phone_sees_nothing_that_was_typed_before(
    context: BrowserContext, home: Home
) -> None:
    """In the same tab, which keeps what it had."""
    page = opened(context, home)
    page.route("**/seat/unsent", lambda route: route.abort())
    page.locator("#letter-text").fill(SECRET)
    sit(context, home, "Sami")
    page.goto(f"http://{LOCAL}:{home.port}/seat")
    expect(page.locator(".name strong")).to_have_text("Borea")
    assert SECRET not in page.evaluate("JSON.stringify(sessionStorage)")
    expect(page.locator("#letter-text")).to_have_value("")


def test_whoever_leaves_leaves_nothing_to_read_behind(context: BrowserContext, home: Home) -> None:
    """However often the next one presses Escape."""
    page = opened(context, home)
    told = Tell(("astra",), "Control", SECRET)
    home.call(lambda: home.session.submit(told, FACILITATOR))
    page.get_by_text(SECRET).first.wait_for(state="attached")
    page.locator("#letter-text").fill("Half a sentence")
    page.evaluate("document.querySelector('form[data-act=leave]').requestSubmit()")
    page.locator("dialog.asking").get_by_role("button", name="Leave").click()
    page.get_by_role("link", name="Join again").wait_for()
    for _again in range(4):
        page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    left = page.content()
    for words in (SECRET, "Half a sentence", "Astra", "Olga"):
        assert words not in left
    assert page.title() == "This page has ended"
    assert "Half a sentence" not in page.evaluate("JSON.stringify(sessionStorage)")
    expect(page.get_by_role("alert")).not_to_be_empty()
    page.get_by_role("link", name="Join again").click()
    page.go_back()
    assert SECRET not in page.content()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"status": 413, "body": ""}, "Make it shorter"),
        ({"status": 404, "body": "Not found"}, "What you typed is still here"),
        ({"status": 200, "body": "<p>Log in to this network</p>"}, "could not be read"),
        (
            {"status": 400, "body": json.dumps({"refused": ["That is too long"]})},
            "That is too long",
        ),
    ],
)
def test_whoever_sends_what_is_not_taken_is_told_so_once(
    context: BrowserContext, home: Home, answer: dict[str, object], said: str
) -> None:
    """It stays typed, and is not sent over and over."""
    page = opened(context, home)
    sent: list[str] = []

    def refuse(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(**answer)  # type: ignore[arg-type]

    page.route("**/seat/act", refuse)
    page.clock.install()
    page.locator("label[for=letter-to-borea]").click()
    page.locator("#letter-text").fill("Meet at noon")
    page.get_by_role("button", name="Send").first.click()
    expect(page.locator("#letter .said")).to_contain_text(said)
    page.clock.run_for(10_000)
    expect(page.locator("#letter-text")).to_have_value("Meet at noon")
    page.wait_for_timeout(200)  # what would be sent now has come to the network by then
    assert len([each for each in sent if "send_message" in each]) == 1


def test_whoever_sends_to_a_server_that_stumbles_sends_it_once(
    context: BrowserContext, home: Home
) -> None:
    """The same id again."""
    page = opened(context, home)
    sent: list[str] = []

    def stumble(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or "")["id"])
        if len(sent) < 3:
            route.fulfill(status=500, body="")
        else:
            route.continue_()

    page.locator("label[for=letter-to-borea]").click()
    page.locator("#letter-text").fill("Meet at noon")
    page.route("**/seat/act", stumble)
    page.get_by_role("button", name="Send").first.click()
    expect(page.locator("#letter-text")).to_have_value("")
    assert len(set(sent[:3])) == 1
    assert home.call(lambda: len(home.session.play.letters)) == 1


@pytest.mark.parametrize("pause", [0, 150, 400])
def test_whoever_double_taps_pick_has_picked(
    context: BrowserContext, home: Home, pause: int
) -> None:
    """The second press is on what would take it off again."""
    page = opened(context, home, tab="Moves")
    button = page.locator("#part-moves\\.list form[data-act=pick] button").first
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.clock.set_fixed_time(START)
    page.mouse.click(x, y)
    page.wait_for_timeout(pause)
    page.clock.set_fixed_time(START + timedelta(milliseconds=pause))
    page.mouse.click(x, y)
    page.wait_for_timeout(1000)
    assert picks(home) == 1
    page.clock.set_fixed_time(START + timedelta(minutes=1))
    page.mouse.click(x, y)  # and later it is meant
    wait_for(lambda: picks(home) == 0)


def test_an_impatient_second_press_takes_nothing_off(context: BrowserContext, home: Home) -> None:
    """The answer is slow, and the press comes just as it changes the button."""
    page = opened(context, home, tab="Moves")

    def slowly(route: Route) -> None:
        page.wait_for_timeout(900)
        route.continue_()

    page.route("**/seat/act", slowly, times=1)
    button = page.locator("#part-moves\\.list form[data-act=pick] button").first
    box = button.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.clock.set_fixed_time(START)
    page.mouse.click(x, y)
    page.clock.set_fixed_time(START + timedelta(seconds=1))
    page.locator("#part-moves\\.list .is-picked").first.wait_for()
    page.mouse.click(x, y)
    page.wait_for_timeout(800)
    assert picks(home) == 1


def test_whoever_watches_another_seat_from_now_on_sees_its_page(
    context: BrowserContext, home: Home
) -> None:
    """With the name over it, not that of the seat before."""
    home.call(lambda: home.session.submit(SeatObserver(Observer("Ida", sees="astra")), FACILITATOR))
    link = home.call(lambda: home.room.link_of_observer("Ida"))
    page = context.new_page()
    page.goto(f"http://{LOCAL}:{home.port}{link.partition(str(home.port))[2]}")
    page.get_by_role("button", name="Open my page").click()
    expect(page.locator(".name strong")).to_have_text("Astra")
    page.get_by_role("tab", name="Notes").click()
    page.locator("#note-0-text").fill("They hesitate")
    moved = SeatObserver(Observer("Ida", sees="borea"), True)
    home.call(lambda: home.session.submit(moved, FACILITATOR))
    expect(page.locator(".name strong")).to_have_text("Borea")
    expect(page.locator("#note-0-text")).to_have_value("They hesitate")


def test_the_tab_of_whoever_was_here_before_shows_nothing_of_the_next(
    context: BrowserContext, home: Home
) -> None:
    """Two people share a browser; the second has joined in another tab."""
    page = opened(context, home)
    sit(context, home, "Sami")
    told = Tell(("borea",), "Control", SECRET)
    home.call(lambda: home.session.submit(told, FACILITATOR))
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.get_by_text("It ends here").wait_for()
    assert SECRET not in page.content()
    assert "Astra" not in page.content()


def test_a_stream_without_the_sign_of_its_page_is_not_opened(home: Home) -> None:
    """Nor is a page told that it is still here."""
    olga, sami = Phone(home.port), Phone(home.port)
    olga.join(home.word, "Olga")
    sami.join(home.word, "Sami")
    stale = Phone(home.port)
    stale.cookies, stale.csrf = dict(sami.cookies), olga.csrf
    for page in (
        stale.ask("GET", f"/seat/events?page={olga.csrf}"),
        stale.ask("GET", "/seat/events"),
        stale.post("/here", {}),
    ):
        assert page.status == 401
        assert "joined anew" in page.data["over"]


def test_whoever_sends_too_long_a_text_is_told_the_limit(home: Home) -> None:
    """And not that the page is out of date."""
    olga = Phone(home.port)
    olga.join(home.word, "Olga")
    page = olga.act("send_message", to=["borea"], text="x" * 20_001)
    assert page.status == 400
    assert page.data["refused"] == ["That is too long: 20000 characters at most. Make it shorter."]


def test_every_field_that_is_typed_in_has_a_limit() -> None:
    """So that nobody types what is then not taken."""
    templates = Path(__file__).parents[2] / "idlib_wargame" / "web" / "templates"
    found = 0
    for path in templates.rglob("*.html"):
        for field in re.findall(r"<(?:textarea|input)\b[^>]*>", path.read_text("utf-8")):
            if re.search(r'type="(hidden|checkbox|radio)"', field):
                continue
            found += 1
            assert "maxlength=" in field, f"{path.name}: {field}"
    assert found > 10


def test_the_brief_is_read_by_whoever_stays_with_it(context: BrowserContext, home: Home) -> None:
    """Turned past it is unopened still, and so it is behind the cards of the first look."""
    page = opened(context, home, tab="Now")
    page.evaluate("document.getElementById('read-brief').dataset.stays = '0.05'")
    page.evaluate(
        """() => {
            document.querySelector(".name").click();
            document.querySelector("#sheet-brief [data-close]").click();
        }"""
    )
    page.get_by_role("tab", name="Moves").click()
    page.locator("form[data-act=pick] button").first.click()
    page.locator("form[data-act=take_off] button").first.wait_for(state="attached")
    assert home.call(lambda: home.session.play.briefs_read) == frozenset()
    with page.expect_response("**/act"):
        page.get_by_role("button", name="Open the brief").click()
    assert home.call(lambda: home.session.play.briefs_read) == {"astra"}
