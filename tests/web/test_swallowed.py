"""A network that swallows what a page sends, and says nothing: it is given up and sent again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
HALF = "Half a sentence"
GIVES_UP = 20_000  # milliseconds, by the page's own clock


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            home.call(partial(home.session.submit, EndFirstLook(seat), seat))
        yield home


@pytest.fixture
def olga(browser: Browser, home: Home) -> Iterator[Page]:
    """Olga's page, turned to her messages; what it waits for comes as soon as a test says so."""
    phone = Phone(home.port)
    assert phone.join(home.word, "Olga").status == 200
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    phone.goes_on_in(context)
    page = context.new_page()
    page.clock.install()
    page.goto(f"http://{phone.host}/seat")
    page.get_by_role("tab", name="Messages").click()
    page.get_by_label("Your message").wait_for()
    yield page
    context.close()


class Swallows:
    """The network between a page and the room: the first that is sent to ``path`` has no answer.

    ``reaches`` says whether it came to the room, which did it.
    """

    def __init__(self, page: Page, path: str, holds: str, *, reaches: bool = False) -> None:
        self.page = page
        self.sent: list[str] = []
        self._holds, self._reaches = holds, reaches
        page.route(path, self._take)

    def _take(self, route: Route) -> None:
        text = route.request.post_data or ""
        is_ours = self._holds in text
        if is_ours:
            self.sent.append(text)
        if not is_ours or len(self.sent) > 1:
            route.continue_()
        elif self._reaches:
            route.fetch()

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Until that is so, by what the page sends."""

        def is_so_now() -> bool:
            self.page.wait_for_timeout(20)
            return is_so()

        wait_for(is_so_now)


def test_what_is_typed_and_swallowed_on_the_way_is_given_up_and_sent_again(
    home: Home, olga: Page
) -> None:
    """Nothing waits for an answer that never comes."""
    network = Swallows(olga, "**/seat/unsent", HALF)
    olga.get_by_label("Your message").fill(HALF)
    olga.clock.run_for(2_000)
    network.wait(lambda: len(network.sent) == 1)
    assert home.typed("Olga") == {}
    olga.clock.run_for(GIVES_UP)
    network.wait(lambda: home.typed("Olga") == {"message.text": HALF})


@pytest.mark.parametrize("reaches", [False, True])
def test_what_is_sent_and_swallowed_is_given_up_and_sent_again_by_its_id(
    home: Home, olga: Page, reaches: bool
) -> None:
    """On the way to the room, or its answer on the way back: it is done once."""
    network = Swallows(olga, "**/seat/act", "send_message", reaches=reaches)
    olga.locator("label[for=letter-to-borea]").click()
    olga.get_by_label("Your message").fill("Meet at noon")
    olga.get_by_role("button", name="Send").first.click()
    network.wait(lambda: len(network.sent) == 1 and len(letters(home)) == int(reaches))
    olga.clock.run_for(GIVES_UP)
    network.wait(lambda: len(network.sent) == 2)
    expect(olga.get_by_label("Your message")).to_have_value("")
    assert letters(home) == ["Meet at noon"]
    first, second = (json.loads(each) for each in network.sent)
    assert first == second


def letters(home: Home) -> list[str]:
    """What was sent in the room."""
    return [each.text for each in home.call(lambda: home.session.play.letters)]
