"""Takes pictures of the pages that people open in a browser, as ``screens`` does of windows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from page_homes import Homes
from page_states import PAGES, PageState
from page_visit import SETTLED, Device, Visit

from tests.web.browser import chromium, why_not

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Scheme = Literal["light", "dark"]

PHONE = Device("360", 360, 740, 2, is_phone=True)
LAPTOP = Device("1366", 1366, 768)
DEVICES = (PHONE, LAPTOP)
SCREENS = (Device("1920", 1920, 1080), Device("1280", 1280, 720))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class Photographer:
    """Has a browser, and rooms for it."""

    def __init__(self, browser: Browser, homes: Homes) -> None:
        self._browser, self._homes = browser, homes

    def draw(self, name: str, folder: Path, schemes: Sequence[Scheme] = SCHEMES) -> list[Path]:
        """A state on each device and in each scheme; the pictures written."""
        state = PAGES[name]
        devices = SCREENS if state.is_screen else DEVICES
        written: list[Path] = []
        for device in devices:
            paths = {scheme: folder / scheme / f"{name}-{device.name}.png" for scheme in schemes}
            self.draw_on(state, device, paths)
            written += paths.values()
        return written

    def draw_on(self, state: PageState, device: Device, paths: dict[Scheme, Path]) -> None:
        """A state on a device, to a file for each scheme."""
        home = self._homes.at(state.moment, state.is_mirrored, state.is_new)
        visit = Visit(self._browser, home, device)
        try:
            state.steps(visit)
            page = visit.page
            if state.text != 100:
                page.evaluate(
                    "size => { document.documentElement.style.fontSize = size + '%'; }", state.text
                )
            for scheme, path in paths.items():
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.wait_for_timeout(SETTLED)
                path.parent.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=str(path), caret="hide", animations="disabled")
        finally:
            visit.close()


@contextmanager
def photographer() -> Iterator[Photographer | None]:
    """One for as long as pictures are taken; None where this machine has no browser, and why."""
    path = chromium()
    if path is None:
        print(f"No pictures of pages were taken: {why_not()}")
        yield None
        return
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(path), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        homes = Homes(Path(scratch))
        try:
            yield Photographer(browser, homes)
        finally:
            homes.close()
            browser.close()


__all__ = ["LAPTOP", "PAGES", "PHONE", "photographer"]
