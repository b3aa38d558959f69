"""What tests of pages share: a browser, and a quiet end of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.browser import chromium, is_asked_for, why_not

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Where Chromium is; a machine without one skips what needs it, and says so."""
    path = chromium()
    if path is None:
        if is_asked_for():
            pytest.fail(why_not())
        pytest.skip(why_not())
    return path


@pytest.fixture(scope="module")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """A real Chromium without a window. While there is one, its event loop is this thread's."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=str(chromium_path), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield found
        found.close()
