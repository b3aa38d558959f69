"""The timer of a phase in a window: it says whenever it reads anew."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.timer import Timer, TimerState
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from tests.clocks import Stopwatch
from tests.harbour_exercise import begin


def test_it_tells_of_a_new_phase_a_pause_and_going_on(qtbot: QtBot, harbour: PackReading) -> None:
    """Whoever shows it is told each time, and reads the clock again."""
    play, watch = replace(begin(harbour).play, timer=Timer(2)), Stopwatch()
    timer = PhaseTimer(watch)
    said = []
    timer.ticked.connect(lambda: said.append((timer.words, timer.is_paused)))
    timer.follow(play)
    timer.follow(play)
    timer.follow(replace(play, timer=Timer(3, 0, TimerState.PAUSED)))
    timer.follow(replace(play, timer=Timer(4, 0)))
    watch.run(2, timer.beat)
    timer.stop()
    watch.run(2, timer.clock.beat)
    assert said[:3] == [("10:00", False), ("10:00", True), ("10:00", False)]
    assert said[3:5] == [("9:59", False), ("9:58", False)]
    assert timer.words == "9:58"
    assert not timer.is_over


def test_it_ticks_by_itself(qtbot: QtBot, harbour: PackReading) -> None:
    """Each second it counts what went by, and whoever shows it is told."""
    watch = Stopwatch()
    timer = PhaseTimer(watch)
    timer.follow(replace(begin(harbour).play, timer=Timer(2)))
    watch.sleep(3)
    with qtbot.waitSignal(timer.ticked, timeout=30_000):
        pass
    assert timer.words == "9:57"
    timer.stop()


def test_a_phase_without_a_length_is_not_shown(qtbot: QtBot, harbour: PackReading) -> None:
    """Packs need not give minutes."""
    timer = PhaseTimer()
    timer.follow(replace(begin(harbour).play, day=DayPlan()))
    assert (timer.is_shown, timer.is_over, timer.words) == (False, False, "")
