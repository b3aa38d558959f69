"""The slider of a replay: places of moments, turns, and a mouse on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.views.landmarks import Landmarks
from idlib_wargame.windows.replay.player import Player
from idlib_wargame.windows.replay.timeline import Timeline

# Twelve moments: turns begin at 0, 4 and 9; two are closed; the ladder rose at 3.
MARKS = Landmarks(count=12, turns=(0, 4, 9), closed=(3, 8), rulings=(7,), steps=((3, 2),))


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    """A slider 500 pixels wide."""
    made = Timeline(MARKS)
    qtbot.addWidget(made)
    made.resize(500, made.sizeHint().height())
    made.show()
    return made


def at(timeline: Timeline, place: int) -> QPoint:
    """The point of a place on the groove."""
    return QPoint(round(timeline.across(place)), timeline.height() // 2)


@pytest.mark.parametrize("place", [0, 1, 6, 11])
def test_a_press_goes_straight_there(timeline: Timeline, place: int) -> None:
    """A press on the groove goes to the nearest moment, not a page towards it."""
    QTest.mouseClick(
        timeline,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at(timeline, place),
    )
    assert timeline.value() == place


def test_dragging_follows_the_pointer(timeline: Timeline) -> None:
    """The handle goes where the pointer goes, and no further than the ends."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(timeline, left, none, at(timeline, 2))
    QTest.mouseMove(timeline, at(timeline, 9))
    assert timeline.value() == 9
    QTest.mouseMove(timeline, QPoint(900, 5))
    assert timeline.value() == 11
    QTest.mouseRelease(timeline, left, none, at(timeline, 11))


def test_a_record_of_one_moment_has_nowhere_to_go(qtbot: QtBot) -> None:
    """A file that stops at its setup can be looked at, and Play does nothing."""
    player = Player(1)
    player.play()
    assert not player.playing
    assert player.at_end
    player.seek(5)
    assert player.at == 0
