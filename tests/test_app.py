"""The program as a whole: which window opens for what, and what it remembers."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.session import Change, Session
from idlib_wargame.views.recent import RecentSessions
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.fault_line import FaultLine
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.user_paths import UserPaths
from tests.conftest import HARBOUR
from tests.program_on_screen import leave, paths_in, program_on_screen, the_window

SEED = bytes(32)


@pytest.fixture
def paths(tmp_path: Path) -> UserPaths:
    """Paths of a user who has never started the program."""
    return paths_in(tmp_path)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, paths: UserPaths) -> Iterator[Program]:
    """The program on screen; whatever it opened is closed at the end."""
    with program_on_screen(qapp, qtbot, paths) as program:
        yield program


def a_session(harbour: PackReading, path: Path, acts: int = 9) -> Path:
    """A session of the harbour pack, some acts into it, closed."""
    session = begin(path, harbour, "cautious", SEED)
    for _, _change in zip(range(acts), play_on(session), strict=False):
        pass
    session.close()
    return path


def test_it_starts_with_the_start_window(program: Program) -> None:
    """Without a file, the first thing on screen says what to do first."""
    assert program.start.isVisible()
    assert program.windows == []


def test_a_new_exercise_begins_at_the_desk(
    program: Program, qtbot: QtBot, paths: UserPaths
) -> None:
    """The assistant takes the start window's place, and the desk the assistant's."""
    program.start.pack_dropped.emit(HARBOUR)
    assistant = the_window(program)
    assert isinstance(assistant, SetupAssistant)
    assert not program.start.isVisible()
    for _ in range(4):
        assistant.onward.click()
    qtbot.wait_until(lambda: assistant not in program.windows)
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)
    saved = paths.sessions / "The Grey Bank, Group A.wargame"
    assert desk.session.path == saved
    assert saved.is_file()


def test_leaving_the_desk_comes_back_to_a_card(
    program: Program, qtbot: QtBot, paths: UserPaths, harbour: PackReading, tmp_path: Path
) -> None:
    """A session that is closed stands on the start window as it was left."""
    program.open_session(a_session(harbour, tmp_path / "a.wargame"))
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)
    while (following := desk.session.next_act()) and not desk.session.play.finished:
        desk.session.submit(following[0], FACILITATOR)
    leave(qtbot, program, desk)
    assert program.start.isVisible()
    [recent] = RecentSessions(paths.recent).all()
    assert (recent.title, recent.stands) == ("Demonstration", "finished")
    assert len(recent.rungs) == 5
    program.open_session(recent.path)  # "Open the desk", beside its replay
    again = the_window(program)
    assert isinstance(again, DeskWindow)
    assert again.page.report.text.toPlainText()


def test_a_session_goes_on_where_it_stopped(
    program: Program, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """Closed and opened again, the exercise stands at the same turn and phase."""
    path = a_session(harbour, tmp_path / "a.wargame")
    program.open_session(path)
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)
    before = desk.session.play
    leave(qtbot, program, desk)
    program.open_session(path)
    again = the_window(program)
    assert isinstance(again, DeskWindow)
    assert (again.session.play.turn, again.session.play.phase) == (before.turn, before.phase)
    assert again.session.play.state == before.state


def test_leaving_the_assistant_comes_back_to_the_start(program: Program, qtbot: QtBot) -> None:
    """Cancelling a new exercise shows the start window again."""
    program.new_exercise(HARBOUR)
    assistant = the_window(program)
    assert isinstance(assistant, SetupAssistant)
    assistant.back.click()
    qtbot.wait_until(lambda: not program.windows)
    assert program.start.isVisible()


def test_replay_writes_nothing(program: Program, harbour: PackReading, tmp_path: Path) -> None:
    """A session that is replayed is left byte for byte as it was, and nothing beside it."""
    folder = tmp_path / "only"
    folder.mkdir()
    path = a_session(harbour, folder / "a.wargame")
    before = path.read_bytes()
    program.replay(path)
    assert isinstance(the_window(program), ReplayWindow)
    assert path.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["a.wargame"]


def test_a_damaged_session_is_replayed_as_far_as_it_is_sound(
    program: Program, harbour: PackReading, tmp_path: Path
) -> None:
    """A file cut short opens read-only, says where it stops, and stays as it is."""
    path = a_session(harbour, tmp_path / "a.wargame")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 97 // 100])
    before = path.read_bytes()
    program.open_session(path)
    window = the_window(program)
    assert isinstance(window, ReplayWindow)
    assert window.banner.isVisible()
    assert window.banner.words.text() == window.saved.stopped
    assert path.read_bytes() == before


def test_a_file_that_is_no_session_is_told_calmly(program: Program, tmp_path: Path) -> None:
    """One line on the start window says what was found, and nothing else happens."""
    path = tmp_path / "notes.wargame"
    path.write_text("Buy milk")
    program.open_session(path)
    assert program.windows == []
    assert program.start.banner.isVisible()
    assert "notes.wargame" in program.start.banner.words.text()


def test_a_missing_file_is_told_calmly(program: Program, tmp_path: Path) -> None:
    """A session that was moved away says that it is not there."""
    program.replay(tmp_path / "gone.wargame")
    assert "gone.wargame" in program.start.banner.words.text()


def test_a_session_in_use_is_not_opened_twice(
    program: Program, harbour: PackReading, tmp_path: Path
) -> None:
    """Opening the session of an open desk again brings that desk to the front."""
    path = a_session(harbour, tmp_path / "a.wargame")
    program.open_session(path)
    program.open_session(path)
    assert len(program.windows) == 1


def test_a_session_that_another_program_has_open_is_replayed(
    program: Program, harbour: PackReading, tmp_path: Path
) -> None:
    """A file in use elsewhere can be looked at, and the window says why it is not at the desk."""
    path = a_session(harbour, tmp_path / "a.wargame")
    elsewhere = Session.open(path)
    program.open_session(path)
    window = the_window(program)
    assert isinstance(window, ReplayWindow)
    assert "open in another window or program" in window.banner.words.text()
    elsewhere.close()


def test_an_exercise_that_cannot_be_saved_goes_on_in_memory(
    program: Program, qtbot: QtBot, paths: UserPaths
) -> None:
    """Where no file can be made, the desk opens all the same and says so."""
    paths.sessions.parent.mkdir(parents=True)
    paths.sessions.write_text("a file where the folder should be")
    program.new_exercise(HARBOUR)
    assistant = the_window(program)
    assert isinstance(assistant, SetupAssistant)
    for _ in range(4):
        assistant.onward.click()
    qtbot.wait_until(lambda: assistant not in program.windows)
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)
    assert desk.session.path is None
    line = desk.findChild(FaultLine)
    assert line is not None
    assert line.isVisible()
    assert "in memory" in line.words.text()


def test_a_fault_of_ours_is_written_down_and_the_program_goes_on(
    program: Program, qtbot: QtBot, paths: UserPaths, our_faults: list[str]
) -> None:
    """The user reads one line without a traceback; the log has all of it."""
    try:
        raise KeyError("a mistake of ours")
    except KeyError:
        kind, fault, trace = sys.exc_info()
        assert kind is not None
        assert fault is not None
        program.faults.on_fault(kind, fault, trace)
    qtbot.wait_until(program.start.banner.isVisible)
    told = program.start.banner.words.text()
    assert "Something went wrong inside the program" in told
    assert "Traceback" not in told
    assert "a mistake of ours" in paths.faults.read_text("utf-8")
    assert "Traceback" in paths.faults.read_text("utf-8")
    our_faults.clear()


def test_a_window_that_fails_at_a_change_is_written_down(
    program: Program,
    harbour: PackReading,
    paths: UserPaths,
    tmp_path: Path,
    our_faults: list[str],
) -> None:
    """The act stands and the file of faults has the traceback."""
    program.open_session(a_session(harbour, tmp_path / "a.wargame"))
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)

    def fails(change: Change) -> None:
        raise KeyError("a mistake of a window")

    program.faults.open()
    desk.session.subscribe(fails)
    desk.session.submit(TakeNote("The room is quiet"), FACILITATOR)
    assert [note.text for note in desk.session.play.notes] == ["The room is quiet"]
    written = paths.faults.read_text("utf-8")
    assert "a mistake of a window" in written
    assert "Traceback" in written
    our_faults.clear()


def test_the_program_ends_with_its_last_window(program: Program, qtbot: QtBot) -> None:
    """Closing the start window with nothing else open leaves the program."""
    with qtbot.wait_signal(program.start.closed):
        program.start.close()


@pytest.mark.parametrize("name", ["a.wargame", "pack"])
def test_a_file_from_the_command_line_opens_at_once(
    program: Program,
    harbour: PackReading,
    tmp_path: Path,
    name: str,
) -> None:
    """Started with a file, the program shows that and no start window."""
    path = tmp_path / name
    if path.suffix:
        a_session(harbour, path)
    else:
        shutil.copytree(HARBOUR, path)
    program.start.hide()
    program.begin(path)
    assert not program.start.isVisible()
    assert isinstance(the_window(program), DeskWindow if path.suffix else SetupAssistant)


def test_a_first_turn_is_led_through_at_once(program: Program, paths: UserPaths) -> None:
    """From the start window, in an exercise that is in no file and no recent one."""
    program.start.first_guide.click()
    window = the_window(program)
    assert isinstance(window, DeskWindow)
    assert window.session.path is None
    assert window.windowTitle().startswith("Practice turn of ")
    assert window.page.guide is not None
    assert window.page.guide.where.text() == "Guided first turn, step 1 of 11"
    assert RecentSessions(paths.recent).all() == ()


def test_the_sample_can_be_replayed_at_once(program: Program, paths: UserPaths) -> None:
    """The session that ships is whole and finished, shows a ruling and a note, and is no recent."""
    program.start.first_sample.click()
    window = the_window(program)
    assert isinstance(window, ReplayWindow)
    assert window.saved.complete
    assert window.saved.last.finished
    assert {"ruling", "note"} <= {moment.kind.name for moment in window.saved.moments}
    assert RecentSessions(paths.recent).all() == ()
