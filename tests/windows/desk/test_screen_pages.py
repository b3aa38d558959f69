"""The room's screen as a page, led from the desk as the one at the projector is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.session import Session
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.windows.desk.window import DeskWindow
from tests.harbour_exercise import begin, closed, open_orders, seal_both
from tests.windows.desk.conftest import Opener
from tests.windows.desk.fake_server import FakeAwake, FakeServer

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """The first turn is closed: there are results, on several pages."""
    session = begin(full, tmp_path / "page.wargame")
    closed(session)
    yield session
    session.close()


@pytest.fixture
def server() -> FakeServer:
    """A room that is open."""
    server = FakeServer()
    server.open()
    return server


@pytest.fixture
def desk(desk_of: Opener, session: Session, server: FakeServer) -> DeskWindow:
    """A desk with no screen but its own, whose room is open."""
    desk = desk_of(session)
    desk.online.awake = FakeAwake()
    desk.serve(server)
    return desk


def test_a_page_follows_every_press_at_the_desk(desk: DeskWindow, server: FakeServer) -> None:
    """By button, by key and by the list of scenes; no window of the room's screen is open."""
    server.come_screen()
    panel = desk.room.panel
    assert desk.handover.room is None
    assert server.shown[-1][0] == desk.room.show.showing
    count = server.shown[-1][1]
    assert count > 1
    first = server.shown[-1][0]
    panel.on.click()
    before = server.shown[-1][0]
    assert (before.page, server.shown[-1][1]) == (first.page + 1, count)
    QTest.keyClick(desk, Qt.Key.Key_N, BOTH)
    assert server.shown[-1][0] != before
    panel.back.click()
    assert server.shown[-1][0] == before
    panel.blank.click()
    assert server.shown[-1][0].is_blank
    QTest.keyClick(desk, Qt.Key.Key_B, BOTH)
    assert not server.shown[-1][0].is_blank
    panel.fold.setChecked(True)
    place = panel.scenes.findData(Scene.LADDER)
    panel.scenes.setCurrentIndex(place)
    panel.scenes.activated.emit(place)
    assert server.shown[-1][0].chosen is Scene.LADDER


def test_the_panel_says_on_how_many_pages_it_is_shown(desk: DeskWindow, server: FakeServer) -> None:
    """And offers what leads them; once the last has gone, it is not shown."""
    panel = desk.room.panel
    panel.fold.setChecked(False)
    assert panel.state.text() == "not shown"
    assert not panel.blank.isVisible()
    server.come_screen()
    assert panel.state.text().endswith("shown on 1 page")
    assert panel.on.isVisible()
    assert panel.blank.isVisible()
    assert panel.open.text() == "Open on a screen"
    server.come_screen("another")
    assert panel.state.text().endswith("shown on 2 pages")
    server.come_screen("another", is_here=False)
    server.come_screen(is_here=False)
    panel.fold.setChecked(False)
    assert panel.state.text() == "not shown"
    assert not panel.blank.isVisible()


def test_a_page_that_comes_later_is_blank_from_the_start(
    desk: DeskWindow, server: FakeServer
) -> None:
    """What was made blank beside the picture on the desk is no page's for a moment either."""
    desk.room.panel.fold.setChecked(True)
    desk.room.panel.blank.click()
    assert server.shown[-1][0].is_blank
    server.come_screen()
    assert all(showing.is_blank for showing, _pages in server.shown[-2:])


def test_results_go_to_the_room_one_by_one_where_a_page_shows_them(
    desk_of: Opener, full: PackReading, server: FakeServer, tmp_path: Path
) -> None:
    """As on a screen of its own; with no page left there is no room to show them to."""
    session = begin(full, tmp_path / "results.wargame")
    open_orders(session)
    seal_both(session)
    session.submit(Adjudicate(), FACILITATOR)
    desk = desk_of(session)
    desk.online.awake = FakeAwake()
    desk.serve(server)
    orders = desk.page.orders
    assert orders.next_to_room.isHidden()
    server.come_screen()
    assert not orders.next_to_room.isHidden()
    orders.next_to_room.click()
    orders.next_to_room.click()
    assert (server.shown[-1][0].page, server.shown[-1][1]) == (1, 2), "two results, and the second"
    server.come_screen(is_here=False)
    assert orders.next_to_room.isHidden()
    desk.close()
    session.close()


def test_keys_of_a_screen_that_nobody_sees_say_so(desk: DeskWindow) -> None:
    """In one sentence, and nothing is turned unseen."""
    panel, banner = desk.room.panel, desk.page.banner
    panel.fold.setChecked(False)
    before = desk.room.show.showing
    for key in (Qt.Key.Key_B, Qt.Key.Key_N):
        banner.hide()
        QTest.keyClick(desk, key, BOTH)
        assert banner.words.text().startswith("The room's screen is not shown anywhere")
        assert desk.room.show.showing == before
    banner.hide()
    panel.fold.setChecked(True)
    QTest.keyClick(desk, Qt.Key.Key_B, BOTH)
    assert desk.room.show.showing.is_blank, "the facilitator sees its picture"
    assert not banner.isVisible()


def test_nothing_is_told_once_the_desk_has_gone(desk: DeskWindow, server: FakeServer) -> None:
    """The server stays whoever's it was."""
    server.come_screen()
    desk.close()
    desk.page.question.yes.click()
    assert server.watching == []
    before = len(server.shown)
    desk.room.show.changed.emit()
    assert len(server.shown) == before
