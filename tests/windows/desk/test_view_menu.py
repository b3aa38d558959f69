"""What the View menu says is in force."""

from __future__ import annotations

from PySide6.QtGui import QAction

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin


def ticked(desk: DeskWindow) -> list[str]:
    """The entries of the menus with a tick, but for the scene that the room is shown."""
    found = [action.text() for action in desk.findChildren(QAction) if action.isChecked()]
    assert found[0] == "Scene by phase"
    return found[1:]


def test_the_menu_ticks_the_look_that_is_in_force(desk_of: Opener, full: PackReading) -> None:
    """A desk opened in dark says dark, and each choice is told to the desk beside it."""
    session = begin(full)
    theme.set_scheme("dark")
    theme.set_text_scale(150)
    desk = desk_of(session)
    assert ticked(desk) == ["Text at 150%", "Dark"]
    beside = desk_of(session)
    beside.looks.set_scheme("light")
    beside.looks.set_text(125)
    assert ticked(desk) == ticked(beside) == ["Text at 125%", "Light"]
    beside.looks.set_scheme(None)
    assert ticked(desk) == ["Text at 125%", "Light or dark with the system"]
