"""The clock on the room's screen: red for the last two minutes, and once the time is up."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.views.room_door import room_door
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.room.sheet import Clock
from idlib_wargame.windows.room.show import RoomShow
from tests.session.exercises import begun, do


def test_the_last_two_minutes_are_red_and_so_is_what_comes_after(
    qapp: QApplication, harbour: PackReading
) -> None:
    """Nothing blinks, and nothing happens by itself."""
    session = begun(harbour)
    do(session, MoveOn())
    timer = PhaseTimer()
    timer.follow(session.play)
    show = RoomShow(room_door(session), timer)
    whole = session.play.minutes * 60
    assert whole > 300
    read = []
    for left in (121, 120, -65):
        timer.clock._counted[timer.clock._spell] = whole - left
        read.append(show.clock)
    assert read == [
        Clock("2:01 left", "text", False),
        Clock("2:00 left", "danger", False),
        Clock("1:05 over", "danger", False),
    ]


def test_in_a_break_only_the_break_counts(qapp: QApplication, harbour: PackReading) -> None:
    """A phase that has run over stands beside the break's sign no longer, nor in red at a seat."""
    session = begun(harbour)
    do(session, MoveOn())
    timer = PhaseTimer()
    timer.follow(session.play)
    timer.clock._counted[timer.clock._spell] = session.play.minutes * 60 + 65
    show = RoomShow(room_door(session), timer)
    assert show.clock == Clock("1:05 over", "danger", False)
    do(session, TakeBreak(45, timer.clock.seconds_used, "Lunch"))
    timer.follow(session.play)
    assert show.clock in (Clock("45 min left", "text", False), Clock("44 min left", "text", False))
    assert (timer.is_over, timer.is_nearly_up) == (False, False)
    assert timer.words == timer.words_left
    assert timer.words.startswith("Lunch until ")


def test_in_the_hot_wash_its_minutes_are_counted(qapp: QApplication, harbour: PackReading) -> None:
    """As many as the desk says; where none were kept, no clock runs."""
    looked = 0
    for minutes, read in ((0, ""), (20, "20 min left")):
        session = begun(harbour, day=DayPlan(hot_wash=minutes))
        do(session, MoveOn(), Finish())
        timer = PhaseTimer()
        timer.follow(session.play)
        show = RoomShow(room_door(session), timer)
        assert show.clock == Clock(read, "text", False)
        assert ("Hot wash" in show.sheet.said(show.page)) is bool(minutes)
        looked += 1
    assert looked == 2
