"""The situation as a player finds it: map, tracks and chart, and beside them what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.look import theme
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import begin, closed, shown_text
from tests.windows.replay.everything_said import everything_said
from tests.windows.seat.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise of a pack with a map, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def test_one_key_goes_to_the_situation_and_on_through_its_ways(
    seat_of: Opener, session: Session
) -> None:
    """The map first, then the tracks in words, then the chart, and round again."""
    window = seat_of(session)
    closed(session)
    seen = []
    for _press in range(4):
        QTest.keyClick(window, Qt.Key.Key_G, CTRL)
        seen.append((window.pages.current, window.situation.way))
    assert seen == [("situation", way) for way in ("map", "tracks", "chart", "map")]


def test_the_situation_says_what_moved_and_who_moved_it(seat_of: Opener, session: Session) -> None:
    """Beside whichever way it is looked at; before the first turn it says what will stand there."""
    window = seat_of(session)
    window.turn_to("situation")
    assert "Nothing yet." in shown_text(window.situation.changes)
    closed(session)
    window.turn_to("situation")
    text = shown_text(window.situation.changes)
    assert "Stage of the talks" in text
    assert "Astra: Call the three ministers together (+1)" in text
    assert window.situation.rung.text() == "1 Watchful peace — down 1 level"


def test_the_map_follows_the_turns(seat_of: Opener, session: Session) -> None:
    """It is drawn when somebody looks, from where the exercise then stands."""
    window = seat_of(session)
    assert window.situation.map.view is None
    window.turn_to("situation")
    view = window.situation.map.view
    assert view is not None
    assert view.shown.standings
    before = view.shown
    closed(session)
    window.turn_to("situation")
    assert view.shown != before


def test_a_player_s_chart_shows_the_ladder_and_saves_no_file(
    seat_of: Opener, session: Session
) -> None:
    """Turn by turn, with who moved it; the folders of the laptop are not a player's to see."""
    window = seat_of(session)
    closed(session)
    window.turn_to("situation")
    window.situation.show_way("chart")
    chart = window.situation.chart
    assert chart is not None
    assert "Borea: Protest in public" in "\n".join(everything_said(chart))
    assert chart.plot.actions() == []


@at_each_size_of_text
def test_the_situation_fits_a_small_screen(seat_of: Opener, session: Session, scale: int) -> None:
    """Each way to look at it, at any size of text."""
    closed(session)
    theme.set_text_scale(scale)
    window = seat_of(session)
    window.resize(1280, 690)
    window.turn_to("situation")
    looked = 0
    for way in ("map", "tracks", "chart"):
        window.situation.show_way(way)
        for _ in range(8):
            QApplication.processEvents()
        least = window.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 690) == (True, True)
        looked += 1
    assert looked == 3


@at_each_size_of_text
def test_long_names_are_read_whole_wherever_they_stand(
    seat_of: Opener, full: PackReading, scale: int
) -> None:
    """The seat's in the head, the tracks' among the tracks and in "What changed"."""
    assert full.scenario is not None
    far = " of the united provinces of the far north-eastern coast and of their allies"
    pack = replace(
        full.scenario,
        seats=tuple(replace(seat, name=seat.name + far) for seat in full.scenario.seats),
        tracks=tuple(replace(track, name=track.name + far) for track in full.scenario.tracks),
    )
    session = begin(replace(full, scenario=pack))
    closed(session)
    theme.set_text_scale(scale)
    window = seat_of(session)
    window.resize(1366, 768)
    window.turn_to("situation")
    window.situation.show_way("tracks")
    for _ in range(8):
        QApplication.processEvents()
    assert window.width() == 1366
    long = [words for words in window.findChildren(QLabel) if far in words.text()]
    seen = [words for words in long if words.isVisible()]
    assert window.head.name in seen
    assert len(seen) > len(window.situation.tracks.rows)
    cut = [words.text() for words in seen if words.height() < words.heightForWidth(words.width())]
    assert cut == []
    asked = window.head.asked
    assert asked.width() >= 0.2 * window.width()
