"""People at browsers on a thread of their own, while the desk's windows run on Qt's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from pytestqt.qtbot import QtBot

from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.web.server import WebRoom
from idlib_wargame.windows.session_thread import SessionThread
from tests.web.home import LOCAL, PATIENCE, quiet_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

T = TypeVar("T")
MOST_SECONDS = 240
PHONE: ViewportSize = {"width": 360, "height": 740}


class Desk:
    """The facilitator's computer: its session lives on Qt's thread, and so does all it is asked."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.thread = SessionThread()
        self.room = WebRoom(Reception(session, ClockSeen), self.thread, LOCAL)

    def call(self, does: Callable[[], T]) -> T:
        """What that gives, done on Qt's thread; asked from another."""
        answer: Future[T] = Future()

        def work() -> None:
            try:
                answer.set_result(does())
            except BaseException as fault:
                answer.set_exception(fault)

        self.thread.do(work)
        return answer.result(PATIENCE)

    def __enter__(self) -> Self:
        self.room.open(quiet_port())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.room.close()
        self.thread.end()


def people_do(qtbot: QtBot, path: Path, script: Callable[[Browser], None]) -> None:
    """Have people do that in a browser of their own while Qt's loop runs; their faults are ours."""
    from playwright.sync_api import sync_playwright

    faults: list[BaseException] = []

    def run() -> None:
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=str(path), args=["--no-sandbox", "--disable-dev-shm-usage"]
                )
                try:
                    script(browser)
                finally:
                    browser.close()
        except BaseException as fault:
            faults.append(fault)

    thread = threading.Thread(target=run, name="people", daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=1000 * MOST_SECONDS)
    if faults:
        raise faults[0]


class Someone:
    """A person with a phone, who reads and presses what stands on it."""

    def __init__(self, browser: Browser, desk: Desk, name: str) -> None:
        self.name, self._desk = name, desk
        self.context: BrowserContext = browser.new_context(
            viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce"
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(1000 * PATIENCE)
        self.amiss: list[str] = []
        self.page.on("pageerror", lambda fault: self.amiss.append(str(fault)))
        self.page.on(
            "console",
            lambda told: self.amiss.append(told.text) if "Content Security" in told.text else None,
        )

    def join(self, pin: str = "4711") -> None:
        """Scan the code, pick the name, choose a PIN; wait to be let in where that is asked."""
        page, desk = self.page, self._desk
        page.goto(desk.call(lambda: desk.room.state().link))
        page.get_by_role("button", name=self.name).click()
        if page.get_by_role("button", name="Ask to be let in").count():
            page.get_by_role("button", name="Ask to be let in").click()
            self.until(lambda: any(each.name == self.name for each in desk.room.state().asking))
            desk.call(self._let_in)
        page.get_by_label("New PIN", exact=True).fill(pin)
        page.get_by_label("The new PIN once more").fill(pin)
        page.get_by_role("button", name="Open my seat").click()
        page.locator("#app").wait_for()
        self.leave_first_look()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until that is so on the desk."""
        deadline = time.monotonic() + PATIENCE
        while not self._desk.call(is_so):
            assert time.monotonic() < deadline
            self.page.wait_for_timeout(50)

    def _let_in(self) -> None:
        asks = next(each for each in self._desk.room.state().asking if each.name == self.name)
        self._desk.room.let_in(asks.key, asks.seat)

    def leave_first_look(self) -> None:
        """Whoever is new leaves the first look."""
        self.page.wait_for_timeout(300)
        leave = self.page.get_by_role("button", name="Leave the first look")
        if leave.is_visible():
            leave.click()

    def turn_to(self, tab: str) -> None:
        """A tab at the thumb."""
        self.page.get_by_role("tab", name=tab).click()

    def press(self, words: str) -> None:
        """A button by what it says."""
        self.page.get_by_role("button", name=words).first.click()

    def sees(self, words: str) -> None:
        """Those words come to stand on the page."""
        self.page.get_by_text(words).first.wait_for(state="attached")

    def answer_if_asked(self) -> None:
        """Where the page asks first, say that it is meant so."""
        self.page.wait_for_timeout(150)
        asking = self.page.locator("dialog.asking")
        if asking.is_visible():
            asking.locator("button.filled").click()

    def pick(self) -> str:
        """Pick the first move that is open and not picked; its name."""
        form = self.page.locator("form[data-act=pick]").first
        name = form.locator("button").get_attribute("aria-label") or ""
        form.locator("button").click()
        self.sees_picked(name.removeprefix("Pick "))
        return name.removeprefix("Pick ")

    def sees_picked(self, move: str) -> None:
        """A move stands there as picked."""
        said = f"{move}: picked. Take it back"
        self.page.get_by_role("button", name=said).first.wait_for(state="attached")
