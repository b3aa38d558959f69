"""The room opened to devices from the desk: codes, who is here, and what is done about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.naming import told_apart_by
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Observer, PinState
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.seat_pins import reset_words
from idlib_wargame.views.online.room_server import NEW_FOR, HeldUp, Present
from idlib_wargame.views.online.wifi import Wifi, read_wifi
from idlib_wargame.views.people import pin_reset_words
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.windows.desk.devices_page import DevicesPage
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.words.language import unmarked
from tests.harbour_exercise import begin
from tests.windows.desk.conftest import Opener
from tests.windows.desk.fake_server import AT, CABLE, WIFI, FakeAwake, FakeServer, no_networks
from tests.windows.play_harbour import shown_text


class Room(NamedTuple):
    """A desk, and the room that it opens."""

    desk: DeskWindow
    server: FakeServer
    awake: FakeAwake
    wifi: Path

    @property
    def page(self) -> DevicesPage:
        """What the facilitator looks at."""
        return self.desk.online.devices


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """The first turn, with people at two seats."""
    session = begin(full, tmp_path / "night.wargame")
    session.submit(Reseat("astra", ("Ana", "Aldo"), "person"), FACILITATOR)
    session.submit(Reseat("borea", ("Bo",), "person"), FACILITATOR)
    yield session
    session.close()


@pytest.fixture
def room(desk_of: Opener, session: Session, tmp_path: Path) -> Room:
    """A desk turned to its devices, with the room closed."""
    desk, server, awake = desk_of(session), FakeServer(WIFI, CABLE), FakeAwake()
    desk.online.awake = awake
    desk.serve(server, tmp_path / "data" / "wifi.json")
    desk.room.panel.devices.click()
    return Room(desk, server, awake, tmp_path / "data" / "wifi.json")


def test_one_press_opens_the_room_and_shows_how_to_join(room: Room) -> None:
    """By code, or by address and room word; with a sentence on who could listen in."""
    page, panel = room.page, room.desk.room.panel
    assert room.desk.page.tabs.currentWidget() is page
    assert page.open.hasFocus()
    assert panel.devices.text() == "Open to the room…"
    page.open.click()
    assert room.server.told == [("open", "0")]
    assert page.heading.text() == "The room is open"
    assert page.codes.page.text() == "http://192.168.1.23:8080"
    assert page.codes.word.text() == "lantern"
    assert [code.isVisible() for code in page.codes.codes] == [True, False]
    assert "plain HTTP" in page.told.text()
    assert room.awake.is_on
    assert not page.open.isVisible()
    assert panel.devices.text() == "Room open · nobody yet"


def test_a_desk_without_a_server_offers_nothing(desk_of: Opener, session: Session) -> None:
    """No button, no entry and no key leads anywhere."""
    desk = desk_of(session)
    assert not desk.room.panel.devices.isVisible()
    entry = desk.menus.actions["online.show_page"]
    assert not entry.isVisible()
    desk.online.show_page()
    assert desk.page.tabs.indexOf(desk.online.devices) < 0


def test_the_key_leads_to_the_page_and_the_menu_says_what_it_is(room: Room, qtbot: QtBot) -> None:
    """And from the menu the codes are shown, and the room is closed, while it is open alone."""
    desk, entries = room.desk, room.desk.menus.actions
    desk.turning.show_orders()
    QTest.keyClick(
        desk, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert desk.page.tabs.currentWidget() is room.page
    assert not entries["online.show_codes"].isVisible()
    assert not entries["online.ask_close"].isVisible()
    desk.online.open_room()
    assert entries["online.show_page"].text() == "Room open · nobody yet"
    assert entries["online.show_codes"].isVisible()
    entries["online.ask_close"].trigger()
    assert not room.server.now.is_open


def test_a_room_that_cannot_be_opened_says_why(room: Room) -> None:
    """And stays closed; the computer may sleep."""
    room.server.refuses = "Every port from 8080 to 8099 is taken. Close what uses them."
    room.page.open.click()
    assert room.desk.page.banner.words.text() == room.server.refuses
    assert room.page.heading.text() == "The room is closed"
    assert room.page.open.isVisible()
    assert not room.awake.is_on


def test_a_wifi_that_was_typed_gets_a_code_and_is_kept_on_this_computer(
    room: Room, session: Session, desk_of: Opener
) -> None:
    """For the next exercise too, and never in the file of this one."""
    page = room.page
    QTest.keyClicks(page.wifi.name, "Seminar")
    QTest.keyClicks(page.wifi.password, "short")
    page.wifi.settle()
    assert "8 to 64" in page.wifi.amiss.text()
    assert read_wifi(room.wifi) == Wifi()
    page.open.click()
    assert not page.codes.codes[1].isVisible()
    QTest.keyClicks(page.wifi.password, "er than a novel")
    page.wifi.settle()
    assert read_wifi(room.wifi) == Wifi("Seminar", "shorter than a novel")
    assert page.codes.codes[1].isVisible()
    assert page.codes.wifi.text() == "Seminar"
    assert page.codes.password.isVisible()
    assert page.codes.password.text() == "shorter than a novel"
    assert session.path is not None
    assert b"shorter than" not in session.path.read_bytes()
    assert "shorter" not in "".join(str(entry.body) for entry in session.entries)
    again = desk_of(session)
    again.serve(FakeServer(), room.wifi)
    assert again.online.devices.wifi.wifi == Wifi("Seminar", "shorter than a novel")
    assert page.wifi.password.echoMode() is page.wifi.password.EchoMode.Password


def test_a_password_that_is_hidden_stands_in_the_code_alone(
    room: Room, session: Session, desk_of: Opener
) -> None:
    """On the card, full screen, on the room's screen and on its pages; also the next time."""
    page, how = room.page, room.desk.online.joining
    QTest.keyClicks(page.wifi.name, "Seminar")
    QTest.keyClicks(page.wifi.password, "correct horse")
    page.wifi.settle()
    page.open.click()
    page.show_codes.click()
    window = room.desk.online.window
    assert window is not None
    for is_told in (True, False):
        said = "Its password: correct horse"
        now = how()
        assert now is not None
        assert len(now.codes) == 2
        assert (said in now.steps) is is_told
        assert (said in window.accessibleDescription()) is is_told
        assert (said in room.server.now.wifi.lines) is is_told
        assert ("correct horse" in shown_text(page.codes)) is is_told
        assert "Seminar" in shown_text(page.codes)
        if is_told:
            page.wifi.told.click()
    again = desk_of(session)
    again.serve(FakeServer(), room.wifi)
    assert not again.online.devices.wifi.told.isChecked()


def test_another_network_is_picked_and_another_address_is_told(room: Room) -> None:
    """A picked one is shown at once; one that changed by itself is told of, with its new code."""
    room.page.open.click()
    codes, banner = room.page.codes, room.desk.page.banner
    assert codes.networks.itemText(0) == "192.168.1.23 · Wi-Fi · likeliest"
    first = codes.codes[0].code
    codes.networks.setCurrentIndex(1)
    codes.networks.activated.emit(1)
    assert ("show_address", "10.0.0.5") in room.server.told
    assert codes.page.text() == "http://10.0.0.5:8080"
    assert codes.codes[0].code != first
    assert not banner.isVisible()
    room.server.become(address="192.168.1.77")
    assert codes.page.text() == "http://192.168.1.77:8080"
    assert "http://192.168.1.77:8080" in banner.words.text()


def test_opened_again_after_another_program_took_its_port_the_desk_says_so_until_it_is_read(
    room: Room,
) -> None:
    """Whoever was there waits at the old address; no act and no other word takes it away."""
    room.page.open.click()
    room.page.close_room.click()
    banner = room.desk.page.banner
    assert not banner.isVisible()
    room.server.port = 8081
    room.page.open.click()
    told = banner.words.text()
    assert "http://192.168.1.23:8081" in told
    assert "show the codes again" in told
    room.desk.cover_desk()
    assert not banner.isVisible()
    room.desk.handover.cover.lift()
    assert (banner.isVisible(), banner.words.text()) == (True, told)
    room.page.rows.wishes.muted.emit(room.page.rows.seats["astra"].people["name:Ana"].person, True)
    banner.say("Saved a copy.", passes=True)
    banner.passing.timeout.emit()
    assert (banner.isVisible(), banner.words.text()) == (True, told)
    banner.dismiss.click()
    assert not banner.isVisible()
    room.page.close_room.click()
    room.page.open.click()
    assert not banner.isVisible()


def test_an_exercise_opened_on_another_day_at_another_address_says_so(
    desk_of: Opener, session: Session
) -> None:
    """Also where the program ended with its room open, and the room opens by itself."""
    for was_open in (True, False):
        desk, server = desk_of(session), FakeServer(CABLE)
        desk.online.awake = FakeAwake()
        server.last_page, server.was_left_open = "http://192.168.1.23:8080", was_open
        desk.serve(server)
        if not was_open:
            desk.online.open_room()
        assert "http://10.0.0.5:8080" in desk.page.banner.words.text()
        assert desk.page.banner.isVisible()
        desk.close()


def test_a_network_that_comes_back_with_another_address_is_told_of(room: Room) -> None:
    """With the same one, nothing is left to say."""
    room.page.open.click()
    banner = room.desk.page.banner
    for address, is_told in (("192.168.1.23", False), ("192.168.1.77", True)):
        room.server.become(address="", addresses=())
        assert "lost its network" in banner.words.text()
        room.server.become(address=address, addresses=(WIFI,))
        assert banner.isVisible() is is_told
    assert "http://192.168.1.77:8080" in banner.words.text()


def test_a_computer_that_loses_its_network_shows_no_code_until_it_has_one(room: Room) -> None:
    """The page says what is amiss meanwhile."""
    room.desk.online.networks = no_networks
    room.page.open.click()
    room.server.become(address="", addresses=())
    assert not room.page.codes.isVisible()
    assert "Ethernet" in room.page.no_network.text()
    assert "lost its network" in room.desk.page.banner.words.text()
    room.server.become(address="192.168.1.23")
    assert room.page.codes.isVisible()
    assert not room.page.no_network.isVisible()


def test_a_computer_that_cannot_be_kept_awake_is_told_of(room: Room) -> None:
    """The room is open all the same."""
    room.awake.can = False
    room.page.open.click()
    assert room.page.awake.isVisible()
    assert "sleep off" in room.page.awake.text()
    room.page.close_room.click()
    assert not room.page.awake.isVisible()


def test_closing_is_asked_while_people_are_here(room: Room) -> None:
    """Not before anybody has come; the safe answer has the keys."""
    page, question = room.page, room.desk.page.question
    page.open.click()
    page.close_room.click()
    assert not room.server.now.is_open
    assert not question.isVisible()
    page.open.click()
    room.server.come("Ana", "astra")
    page.close_room.click()
    assert question.words.text().startswith("Close the room? 1 device is let go at once.")
    assert question.no.hasFocus()
    question.no.click()
    assert room.server.now.is_open
    page.close_room.click()
    question.yes.click()
    assert not room.server.now.is_open
    assert not room.awake.is_on
    assert room.page.open.isVisible()


def test_the_room_is_closed_with_its_desk(room: Room) -> None:
    """Once, and nothing is told to it any more."""
    room.page.open.click()
    room.desk.online.show_codes()
    room.desk.close()
    assert room.server.told.count(("close",)) == 1
    assert not room.awake.is_on
    assert room.server.watching == []
    assert room.desk.online.window is None


def test_closing_from_the_menu_asks_where_it_is_seen(room: Room) -> None:
    """Also where the button on the page is scrolled out of sight."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    QApplication.processEvents()
    room.page.verticalScrollBar().setValue(0)
    assert room.page.close_room.visibleRegion().isEmpty()
    room.desk.menus.actions["online.ask_close"].trigger()
    question = room.desk.page.question
    assert room.desk.rect().contains(question.geometry())


def test_closing_the_desk_is_asked_while_people_are_here(room: Room) -> None:
    """As closing the room is: by its window or by the menu, with the safe answer first."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    question = room.desk.page.question
    room.desk.close()
    assert room.desk.isVisible()
    assert question.words.text().startswith("Close the desk? The room closes with it, and 1 device")
    assert question.no.hasFocus()
    question.no.click()
    assert room.server.now.is_open
    room.desk.menus.actions["close"].trigger()
    assert room.desk.isVisible()
    question.yes.click()
    assert not room.desk.isVisible()
    assert not room.server.now.is_open


def test_closing_a_covered_desk_says_on_the_cover_why_it_stays_and_what_to_do(room: Room) -> None:
    """And nothing of who is here; once the curtain is lifted, closing asks as ever."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    cover = room.desk.handover.cover
    room.desk.cover_desk()
    assert not cover.stays.isVisible()
    room.desk.close()
    assert room.desk.isVisible()
    assert cover.stays.isVisible()
    assert "lifted first" in cover.stays.text()
    assert "Ana" not in shown_text(cover)
    cover.button.click()
    room.desk.close()
    assert room.desk.page.question.words.text().startswith("Close the desk?")
    room.desk.page.question.no.click()
    room.desk.cover_desk()
    assert not cover.stays.isVisible(), "that was said to somebody else"


def test_the_room_sees_codes_on_its_screen_for_as_long_as_it_is_open(room: Room) -> None:
    """They are put there by a press, also where the screen was blank, and go by themselves."""
    desk, page = room.desk, room.page
    page.open.click()
    assert not page.on_screen.isVisible()
    desk.room.opening.open_beside_desk()
    assert page.on_screen.isVisible()
    desk.room.blank()
    page.on_screen.click()
    window = desk.handover.room
    assert window is not None
    assert desk.room.show.scene is Scene.JOIN
    assert "lantern" in window.screen_of_room.accessibleDescription()
    room.server.become(address="10.0.0.5")
    assert "http://10.0.0.5:8080" in window.screen_of_room.accessibleDescription()
    page.close_room.click()
    assert "lantern" not in window.screen_of_room.accessibleDescription()


def test_a_code_is_shown_across_the_screen_and_put_away(room: Room, qtbot: QtBot) -> None:
    """By a press on it; a key or a click takes it away, and so does closing the room."""
    online, page = room.desk.online, room.page
    page.open.click()
    page.codes.codes[0].click()
    window = online.window
    assert window is not None
    assert window.isFullScreen()
    assert "lantern" in window.accessibleDescription()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert online.window is None
    page.show_codes.click()
    assert online.window is not None
    room.server.become(address="10.0.0.5")
    assert "http://10.0.0.5:8080" in online.window.accessibleDescription()
    QTest.mouseClick(online.window, Qt.MouseButton.LeftButton)
    assert online.window is None
    page.show_codes.click()
    room.desk.online.close_room()
    assert online.window is None


def test_a_try_of_the_room_ends_as_a_phone_comes(room: Room) -> None:
    """It opens the room where that is closed, and can be stopped at any time."""
    page = room.page
    page.try_room.click()
    assert room.server.now.is_open
    assert page.trying.isVisible()
    assert page.trying.words.text().endswith("Waiting 60 seconds more.")
    assert not page.try_room.isVisible()
    page.trying.stop.click()
    assert not page.trying.isVisible()
    assert page.try_room.isVisible()
    page.try_room.click()
    room.server.become(pages_asked=1, last_device="Pixel, Chrome", last_seen=AT)
    assert page.trying.words.text().startswith("Pixel, Chrome has reached the page")
    assert page.trying.stop.text() == "Done"
    page.trying.stop.click()
    assert page.try_room.isVisible()
    assert room.server.now.is_open


def test_a_try_that_nobody_comes_to_lists_what_it_usually_is(
    desk_of: Opener, session: Session, qtbot: QtBot
) -> None:
    """After a minute by the clock; another try begins anew, and closing the room ends it."""
    minutes = [0.0]
    desk = DeskWindow(session, seconds=lambda: minutes[0] * 60)
    qtbot.addWidget(desk)
    desk.online.awake, server = FakeAwake(), FakeServer()
    desk.serve(server)
    desk.show()
    desk.online.show_page()
    trying = desk.online.devices.trying
    desk.online.try_room()
    minutes[0] = 1.0
    trying.look()
    said = shown_text(trying)
    assert "One of these is what it usually is." in said
    assert "firewall" in said
    assert "guest" in said
    server.become(has_seen_anybody=True)
    assert trying.words.text().startswith("Only this computer itself")
    server.become(pages_asked=1, last_device="Pixel, Chrome", last_seen=AT)
    assert shown_text(trying).startswith("Pixel, Chrome has reached the page")
    assert "No device" not in shown_text(trying)
    assert "firewall" not in shown_text(trying)
    trying.again.click()
    assert "Waiting 60 seconds more." in trying.words.text()
    assert "firewall" not in shown_text(trying)
    desk.online.close_room()
    assert not trying.isVisible()
    desk.close()


def test_whoever_asks_is_let_in_at_a_seat_or_turned_away(room: Room) -> None:
    """The seat that they sit at by that name is picked; another press names another seat."""
    room.page.open.click()
    rows, banner = room.page.rows, room.desk.page.banner
    room.server.ask("Bo", "borea")
    assert room.desk.page.tabs.tabText(room.desk.page.tabs.indexOf(room.page)) == "Devices: 1 waits"
    row = rows.waiting["Bo"]
    assert row.go.text() == "Let in as Borea"
    row.seats.setCurrentIndex(row.seats.findData("astra"))
    assert row.go.text() == "Let in as Astra"
    room.server.ask("Cyd")
    assert rows.waiting["Bo"].go.text() == "Let in as Astra", "what was picked stays"
    row.go.click()
    assert ("let_in", "Bo", "astra") in room.server.told
    assert banner.words.text() == "Bo is let in as Astra."
    assert list(rows.waiting) == ["Cyd"]
    rows.waiting["Cyd"].away.click()
    assert room.server.told[-1] == ("turn_away", "Cyd")
    assert rows.waiting == {}
    room.server.ask("Nobody")
    rows.waiting["Nobody"].go.click()
    assert banner.words.text() == "Nobody cannot be let in."


def test_people_stand_at_their_seats_here_away_or_without_a_device(room: Room) -> None:
    """With what they are on and since when; the list of seats has a sign for those who are here."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    room.server.come("Bo", "borea", is_here=False)
    room.server.come("Olga", "", what="Observer")
    rows, seats = room.page.rows, room.desk.page.seats.rows
    assert rows.heading.text() == "2 devices are here · 1 is away"
    ana, aldo = rows.seats["astra"].people.values()
    assert "iPhone, Safari · here since" in ana.said.text()
    assert (aldo.name.text(), aldo.said.text()) == ("Aldo", "no device yet")
    (bo,) = rows.seats["borea"].people.values()
    assert "away since" in bo.said.text()
    assert rows.seats["borea"].said.text() == "nobody is here with a device"
    assert rows.others["Olga"].said.text().startswith("Observer · iPhone, Safari")
    assert seats["astra"].here.isVisible()
    assert not seats["borea"].here.isVisible()
    assert room.desk.room.panel.devices.text() == "Room open · 2 here"
    room.page.close_room.click()
    room.desk.page.question.yes.click()
    assert not seats["astra"].here.isVisible()


def test_an_open_row_stays_open_while_others_come(room: Room) -> None:
    """And keeps the keys."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    row = room.page.rows.seats["astra"].people["Ana"]
    row.more.click()
    QApplication.processEvents()
    row.end.setFocus()
    room.server.come("Bo", "borea")
    room.server.come("Aldo", "astra")
    QApplication.processEvents()
    assert room.page.rows.seats["astra"].people["Ana"] is row
    assert row.below.isVisible()
    assert row.end.hasFocus()


def test_the_keys_go_to_the_next_who_waits_and_never_elsewhere(room: Room) -> None:
    """Whoever lets a row of people in goes on pressing; after the last they are still here."""
    room.page.open.click()
    assert room.page.show_codes.hasFocus()
    for name in ("Bo", "Cyd", "Dan"):
        room.server.ask(name, "borea")
    QApplication.processEvents()
    rows = room.page.rows
    rows.waiting["Cyd"].go.setFocus()
    rows.waiting["Cyd"].go.click()
    assert rows.waiting["Dan"].go.hasFocus()
    rows.waiting["Dan"].away.setFocus()
    rows.waiting["Dan"].away.click()
    assert rows.waiting["Bo"].away.hasFocus()
    rows.waiting["Bo"].away.click()
    on = QApplication.focusWidget()
    assert on is not None
    assert room.page.isAncestorOf(on)


def test_the_keys_stay_with_what_was_done_about_somebody(room: Room) -> None:
    """Where the button has gone they are on the way back to it."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    room.server.come("Aldo", "astra")
    people, question = room.page.rows.seats["astra"].people, room.desk.page.question
    room.server.become(held_up=(HeldUp("Ana", "astra"),))
    people["Ana"].retry.setFocus()
    people["Ana"].retry.click()
    assert people["Ana"].more.hasFocus()
    people["Ana"].more.click()
    people["Ana"].mute.setFocus()
    people["Ana"].mute.click()
    assert people["Ana"].mute.hasFocus()
    people["Ana"].end.setFocus()
    people["Ana"].end.click()
    question.yes.click()
    assert people["name:Ana"].more.hasFocus(), "they sit here still, without a device"
    room.page.close_room.setFocus()
    room.page.close_room.click()
    question.yes.click()
    assert room.page.open.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a list that folds out
def test_somebody_who_comes_back_moves_nothing_under_the_hand(room: Room) -> None:
    """An open list stays open, an open row of theirs too, and the page where it was scrolled."""
    room.page.open.click()
    room.server.come("Bo", "borea", is_here=False)
    block = room.page.rows.seats["astra"]
    aldo = block.people["name:Aldo"]
    aldo.more.click()
    aldo.mute.setFocus()
    block.more.click()
    QApplication.processEvents()
    bar = room.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    aldo.mute.setFocus()
    room.server.come("Bo", "borea")
    room.server.come("k7", "astra")
    aldos = Present("k8", "Aldo", "astra", "", "Pixel, Chrome", "", "", True)
    room.server.become(present=(*room.server.now.present, aldos))
    QApplication.processEvents()
    assert bar.value() == place
    assert block.people["k8"] is aldo
    assert aldo.below.isVisible()
    assert aldo.mute.hasFocus()
    block.player.showPopup()
    QApplication.processEvents()
    assert block.player.view().isVisible()
    room.server.come("Bo", "borea", is_here=False)
    QApplication.processEvents()
    assert block.player.view().isVisible()
    block.player.hidePopup()


def test_whoever_is_here_stands_before_how_to_join(room: Room) -> None:
    """And those who wait before anybody; while nobody is here, how to join comes first."""
    page = room.page
    page.open.click()
    QApplication.processEvents()
    assert page.codes.y() < page.rows.y()
    room.server.come("Ana", "astra")
    room.server.ask("Cyd")
    QApplication.processEvents()
    assert page.rows.asking.y() < page.rows.y() < page.codes.y() < page.links.y()


def test_somebody_at_the_door_is_seen_from_every_page(room: Room) -> None:
    """A remark tells of them where the facilitator looks elsewhere, and the button is marked."""
    desk, banner = room.desk, room.desk.page.banner
    room.page.open.click()
    room.server.ask("Bo", "borea")
    assert not banner.isVisible(), "they are in sight"
    desk.turning.show_orders()
    assert desk.room.panel.devices.property("waits")
    room.server.ask("Cyd")
    assert banner.words.text() == "Cyd waits to be let in, on the page Devices."
    desk.online.show_page()
    assert not banner.isVisible(), "they are in sight now"
    desk.turning.show_orders()
    room.server.come("Ana", "astra")
    assert not banner.isVisible(), "it is said once"
    for name in ("Bo", "Cyd"):
        room.server.turn_away(name)
    assert not desk.room.panel.devices.property("waits")


def test_a_page_is_ended_once_that_is_answered(room: Room) -> None:
    """Whoever has none has nothing to end."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    people = room.page.rows.seats["astra"].people
    assert not people["name:Aldo"].end.isVisibleTo(people["name:Aldo"].below)
    people["Ana"].more.click()
    people["Ana"].end.click()
    assert "End the page of Ana?" in room.desk.page.question.words.text()
    assert ("end", "Ana") not in room.server.told
    room.desk.page.question.yes.click()
    assert ("end", "Ana") in room.server.told
    assert "Ana" not in room.page.rows.seats["astra"].people


def test_one_press_lets_somebody_try_their_pin_again(room: Room) -> None:
    """It is in sight for as long as wrong PINs have them wait."""
    room.page.open.click()
    row = room.page.rows.seats["astra"].people["name:Aldo"]
    assert not row.retry.isVisible()
    room.server.become(held_up=(HeldUp("Aldo", "astra"),))
    assert row.retry.isVisible()
    assert "waits after wrong PINs" in row.said.text()
    row.retry.click()
    assert ("lift_wait", "Aldo", "astra") in room.server.told
    assert not row.retry.isVisible()


def test_what_has_to_do_with_a_pin_is_offered_to_those_who_have_one(
    room: Room, session: Session
) -> None:
    """Their wait can be lifted and the PIN reset, as from the list of seats."""
    room.page.open.click()
    row = room.page.rows.seats["borea"].people["name:Bo"]
    row.more.click()
    assert row.lift.isHidden()
    assert row.reset.isHidden()
    SeatPins(session, "borea").set("Bo", "a grey gull")
    assert not row.lift.isHidden()
    row.lift.click()
    assert ("lift_wait", "Bo", "borea") in room.server.told
    row.reset.click()
    assert "Reset the PIN of Bo at Borea?" in room.desk.page.question.words.text()
    room.desk.page.question.yes.click()
    assert session.play.pins["borea"]["Bo"] is PinState.RESET


def test_who_sits_is_changed_in_the_form_of_the_seat(room: Room) -> None:
    """The desk's own, with the keys in it."""
    room.page.open.click()
    row = room.page.rows.seats["borea"].people["name:Bo"]
    row.more.click()
    row.reseat.click()
    form = room.desk.page.seats.rows["borea"].form
    assert form is not None
    assert form.people.hasFocus()
    row.reseat.click()
    assert room.desk.page.seats.rows["borea"].form is form, "a second press closes nothing"


def test_a_name_that_sits_elsewhere_is_seen_as_it_is_typed(room: Room, session: Session) -> None:
    """In a calm line under the field; it may be meant, and is taken all the same."""
    row = room.desk.page.seats.rows["borea"]
    row.open_form()
    form = row.form
    assert form is not None
    assert not form.also.isVisibleTo(form)
    form.people.setText("Bo; Ana")
    assert form.also.isVisibleTo(form)
    assert unmarked(form.also.text()) == "Ana also sits at Astra."
    form.people.setText("Bo; Anabel")
    assert not form.also.isVisibleTo(form)
    form.people.setText("Bo; Ana")
    form.reseated.emit(("Bo", "Ana"), "person")
    assert session.play.setup.of("borea").people == ("Bo", "Ana")


def test_after_a_reset_the_desk_says_where_the_next_pin_is_set(
    room: Room, session: Session
) -> None:
    """On a device too: whoever is told of the curtain alone looks for one."""
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    said = [reset_words(session.scenario, "astra"), pin_reset_words("Olga")]
    assert all("on their device" in each and "curtain" in each for each in said)


def test_a_seat_is_given_to_the_facilitator_or_a_habit_and_back(
    room: Room, session: Session
) -> None:
    """Asked first; its people keep their names there."""
    room.page.open.click()
    block, question = room.page.rows.seats["astra"], room.desk.page.question
    block.more.click()
    block.player.setCurrentIndex(block.player.findData("control"))
    assert block.give.text() == "Give it to the facilitator…"
    block.give.click()
    assert session.play.setup.of("astra").played_by == "person"
    question.yes.click()
    assert session.play.setup.of("astra") == ("astra", ("Ana", "Aldo"), "control")
    assert block.said.text().startswith("Facilitator: Ana, Aldo")
    habit = session.scenario.habits[0].id
    block.player.setCurrentIndex(block.player.findData(f"habit:{habit}"))
    block.give.click()
    question.yes.click()
    assert session.play.setup.of("astra").habit == habit
    block.player.setCurrentIndex(block.player.findData("person"))
    assert block.give.text() == "Give it back to its people…"
    block.give.click()
    question.yes.click()
    assert session.play.setup.of("astra").played_by == "person"


def test_somebody_is_muted_and_speaks_again(room: Room, session: Session) -> None:
    """By a press each, as it can be taken back; the row says how it stands."""
    room.page.open.click()
    room.server.come("Ana", "astra")
    row = room.page.rows.seats["astra"].people["Ana"]
    row.more.click()
    row.mute.click()
    assert session.play.muted == {("astra", told_apart_by("Ana"))}
    assert row.said.text().endswith("muted")
    assert row.mute.text() == "Let act again"
    row.mute.click()
    assert session.play.muted == frozenset()


def test_a_seat_goes_to_the_laptop_and_back_to_devices(room: Room, session: Session) -> None:
    """Asked on the way there; on the way back nobody loses anything by it."""
    room.page.open.click()
    block, question = room.page.rows.seats["astra"], room.desk.page.question
    block.more.click()
    block.laptop.click()
    assert "Play Astra at the laptop?" in question.words.text()
    assert session.play.at_laptop == frozenset()
    question.yes.click()
    assert session.play.at_laptop == {"astra"}
    assert "at the laptop" in block.said.text()
    block.laptop.click()
    assert session.play.at_laptop == frozenset()


def test_nothing_is_done_to_anybody_while_the_desk_is_covered(room: Room, session: Session) -> None:
    """Whoever is at the laptop then is not the facilitator."""
    room.page.open.click()
    row = room.page.rows.seats["astra"].people["name:Ana"]
    room.desk.cover_desk()
    room.page.rows.wishes.muted.emit(row.person, True)
    assert session.play.muted == frozenset()


def test_links_are_made_when_somebody_wants_them(room: Room, session: Session) -> None:
    """For the room's screen, and for each observer their own; copied, or as a code."""
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    room.page.open.click()
    links = room.page.links
    links.fold.click()
    assert list(links.rows) == ["", "Olga"]
    links.rows["Olga"].copy.click()
    assert QGuiApplication.clipboard().text() == "http://192.168.1.23:8080/watch?k=Olga"
    row = links.rows[""]
    assert not row.code.isVisible()
    row.shows.click()
    assert row.code.isVisible()
    assert row.code.code is not None


def test_a_link_stands_there_to_be_selected_and_one_is_copied_at_a_time(
    room: Room, session: Session
) -> None:
    """As it is now: an address that has changed is in it."""
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    room.page.open.click()
    links = room.page.links
    links.fold.click()
    assert "too long to type" in shown_text(links)
    olga, screen = links.rows["Olga"], links.rows[""]
    assert olga.text.text() == "http://192.168.1.23:8080/watch?k=Olga"
    assert olga.text.isReadOnly()
    olga.copy.click()
    screen.copy.click()
    assert (olga.copy.text(), screen.copy.text()) == ("Copy the link", "Copied")
    assert QGuiApplication.clipboard().text() == screen.text.text()
    room.server.become(address="10.0.0.5")
    assert olga.text.text() == "http://10.0.0.5:8080/watch?k=Olga"
    assert screen.copy.text() == "Copy the link", "what was copied leads nowhere now"


def test_after_the_finish_nobody_new_is_offered_a_seat(room: Room, session: Session) -> None:
    """Whoever sits at one may come in there; another can only be turned away."""
    room.page.open.click()
    room.server.ask("Bo", "borea")
    room.server.ask("Cyd")
    bo, cyd = room.page.rows.waiting.values()
    assert (bo.seats.count(), cyd.seats.count()) == (4, 4)
    session.submit(Finish(), FACILITATOR)
    assert [bo.seats.itemData(place) for place in range(bo.seats.count())] == ["borea"]
    assert not bo.go.isHidden()
    assert cyd.go.isHidden()
    assert cyd.seats.isHidden()
    assert not cyd.away.isHidden()
    assert "nobody new can be let in" in cyd.said.text()


def test_words_say_what_a_press_does_to_those_at_a_seat(room: Room) -> None:
    """What is not taken from whoever is muted, where names open, what becomes of open pages."""
    room.page.open.click()
    row = room.page.rows.seats["borea"].people["name:Bo"]
    assert "What they pick, write or seal is not taken" in row.mute.toolTip()
    assert "Opens the names of Borea" in row.reseat.toolTip()
    room.page.rows.seats["borea"].laptop.click()
    said = room.desk.page.question.words.text()
    assert "The pages on its devices end, and its people join again" in said


def test_who_comes_by_a_name_that_nobody_had_taken_is_told_at_once_and_ended_by_one_press(
    room: Room,
) -> None:
    """Wherever the facilitator looks; later nobody is asked about it any more."""
    room.page.open.click()
    room.desk.page.tabs.setCurrentIndex(0)
    room.server.come_first("Ana", "astra", datetime.now(UTC).isoformat())
    told = room.desk.page.banner.words.text()
    assert "has joined" in told
    assert "192.168.1.7" in told
    row = room.page.rows.seats["astra"].people["Ana"]
    assert "first time, from 192.168.1.7" in row.said.text()
    assert not row.not_them.isHidden()
    row.not_them.click()
    assert ("end_newcomer", "Ana") in room.server.told
    long_ago = (datetime.now(UTC) - 2 * NEW_FOR).isoformat()
    room.server.come_first("Bo", "borea", long_ago)
    assert room.page.rows.seats["borea"].people["Bo"].not_them.isHidden()


def test_a_room_that_closed_by_itself_is_told_wherever_the_facilitator_looks(room: Room) -> None:
    """With what to do, beside the button that does it."""
    room.page.open.click()
    room.server.become(is_open=False, fault="The room has closed by itself.")
    assert "closed by itself" in room.desk.page.banner.words.text()
    assert "closed by itself" in room.page.fault.text()
    assert not room.page.fault.isHidden()
    assert not room.page.open.isHidden()
