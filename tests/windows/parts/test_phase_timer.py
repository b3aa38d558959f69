"""The timer of a phase in a window: it says whenever it reads anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from tests.harbour_exercise import begin

START = datetime(2031, 3, 3, 9, 0, tzinfo=UTC)


def test_it_tells_of_a_new_phase_a_pause_and_going_on(qtbot: QtBot, harbour: PackReading) -> None:
    """Whoever shows it is told each time, and reads the clock again."""
    play = replace(begin(harbour).play, phase_since=START.isoformat())
    timer = PhaseTimer({"talks": 10}, lambda: START)
    said = []
    timer.ticked.connect(lambda: said.append((timer.words, timer.is_paused)))
    timer.follow(play)
    timer.follow(play)
    timer.pause_or_go_on()
    timer.pause_or_go_on()
    timer.stop()
    assert said == [("10:00", False), ("10:00", True), ("10:00", False)]
    assert not timer.is_over


def test_a_phase_without_a_length_is_not_shown(qtbot: QtBot, harbour: PackReading) -> None:
    """Packs need not give minutes."""
    timer = PhaseTimer({}, lambda: START)
    timer.follow(begin(harbour).play)
    assert (timer.is_shown, timer.is_over, timer.words) == (False, False, "")
