"""Somebody at a browser for a picture: joins, turns pages, and is looked at in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tests.web.home import Home, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PIN = "4711"
PATIENCE = 60_000  # milliseconds: a busy machine is no fault of a page
SETTLED = 400  # milliseconds after which nothing moves any more


class Device(NamedTuple):
    """What it is called in the picture's name, how large it is and how fine."""

    name: str
    wide: int
    high: int
    fine: int = 1
    is_phone: bool = False


class Visit:
    """A person in front of a device. ``place`` counts the seats that people play."""

    def __init__(self, browser: Browser, home: Home, device: Device) -> None:
        self._browser, self.home, self.device = browser, home, device
        self.context: BrowserContext = self._new_context()
        self.page: Page = self._new_page(self.context)

    def _new_context(self) -> BrowserContext:
        device = self.device
        return self._browser.new_context(
            viewport={"width": device.wide, "height": device.high},
            device_scale_factor=device.fine,
            is_mobile=device.is_phone,
            has_touch=device.is_phone,
            reduced_motion="reduce",
        )

    def _new_page(self, context: BrowserContext) -> Page:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        return page

    @property
    def address(self) -> str:
        """Where the room is."""
        return f"http://127.0.0.1:{self.home.port}"

    def person(self, place: int, number: int = 0) -> str:
        """Somebody's name."""
        seats = self.home.session.play.setup.seating
        return [each for each in seats if each.people][place].people[number]

    def names(self) -> Page:
        """With the code to the list of names."""
        self.page.goto(f"{self.address}/?w={self.home.word}")
        return self.page

    def pick(self, person: str, page: Page | None = None) -> Page:
        """Pick a name on it."""
        at = page or self.names()
        at.locator("button.pick").filter(has_text=person).first.click()
        return at

    def join(self, place: int, is_new: bool = False) -> Page:
        """Open a seat; whoever ``is_new`` stays at the first look."""
        page = self.pick(self.person(place))
        self.type_pin(page)
        page.locator("#app").wait_for()
        if not is_new:
            page.wait_for_timeout(SETTLED)
        return page

    def type_pin(self, page: Page) -> None:
        """The first, or the same again."""
        for field in page.locator("input.pin").all():
            field.fill(PIN)
        page.locator("button.filled").click()

    def elsewhere(self, place: int) -> None:
        """The same person joins on another device."""
        self.beside(place, 0).context.close()

    def beside(self, place: int, number: int) -> Page:
        """Somebody of a seat joins on a device of their own; their page."""
        page = self._new_page(self._new_context())
        page.goto(f"{self.address}/?w={self.home.word}")
        self.pick(self.person(place, number), page)
        self.type_pin(page)
        page.locator("#app").wait_for()
        return page

    def ask(self, name: str) -> str:
        """Ask to be let in by a name that is not on the list; the key of that."""
        page = self.names()
        page.locator("#name").fill(name)
        page.locator("form[action='/ask'] button").click()
        wait_for(lambda: bool(self.home.call(self.home.room.state).asking))
        return self.home.call(self.home.room.state).asking[0].key

    def turn_to(self, tab: str, area: str = "") -> None:
        """A tab, and an area on it; beside the first tab of a laptop nothing is to be turned."""
        found = self.page.locator(f"#tab-{tab}")
        if found.is_visible():
            found.click()
        if area:
            self.page.locator(f"#area-{area}").evaluate("each => each.scrollIntoView()")
        self.page.wait_for_timeout(SETTLED)

    def open(self, css: str) -> None:
        """Open what is folded, and see it."""
        found = self.page.locator(css).first
        found.evaluate("each => { each.open = true; each.scrollIntoView(); }")
        self.page.wait_for_timeout(SETTLED)

    def brief(self) -> None:
        """The brief behind the seat's name."""
        self.page.locator("button.name").click()
        self.page.wait_for_timeout(SETTLED)

    def close(self) -> None:
        """They go."""
        self.context.close()


Steps = Callable[[Visit], object]


class PageState(NamedTuple):
    """At which moment, what somebody does, and how it is looked at.

    ``is_new`` where the picture changes the exercise. ``text`` is the size of text in hundredths.
    """

    moment: str
    steps: Steps
    is_new: bool = False
    is_mirrored: bool = False
    is_screen: bool = False
    text: int = 100


__all__ = ["SETTLED", "Device", "PageState", "Steps", "Visit"]
