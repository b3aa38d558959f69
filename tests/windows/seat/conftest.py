"""A seat's window on a session, for every test of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.seat_pin import people_at
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.views.messages import MessageView
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.left_at import LeftAt
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.dress import dress
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, open_orders
from tests.windows.typist import CTRL, KeysAlone

Opener = Callable[..., SeatWindow]
DealsOpener = Callable[[str], KeysAlone[SeatWindow]]


@pytest.fixture
def at_orders(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise on disk, its first orders open."""
    session = begin(harbour, tmp_path / "course.wargame")
    open_orders(session)
    yield session
    session.close()


@pytest.fixture
def seat_of(qtbot: QtBot, qapp: QApplication) -> Iterator[Opener]:
    """Opens a seat's window, its curtain lifted; else its people go without a PIN.

    Unless they are ``new``, they have had their first look.
    """
    dress(qapp)

    def opened(
        session: Session,
        seat: str = "astra",
        lifted: bool = True,
        new: bool = False,
        seen: frozenset[MessageView] | None = None,
    ) -> SeatWindow:
        if not lifted:
            SeatPins(session, seat).go_without(people_at(session.play, seat)[0])
        window = SeatWindow(seat_door(session, seat), left=LeftAt(seen))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        if lifted:
            window.lift()
            if not new and window.first_look.isVisible():
                window.first_look.end()
        return window

    yield opened
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # not dressed once more
    theme.set_text_scale(100)


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on a pack with agreements, on disk; rooms with another say so themselves."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


@pytest.fixture
def deals_of(seat_of: Opener, session: Session, hand: WatchedHand) -> DealsOpener:
    """Opens a seat's window and turns to its agreements by the key, for whoever goes on by keys."""

    def opened(seat: str) -> KeysAlone[SeatWindow]:
        typist = KeysAlone(seat_of(session, seat), hand)
        typist.press(Qt.Key.Key_D, CTRL)
        return typist

    return opened
