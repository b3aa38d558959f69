"""What tests of many windows share: a screen in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.parts.one_press import Hand, use_hand
from idlib_wargame.windows.screens.projector import projector
from idlib_wargame.words.languages import ENGLISH, use_language
from tests.windows.dress import want_look
from tests.windows.hands import WatchedHand
from tests.windows.stray import watch_for_strays

USUAL = 100  # size of text, in hundredths


@pytest.fixture(autouse=True)
def _undressed(request: pytest.FixtureRequest) -> Iterator[None]:
    """The stylesheet that one test asked for is off for the next, which may do without; and it is
    light, with text of the usual size.

    Under one each window takes longer to put together, and an order of tests would matter.
    """
    want_look(request.node.get_closest_marker("dressed") is not None)
    yield
    if theme.scheme() is not None:
        theme.set_scheme(None)
    if theme.text_scale() != USUAL:
        theme.set_text_scale(USUAL)
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")


@pytest.fixture(autouse=True)
def _closed_windows_gone(_undressed: None) -> Iterator[None]:
    """Windows that a test has closed would else stay, and be laid out anew in later tests.

    Qt lets go of them only while an event loop runs, and between tests none does. They go before
    the stylesheet is taken off, which would else lay them out once more.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _nothing_stray(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No part of a window flashes up as a window of its own, whatever a test opens."""
    found = watch_for_strays(monkeypatch.setattr)
    yield
    assert found == []


@pytest.fixture(autouse=True)
def quick_hand() -> Iterator[None]:
    """Every press of a test counts, however soon it comes; ``hands.py`` has slower ones."""
    before = use_hand(Hand(tires=False))
    yield
    use_hand(before)


@pytest.fixture(autouse=True)
def _projector_elsewhere() -> Iterator[None]:
    """What one test says of the projector does not hold in the next."""
    yield
    projector().turn_away()


@pytest.fixture
def hand(quick_hand: None) -> WatchedHand:
    """A hand like any other: of presses that come too soon after each other one counts."""
    return WatchedHand()


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Has the screen in a language, by its code, until the test is over."""

    def spoken(code: str) -> None:
        use_language(code)
        speak_own_language(qapp)

    yield spoken
    spoken(ENGLISH)
