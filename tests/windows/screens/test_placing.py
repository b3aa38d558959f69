"""What somebody has arranged on the screen is there again at the next start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.screens.kept_look import KeptLook, Shared, Stood, keep_look, read_look
from idlib_wargame.windows.screens.placing import Placing, screen_key


class Board(QWidget):
    """A window of a kind."""


@pytest.fixture(autouse=True)
def _usual_look() -> Iterator[None]:
    yield
    theme.set_scheme(None)
    theme.set_text_scale(100)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where it is remembered; nothing is yet."""
    return tmp_path / "data" / "look.json"


def shown(qtbot: QtBot, placing: Placing, box: QRect | None = None) -> Board:
    """A window of the kind, opened by a program that has just been started."""
    board = Board()
    qtbot.add_widget(board)
    placing.place(board)
    if box is not None:
        board.setGeometry(box)
    board.show()
    qtbot.wait_exposed(board)
    return board


def test_a_window_opens_where_it_was_closed(qtbot: QtBot, file: Path) -> None:
    """Its size and place are those of the last time, on the screen it was on."""
    box = QRect(2000, 90, 700, 500)  # on the projector
    shown(qtbot, Placing(file), box).close()
    assert shown(qtbot, Placing(file)).geometry() == box


def test_a_window_that_nobody_closed_is_remembered_too(qtbot: QtBot, file: Path) -> None:
    """After a crash or a power cut, it opens where it was moved to last."""
    board = shown(qtbot, Placing(file))
    board.setGeometry(60, 70, 700, 500)
    there = QRect(60, 70, 700, 500)
    qtbot.wait_until(lambda: bool(read_look(file).stood.get("Board")))
    assert shown(qtbot, Placing(file)).geometry() == there


def test_a_maximized_window_opens_so(qtbot: QtBot, file: Path) -> None:
    """And goes back to the size it had before."""
    board = shown(qtbot, Placing(file), QRect(60, 70, 700, 500))
    board.showMaximized()
    qtbot.wait_until(board.isMaximized)
    board.close()
    again = shown(qtbot, Placing(file))
    assert again.isMaximized()
    assert again.normalGeometry().size() == QRect(60, 70, 700, 500).size()


def test_a_window_is_never_off_the_screen(qtbot: QtBot, file: Path) -> None:
    """Where its screen has gone, or has another size, it opens on one that is there."""
    gone = Stood("projector 3840×2160", 4000, 2000, 900, 700, False)
    keep_look(file, KeptLook(stood={"Board": (gone,)}))
    board = shown(qtbot, Placing(file))
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(area.contains(board.frameGeometry()) for area in areas)
    smaller = Stood(screen_key(QGuiApplication.screens()[1]), 3200, 700, 900, 700, False)
    keep_look(file, KeptLook(stood={"Board": (smaller,)}))
    assert areas[1].contains(shown(qtbot, Placing(file)).frameGeometry())


def test_dark_and_large_text_are_there_after_a_restart(qtbot: QtBot, file: Path) -> None:
    """Theme and size of text are as they were chosen, and a chart's picture changes neither."""
    board = shown(qtbot, Placing(file))
    board.activateWindow()
    qtbot.wait_until(board.isActiveWindow)
    theme.choose_scheme("dark")
    theme.choose_text_scale(150)
    theme.set_scheme("light")  # a picture of a chart is light for as long as it is painted
    theme.set_scheme(None)
    theme.set_text_scale(100)
    shown(qtbot, Placing(file))
    assert (theme.scheme(), theme.text_scale()) == ("dark", 150)


def test_each_screen_has_its_size_of_text(qtbot: QtBot, file: Path) -> None:
    """Large on the projector, usual on the laptop: it changes as the window is pulled over."""
    laptop, projector = (screen_key(screen) for screen in QGuiApplication.screens())
    keep_look(file, KeptLook(text={laptop: 100, projector: 150}))
    board = shown(qtbot, Placing(file))
    assert theme.text_scale() == 100
    board.setGeometry(2000, 90, 700, 500)
    qtbot.wait_until(lambda: theme.text_scale() == 150)


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"scheme": "pink", "text": 7, "stood": []},
        {"text": {"a": "150", "b": True, "c": -5, "d": 10**9}},
        {"stood": {"Board": [["a", 1, 2], ["a", 1, 2, 3, "4", False], 7, None]}},
        {"stood": {"Board": [["a", 10**9, 2, 3, 4, False], ["a", True, 2, 3, 4, False]]}},
        {"shared": {"desk": [["a", 100, [5, -1]], ["a", "100", [5]], ["a", 100, 7], 7], "b": 1}},
    ],
)
def test_what_is_none_of_ours_is_passed_over(file: Path, body: object) -> None:
    """Whoever wrote that file, the program opens, and looks as at its first start."""
    file.parent.mkdir()
    file.write_text(json.dumps(body), encoding="utf-8")
    look = read_look(file)
    assert look.scheme is None
    assert not look.text
    assert not any(look.stood.values())
    assert not any(look.shared.values())


def test_what_is_kept_is_read_again(file: Path) -> None:
    """All of it, byte for byte the same values."""
    stood = Stood("eDP-1 1366×768", -5, 20, 900, 700, True)
    pulled = Shared("eDP-1 1366×768", 150, (300, 700))
    look = KeptLook("dark", {"eDP-1 1366×768": 125}, {"Board": (stood,)}, {"desk": (pulled,)})
    keep_look(file, look)
    assert read_look(file) == look


def test_where_nothing_may_be_written_nothing_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    """A folder that is a file: the windows open all the same."""
    (tmp_path / "data").write_text("", encoding="utf-8")
    placing = Placing(tmp_path / "data" / "look.json")
    board = shown(qtbot, placing)
    theme.choose_text_scale(125)
    board.close()
    assert theme.text_scale() == 125


def test_a_window_on_another_screen_is_asked_for(qtbot: QtBot, file: Path) -> None:
    """A window that is to open on a screen gets the place that one of its kind had there."""
    laptop, projector = QGuiApplication.screens()
    places = (
        Stood(screen_key(laptop), 60, 70, 700, 500, False),
        Stood(screen_key(projector), 2000, 90, 700, 500, False),
    )
    keep_look(file, KeptLook(text={screen_key(projector): 150}, stood={"Board": places}))
    board = Board(None, Qt.WindowType.Window)
    qtbot.add_widget(board)
    board.move(2500, 300)
    Placing(file).place_beside(board)
    assert board.geometry() == QRect(2000, 90, 700, 500)
    assert theme.text_scale() == 100, "the desk, on the laptop, keeps its own size of text"


def test_what_is_put_together_first_has_the_size_of_text_of_the_last_time(file: Path) -> None:
    """Before any window of it is placed, or some of its words would stay as they were."""
    screen = screen_key(QGuiApplication.primaryScreen())
    keep_look(file, KeptLook().with_text(screen, 150))
    Placing(file)
    assert theme.text_scale() == 150
