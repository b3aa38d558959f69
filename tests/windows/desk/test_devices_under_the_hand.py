"""The page of devices under a hand: one press does one thing, to what it was meant for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.devices_page import DevicesPage
from idlib_wargame.windows.desk.online import Online
from tests.harbour_exercise import begin
from tests.windows.desk.conftest import Opener
from tests.windows.desk.fake_server import FakeAwake, FakeServer
from tests.windows.hands import LEFT, WatchedHand


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """The first turn."""
    session = begin(full, tmp_path / "night.wargame")
    yield session
    session.close()


@pytest.fixture
def server() -> FakeServer:
    """Nobody has come."""
    return FakeServer()


@pytest.fixture
def online(hand: WatchedHand, desk_of: Opener, session: Session, server: FakeServer) -> Online:
    """A room that is open, on the desk's page of it."""
    desk = desk_of(session)
    desk.online.awake = FakeAwake()
    desk.serve(server)
    desk.online.open_room()
    desk.online.show_page()
    hand.rests()
    return desk.online


@pytest.fixture
def page(online: Online) -> DevicesPage:
    """What the facilitator looks at."""
    return online.devices


def test_a_double_click_turns_one_away_and_not_who_comes_up_to_their_place(
    hand: WatchedHand, page: DevicesPage, server: FakeServer
) -> None:
    """Nor does a key that is held down."""
    for name in ("Ada", "Ben", "Cem"):
        server.ask(name)
    hand.rests()
    hand.double_clicks(page.rows.waiting["Ada"].away)
    assert [each.name for each in server.now.asking] == ["Ben", "Cem"]
    page.rows.waiting["Ben"].away.setFocus()
    hand.holds(Qt.Key.Key_Space)
    assert [each.name for each in server.now.asking] == ["Cem"]


def test_a_click_meant_for_one_who_has_just_gone_does_nothing_to_the_next(
    hand: WatchedHand, page: DevicesPage, server: FakeServer
) -> None:
    """The next row slides under the pointer; a moment later, a click there is meant for it."""
    for name in ("Ada", "Ben", "Cem"):
        server.ask(name)
    hand.rests()
    page.ensureWidgetVisible(page.rows.waiting["Ben"].away)
    hand.rests()
    away = page.rows.waiting["Ada"].away
    at = away.mapToGlobal(away.rect().center())
    server.become(asking=server.now.asking[1:])
    hand.rests(0.1)
    assert (
        page.rows.waiting["Ben"]
        .away.rect()
        .contains(page.rows.waiting["Ben"].away.mapFromGlobal(at))
    )
    hand.presses_at(at)
    assert [each.name for each in server.now.asking] == ["Ben", "Cem"]
    hand.rests()
    hand.presses_at(at)
    assert [each.name for each in server.now.asking] == ["Cem"]


@pytest.mark.parametrize("is_code", [True, False])
def test_a_double_click_on_the_codes_leaves_them_in_sight(
    hand: WatchedHand, online: Online, page: DevicesPage, qtbot: QtBot, is_code: bool
) -> None:
    """Its second press falls on them; one after a look takes them away, and nothing else."""
    hand.clicks(page.codes.codes[0] if is_code else page.show_codes)
    window = online.window
    assert window is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.mouseClick(window, LEFT)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert online.window is window
    hand.rests()
    QTest.mouseClick(window, LEFT)
    assert online.window is None


def test_a_double_click_on_what_opens_or_shows_does_not_take_it_back(
    hand: WatchedHand, page: DevicesPage
) -> None:
    """The links, the password, and whether the room reads that."""
    for switch in (page.links.fold, page.wifi.shows, page.wifi.told):
        page.ensureWidgetVisible(switch)
        was = switch.isChecked()
        hand.double_clicks(switch)
        assert switch.isChecked() is not was
