"""A session opened with its room: devices come in at once, also while the desk is covered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.tries import TryBook
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.fault_line import FaultLine
from tests.program_on_screen import paths_in, program_on_screen
from tests.windows.desk.fake_server import FakeAwake, FakeServer
from tests.windows.play_harbour import shown_text

SEATING = (Seating("astra", ("Ana",)), Seating("borea", ("Bo",)))


@pytest.fixture
def servers() -> list[FakeServer]:
    """Those that the program made, in order."""
    return []


@pytest.fixture
def refusals() -> list[str]:
    """Why a room cannot be opened; it can where there is none."""
    return []


@pytest.fixture
def program(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    servers: list[FakeServer],
    refusals: list[str],
    left_open: list[bool],
) -> Iterator[Program]:
    """The program on screen, with rooms that need no network."""

    def serve(session: Session, desk: DeskWindow, _tries: TryBook) -> FakeServer:
        desk.online.awake = FakeAwake()
        servers.append(FakeServer())
        servers[-1].refuses = "".join(refusals)
        servers[-1].was_left_open = any(left_open)
        return servers[-1]

    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        program.serves = serve
        yield program


@pytest.fixture
def left_open() -> list[bool]:
    """Whether the room was open as the program ended; none for no."""
    return []


@pytest.fixture
def path(harbour: PackReading, tmp_path: Path) -> Path:
    """A session that waits for its first turn, with a PIN."""
    path = tmp_path / "course.wargame"
    Session.create(
        path, harbour, Setup("Course", "B", 4, seating=SEATING), pin="a grey gull"
    ).close()
    return path


def desks(program: Program) -> list[DeskWindow]:
    """The desks that somebody can see."""
    return [each for each in program.windows if isinstance(each, DeskWindow) and each.isVisible()]


def test_the_room_opens_while_the_desk_is_covered_by_its_pin(
    program: Program, path: Path, servers: list[FakeServer]
) -> None:
    """At the port that was named."""
    program.begin(path, port=8099)
    [desk] = desks(program)
    assert desk.handover.is_covered
    assert servers[0].told == [("open", "8099")]
    assert servers[0].now.is_open


def test_a_room_that_cannot_open_is_told_over_the_cover(
    program: Program, path: Path, refusals: list[str]
) -> None:
    """The session is open all the same."""
    refusals.append("Port 8099 is taken. Close what uses it, or name another.")
    program.open_session(path, port=8099)
    [desk] = desks(program)
    line = desk.findChild(FaultLine)
    assert line is not None
    assert [line.words.text()] == refusals


def test_a_room_that_was_open_when_the_program_ended_is_open_again(
    program: Program, path: Path, servers: list[FakeServer], left_open: list[bool]
) -> None:
    """Whoever was there comes back by themselves; behind the cover, if the desk has a PIN."""
    left_open.append(True)
    program.open_session(path)
    [desk] = desks(program)
    assert desk.handover.is_covered
    assert servers[0].now.is_open


def test_without_being_asked_for_the_room_stays_closed(
    program: Program, path: Path, servers: list[FakeServer]
) -> None:
    """And it is closed with its desk, whatever ends the program."""
    program.open_session(path)
    [desk] = desks(program)
    assert servers[0].told == []
    desk.online.open_room()
    program.end()
    assert servers[0].told[-1] == ("close",)


def test_devices_wait_during_a_practice_turn(
    program: Program, qtbot: QtBot, path: Path, servers: list[FakeServer]
) -> None:
    """Its desk says so and has no room of its own; that of the exercise stays open."""
    program.open_session(path)
    [desk] = desks(program)
    desk.handover.cover.lifted.emit()
    desk.online.open_room()
    desk.practise()
    qtbot.wait_until(lambda: len(desks(program)) == 1 and desks(program) != [desk])
    [practice] = desks(program)
    assert len(servers) == 1
    assert practice.room.panel.devices.text() == "Devices wait"
    practice.room.panel.devices.click()
    assert "Devices wait while you practise" in shown_text(practice.online.devices)
    assert not practice.online.devices.open.isVisible()
    practice.close()
    if practice.isVisible():
        practice.page.question.yes.click()
    qtbot.wait_until(lambda: desks(program) == [desk])
    assert servers[0].now.is_open
