"""A seat's window on a session, for every test of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.session.kinds.seat_pin import people_at
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.views.messages import MessageView
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.left_at import LeftAt
from idlib_wargame.windows.seat.window import SeatWindow

Opener = Callable[..., SeatWindow]


@pytest.fixture
def seat_of(qtbot: QtBot, qapp: QApplication) -> Iterator[Opener]:
    """Opens a seat's window, its curtain lifted; else its people go without a PIN.

    Unless they are ``new``, they have had their first look.
    """
    theme.apply(qapp)

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
    theme.set_text_scale(100)
