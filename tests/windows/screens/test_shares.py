"""Handles between the parts of a window are where they were pulled to, and no part ever goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts import shared_room
from idlib_wargame.windows.parts.shared_room import SharedRoom
from idlib_wargame.windows.screens.kept_look import KeptLook, Shared, keep_look, read_look
from idlib_wargame.windows.screens.placing import Placing, screen_key

LEAST = 200  # pixels that either part needs


class Board(QWidget):
    """A window of two parts, with as much room for the one as for the other at first."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = SharedRoom("board", Qt.Orientation.Horizontal, lambda wide: [wide // 2] * 2)
        for _ in range(2):
            part = QWidget()
            part.setMinimumWidth(LEAST)
            self.parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)

    @property
    def first(self) -> int:
        """How wide its first part is, to the nearest ten pixels."""
        return round(self.parts.sizes()[0], -1)


@pytest.fixture(autouse=True)
def _usual_look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp)
    yield
    # A board that stays would go on sharing out what it remembers, to the boards of later tests.
    for board in qapp.topLevelWidgets():
        if isinstance(board, Board):
            board.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_text_scale(100)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where it is remembered; nothing is yet."""
    return tmp_path / "look.json"


def opened(qtbot: QtBot, file: Path, wide: int = 1000) -> Board:
    """A window of a program that has just been started, and that goes with it."""
    board = Board()
    Placing(file, board)
    qtbot.add_widget(board)
    board.resize(wide, 300)
    board.show()
    qtbot.wait_exposed(board)
    return board


def test_a_handle_is_where_it_was_pulled_to(qtbot: QtBot, file: Path) -> None:
    """At the next start, also in a narrower window; and as at first once that is asked for."""
    board = opened(qtbot, file)
    assert board.first == 500
    board.parts.moveSplitter(700, 1)
    qtbot.wait_until(lambda: bool(read_look(file).shared))
    again = opened(qtbot, file)
    assert again.first == 700
    narrow = opened(qtbot, file, 500)
    assert narrow.parts.sizes()[1] >= LEAST
    shared_room.changes().forgotten.emit()
    assert again.first == 500
    assert not read_look(file).shared
    assert opened(qtbot, file).first == 500


def test_larger_text_has_shares_of_its_own(qtbot: QtBot, file: Path) -> None:
    """What was right for small letters would cut large ones; light or dark moves nothing."""
    board = opened(qtbot, file)
    board.parts.moveSplitter(700, 1)
    theme.changes().changed.emit()
    assert board.first == 700
    theme.set_text_scale(150)
    assert board.first == 500
    board.parts.moveSplitter(600, 1)
    theme.set_text_scale(100)
    assert board.first == 700
    theme.set_text_scale(150)
    assert board.first == 600


@pytest.mark.thorough
@pytest.mark.parametrize("shares", [(0, 1000), (1000, 0), (990, 10), (300, 300, 400), (1000,), ()])
def test_no_part_vanishes_by_what_is_kept(
    qtbot: QtBot, file: Path, shares: tuple[int, ...]
) -> None:
    """Pushed away, or of a window that had other parts: it opens as at first."""
    screen = screen_key(QGuiApplication.screens()[0])
    keep_look(file, KeptLook(shared={"board": (Shared(screen, 100, shares),)}))
    board = opened(qtbot, file)
    assert board.first == 500
