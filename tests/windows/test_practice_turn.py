"""A practice turn in the program: opened beside the first step, played, and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.practice_strip import PracticeStrip
from tests.harbour_exercise import SEATING
from tests.program_on_screen import paths_in, program_on_screen


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program on screen; whatever it opened is closed at the end."""
    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        yield program


def desks(program: Program) -> list[DeskWindow]:
    """The desks that can be seen."""
    return [w for w in program.windows if isinstance(w, DeskWindow) and w.isVisible()]


def test_a_practice_takes_the_desks_place_and_gives_it_back(
    program: Program, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """One turn, tinted and named; who was seated in it sits there afterwards."""
    session = Session.create(
        tmp_path / "course.wargame", harbour, Setup("Course", "B", 4, seating=SEATING)
    )
    session.close()
    program.open_session(tmp_path / "course.wargame")
    [desk] = desks(program)
    desk.handover.cover.lifted.emit()
    entries = len(desk.session.entries)
    desk.page.top.practice.click()
    qtbot.wait_until(lambda: len(desks(program)) == 1 and desks(program) != [desk])
    [practice] = desks(program)
    assert practice.windowTitle() == "Practice turn of Course — facilitator's desk"
    assert practice.findChildren(PracticeStrip)
    assert not desk.findChildren(PracticeStrip)
    practice.session.submit(Reseat("borea", ("Bea",), "person"), FACILITATOR)
    for _press in range(4):
        practice.do_next()
        if practice.page.question.isVisible():
            practice.page.question.yes.click()
    assert practice.session.play.phase == "report"
    assert practice.page.top.next.accessibleName() == "End the practice turn"
    practice.do_next()
    qtbot.wait_until(lambda: desks(program) == [desk])
    assert desk.session.play.setup.of("borea").people == ("Bea",)
    assert len(desk.session.entries) == entries + 1
    assert "Nothing of it counts" in desk.page.banner.words.text()
    desk.close()
    qtbot.wait_until(lambda: program.windows == [])


def test_a_practice_is_left_before_it_is_over(
    program: Program, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """Its strip has the way out, asked first; what it does says that it is practice."""
    Session.create(
        tmp_path / "a.wargame", harbour, Setup("Course", "B", 4, seating=SEATING)
    ).close()
    program.open_session(tmp_path / "a.wargame")
    [desk] = desks(program)
    desk.handover.cover.lifted.emit()
    assert not desk.menus.actions["end_practice"].isVisible()
    desk.practise()
    qtbot.wait_until(lambda: len(desks(program)) == 1 and desks(program) != [desk])
    [practice] = desks(program)
    assert practice.page.top.next.accessibleName() == "Practice: Start turn 1"
    strip = practice.page.practice
    assert strip is not None
    strip.leave.click()
    asked = practice.page.question
    assert asked.no.text() == "Go on practising"
    asked.no.click()
    practice.menus.actions["end_practice"].trigger()
    asked.yes.click()
    qtbot.wait_until(lambda: desks(program) == [desk])
    assert desk.page.top.next.accessibleName() == "Start turn 1"
    assert desk.page.isVisible()


def test_the_room_reads_that_it_is_practice_and_comes_back_with_the_desk(
    program: Program, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """Its screen follows the facilitator, blank or not, and there is one of it."""
    path, setup = tmp_path / "course.wargame", Setup("Course", "B", 4, seating=SEATING)
    Session.create(path, harbour, setup).close()
    program.open_session(path)
    [desk] = desks(program)
    desk.setGeometry(QRect(200, 150, 1300, 700))
    desk.handover.cover.lifted.emit()
    desk.room.panel.open.click()
    desk.room.blank()
    desk.practise()
    qtbot.wait_until(lambda: len(desks(program)) == 1 and desks(program) != [desk])
    [practice] = desks(program)
    practised = practice.handover.room
    assert practised is not None
    assert (practised.screen().name(), practised.isFullScreen()) == ("projector", True)
    assert desk.handover.room is None
    assert practised.screen_of_room.accessibleDescription() == ""
    practice.room.blank()
    assert "Practice turn" in practised.screen_of_room.accessibleDescription()
    practice.end_practice()
    practice.page.question.yes.click()
    qtbot.wait_until(lambda: desks(program) == [desk])
    room = desk.handover.room
    assert room is not None
    assert room.screen().name() == "projector"
    assert "Practice turn" not in room.screen_of_room.accessibleDescription()
    assert not desk.handover.is_covered


def test_a_practice_that_goes_round_leaves_no_desk_uncovered(
    program: Program, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """Whoever has the laptop closes the window: the exercise comes back behind its cover."""
    setup = Setup("Course", "B", 4, seating=SEATING)
    Session.create(tmp_path / "course.wargame", harbour, setup, pin="white cell").close()
    program.open_session(tmp_path / "course.wargame")
    [desk] = desks(program)
    desk.handover.cover.lifted.emit()
    desk.page.top.practice.click()
    desk.practise()
    qtbot.wait_until(lambda: len(desks(program)) == 1 and desks(program) != [desk])
    [practice] = desks(program)
    assert "reset" not in practice.page.banner.words.text()
    practice.hand_round()
    practice.close()
    qtbot.wait_until(lambda: desks(program) == [desk])
    assert desk.handover.is_covered
