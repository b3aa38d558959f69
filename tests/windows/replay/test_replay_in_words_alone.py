"""A replay of an exercise that was told in words alone keeps to words for the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.session import Session
from idlib_wargame.windows.replay.window import RESULTS, ReplayWindow
from tests.harbour_exercise import SEATING, SEED, closed
from tests.windows.play_harbour import shown_text


@pytest.fixture
def in_words(harbour: PackReading, tmp_path: Path) -> SavedSession:
    """A turn of an exercise in words alone, on disk."""
    path = tmp_path / "course.wargame"
    setup = Setup("Course", "Group", 4, numbers=False, seating=SEATING)
    session = Session.create(path, harbour, setup, seed=SEED)
    closed(session)
    session.close()
    return read_session(path)


@pytest.mark.parametrize(("reader", "behind"), [(ROOM, False), (CONTROL, True)])
def test_a_room_reads_no_dice_or_points_and_the_facilitator_finds_them_in_details(
    qtbot: QtBot, in_words: SavedSession, reader: Reader, behind: bool
) -> None:
    """Neither on a card nor beside the chart; behind Details for the facilitator alone."""
    window = ReplayWindow(in_words, reader)
    qtbot.addWidget(window)
    window.show()
    qtbot.wait_exposed(window)
    window.player.seek(window.marks.count - 1)
    window.tabs.setCurrentIndex(RESULTS)
    cards = [card for card in window.results.cards.values() if card.view.band is not None]
    assert cards
    assert "on two dice" not in shown_text(window.results)
    assert "HMAC" not in shown_text(window.results)
    for card in cards:
        card.more.setChecked(True)
    assert ("on two dice" in shown_text(window.results)) == behind
    window.chart.set_cursor(1)
    beside = [shown_text(window.chart.readout), *window.chart.readout.orders.lines()]
    assert beside[1:]
    assert not any("point" in line or "Goldstein" in line for line in beside)
