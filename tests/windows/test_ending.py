"""However the program ends, its sessions are closed; and before that they lack seconds at most."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.files import places
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.views.recent import RecentSessions
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.quieting import Quieting
from tests.harbour_exercise import begin
from tests.program_on_screen import paths_in, program_on_screen
from tests.systems import needs_signals
from tests.tries import thorough

ROOT = Path(__file__).parents[2]


def copied(path: Path) -> int:
    """How many entries somebody gets who copies the one file now; it must be whole."""
    copy = path.with_name("copied.wargame")
    shutil.copyfile(path, copy)
    saved = read_session(copy)
    assert saved.complete
    return len(saved.entries)


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("quit", 0),
        pytest.param("event", 0, marks=thorough),
        pytest.param("exit", 0, marks=thorough),
        pytest.param(2, 130, marks=(needs_signals, thorough)),
        pytest.param(15, 143, marks=needs_signals),
        pytest.param(1, 129, marks=(needs_signals, thorough)),
    ],
)
def test_its_sessions_are_closed(
    way: str | int, code: int, harbour: PackReading, tmp_path: Path
) -> None:
    """Quit from the menu, by the system, or by a signal: nothing stays beside the file.

    What the session card on the start window says is up to date too.
    """
    path = tmp_path / "a.wargame"
    begin(harbour, path).close()
    command = [sys.executable, "-m", "tests.windows.ending", str(way), str(path)]
    home = {**os.environ, places.VARIABLE: str(tmp_path)}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=home,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "noted\n"
        if isinstance(way, int):
            program.send_signal(signal.Signals(way))
        assert program.wait(timeout=120) == code
    assert [each.name for each in tmp_path.glob("a.wargame*")] == ["a.wargame"]
    assert copied(path) == 6
    [recent] = json.loads((tmp_path / "settings" / "recent.json").read_text("utf-8"))
    assert recent["path"] == str(path)


def test_ending_twice_is_ending_once(
    qapp: QApplication, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """The loop's end and the program's may both ask for it; a window may close after it."""
    path = tmp_path / "a.wargame"
    begin(harbour, path).close()
    paths = paths_in(tmp_path)
    with program_on_screen(qapp, qtbot, paths) as program:
        program.open_session(path)
        [desk] = program.windows
        assert isinstance(desk, DeskWindow)
        desk.session.submit(TakeNote("The last words"), FACILITATOR)
        program.end()
        assert copied(path) == 6
        before = path.read_bytes()
        program.end()
        [recent] = RecentSessions(paths.recent).all()
        assert recent.path == path
    assert path.read_bytes() == before


def test_a_log_off_brings_every_journal_home(
    qapp: QApplication, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """The system may end the program before its loop does; the session goes on if it does not."""
    path = tmp_path / "a.wargame"
    begin(harbour, path).close()
    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        program.open_session(path)
        [desk] = program.windows
        assert isinstance(desk, DeskWindow)
        desk.session.submit(TakeNote("The last words"), FACILITATOR)
        program._settle_all()
        assert copied(path) == 6
        desk.session.submit(TakeNote("Nobody logged off"), FACILITATOR)
        assert len(desk.session.entries) == 7


class Clock:
    """Goes on by so many seconds each time it is asked."""

    def __init__(self, step: float) -> None:
        self.step, self.now = step, 0.0

    def __call__(self) -> float:
        """Seconds."""
        self.now += self.step
        return self.now


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Session:
    """A new exercise on disk."""
    return begin(harbour, tmp_path / "a.wargame")


def test_a_new_exercise_and_a_new_phase_are_in_the_file_at_once(session: Session) -> None:
    """Whoever copies it at one of these quiet moments gets everything."""
    assert session.path is not None
    assert copied(session.path) == 2
    session.submit(TakeNote("Good morning"), FACILITATOR)
    session.submit(MoveOn(), FACILITATOR)
    assert copied(session.path) == 7
    session.close()


def test_a_few_quiet_seconds_bring_the_journal_home(qtbot: QtBot, session: Session) -> None:
    """The seconds begin anew with each change, and then the one file has everything."""
    parent = QObject()
    quieting = Quieting(session, parent)
    assert not quieting.timer.isActive()
    session.submit(TakeNote("Good morning"), FACILITATOR)
    assert session.path is not None
    assert (quieting.timer.isActive(), quieting.timer.interval()) == (True, 3000)
    assert copied(session.path) == 2
    with qtbot.wait_signal(quieting.settled):
        quieting.timer.start(0)
    assert copied(session.path) == 6
    assert not quieting.timer.isActive()
    quieting.stop()
    session.submit(TakeNote("Nobody listens"), FACILITATOR)
    assert not quieting.timer.isActive()
    session.close()


@pytest.mark.parametrize(("took", "wait"), [(0.01, 3000), (0.5, 10_000), (60.0, 120_000)])
def test_a_slow_disk_is_left_in_peace(session: Session, took: float, wait: int) -> None:
    """The longer it takes, the more rarely it is done."""
    parent = QObject()
    quieting = Quieting(session, parent, Clock(took))
    quieting.settle()
    assert quieting.timer.interval() == wait
    session.close()
