"""The program as the system knows it, and the files that the system hands over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from idlib_wargame import PROGRAM_ID
from idlib_wargame.files import places
from idlib_wargame.files.association_linux import ICON_SIDES
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.packs.shelf import data_folder
from idlib_wargame.windows.parts import emblem
from tests.conftest import HARBOUR
from tests.harbour_exercise import begin

ROOT = Path(__file__).parents[2]
HOMES = ("HOME", "XDG_CONFIG_HOME", places.VARIABLE)


def opened(home: Path, way: str, *words: str) -> str:
    """Which window came up in a process of its own, and what it told."""
    command = [sys.executable, "-m", "tests.windows.opened_by_system", way, *words]
    environment = {**os.environ, **dict.fromkeys(HOMES, str(home))}
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.stderr == ""
    return ran.stdout


def test_the_pictures_on_disk_are_those_that_the_windows_draw(qapp: QApplication) -> None:
    """As ``python tools/icons.py`` writes them."""
    for side in ICON_SIDES:
        saved = QImage(str(data_folder("assets") / "icons" / f"{PROGRAM_ID}-{side}.png"))
        drawn = emblem.picture(side).toImage()
        form = QImage.Format.Format_ARGB32
        assert saved.convertToFormat(form) == drawn.convertToFormat(form)


@pytest.mark.parametrize("way", ["event", "argument"])
def test_a_session_opens_by_double_click(way: str, harbour: PackReading, tmp_path: Path) -> None:
    """A Mac sends an event; other systems name the file, and no console is there to print to."""
    path = tmp_path / "An evening.wargame"
    begin(harbour, path).close()
    assert "DeskWindow" in opened(tmp_path, way, str(path))


def test_a_pack_opens_by_double_click_too(tmp_path: Path) -> None:
    """For a new exercise."""
    assert opened(tmp_path, "argument", str(HARBOUR)).startswith("SetupAssistant")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gone.wargame",), "gone.wargame"),
        (("open", "a.wargame", "--port", "0", "--room"), "Found port 0, expected one from 1"),
        (("plya",), "No such command"),
    ],
)
def test_without_a_console_a_refusal_is_said_on_the_start_window(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    """Where nobody reads what is printed, it would look as if nothing had happened."""
    shown = opened(tmp_path, "argument", *words)
    assert shown.startswith("StartWindow")
    assert said in shown
