"""The whole program as a test finds it: a user's first start, and everything closed at the end."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.packs.reader import keep_sound_packs
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.user_paths import UserPaths


@cache
def _sound_packs() -> TemporaryDirectory[str]:
    """Where a pack that one test has read is kept for the next; it goes as the tests end."""
    return TemporaryDirectory()


def paths_in(folder: Path) -> UserPaths:
    """Paths of a user who has never started the program, but for packs that were found sound."""
    return UserPaths(
        packs=Path(_sound_packs().name),
        sessions=folder / "Documents" / "Wargames",
        recent=folder / "data" / "recent.json",
        faults=folder / "log" / "faults.log",
        tries=folder / "data" / "tries.json",
        look=folder / "data" / "look.json",
    )


@contextmanager
def program_on_screen(app: QApplication, qtbot: QtBot, paths: UserPaths) -> Iterator[Program]:
    """The program, begun; whatever it opened is closed after."""
    program = Program(app, paths)
    program.begin()
    qtbot.wait_until(program.start.isVisible)
    yield program
    for window in tuple(program.windows):
        leave(qtbot, program, window)
    program.start.close()
    program.start.deleteLater()
    keep_sound_packs(None)
    logger = logging.getLogger("idlib_wargame")
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def leave(qtbot: QtBot, program: Program, window: QWidget) -> None:
    """Closes a window, whatever it asks, and waits until the program knows."""
    window.close()
    if isinstance(window, DeskWindow) and window.isVisible():
        window.page.question.yes.click()
    if isinstance(window, SetupAssistant) and window.isVisible():
        window.leaving.yes.click()
    qtbot.wait_until(lambda: window not in program.windows)


def the_window(program: Program) -> QWidget:
    """The one window that is open beside the start window."""
    [window] = program.windows
    return window
