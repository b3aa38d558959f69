"""A track as people read it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.views.tracks import track_line
from idlib_wargame.windows.cards.track_row import TrackRow
from idlib_wargame.windows.look import theme
from tests.windows.dress import at_each_size_of_text
from tests.windows.play_harbour import shown_text


@pytest.fixture
def calm(harbour: PackReading) -> Track:
    """A track with levels, from 0 to 10."""
    assert harbour.scenario is not None
    return harbour.scenario.track_by_id["calm"]


def test_words_and_what_changed(qtbot: QtBot, calm: Track) -> None:
    """Name, words, value, and the change with its sign."""
    row = TrackRow(track_line(calm, 4, -2))
    qtbot.addWidget(row)
    assert shown_text(row).split("\n") == ["Calm on the bank", "−2", "tense · 4 of 10"]
    assert row.accessibleName() == "Calm on the bank: tense · 4 of 10, −2 this turn"


def test_an_exercise_in_words_shows_no_number(qtbot: QtBot, calm: Track) -> None:
    """Where numbers are left out, the change is an arrow alone."""
    row = TrackRow(track_line(calm, 4, -2, numbers=False))
    qtbot.addWidget(row)
    assert not any(letter.isdigit() for letter in shown_text(row))
    assert row.accessibleName() == "Calm on the bank: tense, down this turn"


def test_nothing_changed_shows_no_arrow(qtbot: QtBot, calm: Track) -> None:
    """A track that stands still says only where it stands."""
    row = TrackRow(track_line(calm, 4, -2))
    qtbot.addWidget(row)
    row.show_line(track_line(calm, 4, 0))
    assert row.accessibleName() == "Calm on the bank: tense · 4 of 10"
    assert "−2" not in shown_text(row)


@at_each_size_of_text
def test_a_long_name_is_read_whole_in_a_narrow_column(
    qtbot: QtBot, qapp: QApplication, calm: Track, scale: int
) -> None:
    """Name and words go on to further lines, and each has the height that its words need."""
    theme.apply(qapp)
    theme.set_text_scale(scale)
    line = track_line(replace(calm, name="M5 highway under government control"), 4, -2)
    row = TrackRow(line._replace(words="held from Saraqib to the northern gates of the city"))
    qtbot.addWidget(row)
    row.resize(260, row.heightForWidth(260))
    row.show()
    qtbot.waitExposed(row)
    assert row.name.text() == "M5 highway under government control"
    looked = 0
    for words in (row.name, row.words):
        assert isinstance(words, QLabel)
        assert words.height() >= words.heightForWidth(words.width())
        assert words.geometry().right() <= row.width()
        looked += 1
    assert looked == 2
    assert row.height() > 2 * row.fontMetrics().height() + 10
    theme.set_text_scale(100)
