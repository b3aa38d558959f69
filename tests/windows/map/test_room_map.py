"""The map for the projector: nothing of it too small to read from the back, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import load
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.lettering import STYLES, font_of
from idlib_wargame.windows.map.room_map import RoomMap
from tests.scenarios.rows import PACK
from tests.views.map.bank import shown, state

SCREENS = [QSize(1920, 1080), QSize(3840, 2160), QSize(1366, 768)]


@pytest.fixture(scope="module")
def crowded() -> MapShown:
    """The shipped pack's map after a turn in which much changed, with much agreed."""
    pack = load(PACK)
    now = state(pack, m5=4, m4=2, posts_besieged=5, zone=3, displaced=500)
    names = (f"The understanding of the day {number}, from Russia to Turkey" for number in range(5))
    return replace(shown(pack, now, state(pack)), agreements=tuple(names))


@pytest.fixture
def larger_text() -> Iterator[None]:
    """Text on this machine is set larger, which is no matter of the projector's."""
    before = theme.text_scale()
    theme.set_text_scale(150)
    yield
    theme.set_text_scale(before)


def opened(qtbot: QtBot, found: MapShown, screen: QSize) -> RoomMap:
    """The map on that screen, with a line of words above it and one below."""
    room = RoomMap(found)
    qtbot.addWidget(room)
    room.set_screen(screen)
    room.resize(screen.width() * 96 // 100, screen.height() * 80 // 100)
    return room


def test_the_smallest_words_are_as_large_on_every_screen(
    qtbot: QtBot, crowded: MapShown, larger_text: None
) -> None:
    """28 px counted at 1920×1080, whatever the screen and the size of text on the desk."""
    room = RoomMap(crowded)
    qtbot.addWidget(room)
    drawn = min(*(font_of(style).pixelSize() for style in STYLES), theme.font(11).pixelSize())
    found = []
    for screen in SCREENS:
        room.set_screen(screen)
        found.append(round(drawn * room.enlarged, 1))
    assert found == [28.0, 56.0, 19.9]


def test_nothing_beside_the_map_is_cut_off(qtbot: QtBot, crowded: MapShown) -> None:
    """What changed comes first; what there is no room for is counted."""
    room = opened(qtbot, crowded, SCREENS[0])
    side = room.side
    assert side.height <= room.room.height()
    assert len(side.changes) > 4
    assert side.changes[0] == "Changed this turn"
    assert side.changes[1] == "M5, Khan Shaykhun to Ma'arrat an-Nu'man (now Damascus)"
    words = {line.entry.words.strip("\u2068\u2069") for line in side.lines}
    assert {"Damascus", "Turkey", "Outlined: changed this turn", "5 agreements in force"} <= words
    rects = [line.room for line in side.lines]
    assert not [pair for pair in combinations(rects, 2) if pair[0].intersects(pair[1])]
    labels = [QRectF(*each.room) for each in room.picture.labels]
    seen = QRectF(0, 0, room.picture.frame.width, room.picture.frame.height)
    assert labels
    assert all(seen.contains(each) for each in labels)
    assert seen.width() + side.width < room.room.width()


def test_the_room_has_nothing_to_press(qtbot: QtBot, crowded: MapShown) -> None:
    """No control, no focus; it is told whole to those who do not see it, and follows the play."""
    room = opened(qtbot, crowded, SCREENS[0])
    assert room.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not room.findChildren(QWidget)
    assert "M5, Khan Shaykhun to Ma'arrat an-Nu'man (now Damascus)" in room.accessibleDescription()
    pack = load(PACK)
    room.show_map(shown(pack, state(pack)))
    assert room.side.changes == ("As the exercise began; nothing has changed yet.",)
    assert "Changed" not in room.accessibleDescription()
