"""The clock of a phase, told the time instead of waiting for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import Body, Entry
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Timer, TimerState
from idlib_wargame.views.phase_clock import PhaseClock, seconds_told
from tests.clocks import Stopwatch
from tests.harbour_exercise import begin

PAUSED, RUNNING, LEFT = TimerState.PAUSED, TimerState.RUNNING, TimerState.LEFT


@pytest.fixture
def watch() -> Stopwatch:
    """A clock that goes on when it is told to."""
    return Stopwatch()


@pytest.fixture
def play(harbour: PackReading) -> Play:
    """Talks that have just begun, with ten minutes; orders have eight."""
    return replace(begin(harbour).play, timer=Timer(1))


@pytest.fixture
def clock(watch: Stopwatch, play: Play) -> PhaseClock:
    """The clock of those talks."""
    clock = PhaseClock(watch)
    clock.follow(play)
    return clock


def told(clock: PhaseClock, play: Play, state: TimerState) -> Play:
    """The play once the record was told that the timer is paused or goes on."""
    return replace(play, timer=Timer(play.timer.since + 1, clock.seconds_used, state))


def record(*times: str) -> list[Entry]:
    """Entries of one day, at those times."""
    return [
        Entry(number, f"2031-03-03T{time}:00.000Z", "note", "facilitator", Body("{}"), "")
        for number, time in enumerate(times, 1)
    ]


def test_it_counts_down_and_then_says_by_how_much_it_is_over(
    watch: Stopwatch, clock: PhaseClock
) -> None:
    """Nothing happens at nought; the time over is told calmly."""
    said = []
    for seconds in (0, 75, 525, 65):
        watch.run(seconds, clock.beat)
        said.append(clock.words)
    assert said == ["10:00", "8:45", "0:00", "1:05 over"]


def test_a_pause_costs_no_time(watch: Stopwatch, clock: PhaseClock, play: Play) -> None:
    """What passes while it stands still is not counted."""
    watch.run(60, clock.beat)
    clock.follow(told(clock, play, PAUSED))
    watch.run(600, clock.beat)
    assert (clock.words, clock.is_paused, clock.is_running) == ("9:00", True, False)
    clock.follow(told(clock, play, RUNNING))
    watch.run(30, clock.beat)
    assert (clock.words, clock.is_paused) == ("8:30", False)


def test_a_laptop_asleep_plays_nothing(watch: Stopwatch, clock: PhaseClock) -> None:
    """Closed for an hour, or the program stopped for one: a few seconds count at the most."""
    watch.run(120, clock.beat)
    watch.sleep(3600)
    clock.beat()
    assert clock.words == "7:55"
    watch.run(60, clock.beat)
    assert clock.words == "6:55"


def test_a_clock_that_goes_back_gives_no_time(watch: Stopwatch, clock: PhaseClock) -> None:
    """It should not; where one does, nothing is given back, and it counts on."""
    watch.run(120, clock.beat)
    watch.sleep(-3600)
    clock.beat()
    watch.run(60, clock.beat)
    assert clock.words == "7:00"


def test_a_new_phase_starts_afresh(watch: Stopwatch, clock: PhaseClock, play: Play) -> None:
    """A pause does not last into the next phase, and a redraw does not restart the clock."""
    paused = told(clock, play, PAUSED)
    assert clock.follow(paused)
    watch.run(60, clock.beat)
    assert not clock.follow(paused)
    assert clock.is_paused
    assert clock.follow(replace(play, phase="orders", phase_since="later", timer=Timer(4)))
    assert (clock.is_paused, clock.words) == (False, "8:00")


def test_a_phase_that_an_undo_brings_back_goes_on(
    watch: Stopwatch, clock: PhaseClock, play: Play
) -> None:
    """Orders opened by mistake: the talks have as much left as they had, whoever noticed when."""
    watch.run(420, clock.beat)
    orders = replace(play, phase="orders", phase_since="later", timer=Timer(4))
    clock.follow(orders)
    watch.run(90, clock.beat)
    clock.follow(play)
    assert clock.words == "3:00"
    watch.run(30, clock.beat)
    clock.follow(orders)
    assert clock.words == "6:30"


def test_a_re_opened_turn_starts_afresh(watch: Stopwatch, clock: PhaseClock, play: Play) -> None:
    """Its orders are played once more."""
    orders = replace(play, phase="orders", phase_since="first", timer=Timer(4))
    clock.follow(orders)
    watch.run(300, clock.beat)
    clock.follow(replace(play, phase="adjudication", phase_since="then", timer=Timer(5)))
    clock.follow(replace(orders, phase_since="re-opened", timer=Timer(6)))
    assert clock.words == "8:00"


def test_a_phase_without_a_length_shows_no_time(watch: Stopwatch, play: Play) -> None:
    """Packs need not give minutes."""
    clock = PhaseClock(watch)
    clock.resume(replace(play, day=DayPlan()), record("09:00", "09:05"), held=False)
    watch.run(60, clock.beat)
    assert (clock.is_shown, clock.is_running, clock.words) == (False, False, "")


def test_held_it_waits_for_whoever_plays(watch: Stopwatch, clock: PhaseClock, play: Play) -> None:
    """A desk opens covered: its timer runs from when the cover is lifted."""
    clock = PhaseClock(watch)
    clock.resume(replace(play, timer=Timer(1, 120, LEFT)), record("09:00", "09:01"), held=True)
    watch.run(300, clock.beat)
    assert (clock.words, clock.is_held) == ("8:00", True)
    clock.let_go()
    watch.run(10, clock.beat)
    assert (clock.words, clock.is_held) == ("7:50", False)


# How much was used, as the record last told; how it then was; what is in the record since.
KILLED = [
    (0, RUNNING, ("09:00",), "10:00"),
    (0, RUNNING, ("09:00", "09:03", "09:07"), "3:00"),
    (120, RUNNING, ("09:02", "09:03"), "7:00"),
    (120, PAUSED, ("09:02", "09:30"), "8:00"),
    (120, LEFT, ("09:02", "13:30"), "8:00"),
    (0, RUNNING, ("09:00", "09:02", "08:02", "08:05"), "5:00"),
    (0, RUNNING, ("09:00", "09:02", "13:00", "13:01"), "0:00"),
    (0, RUNNING, ("09:00", "09:08", "09:16", "09:24"), "0:00"),
    (660, RUNNING, ("09:00", "09:08"), "1:00 over"),
]


@pytest.mark.parametrize(("used", "state", "times", "words"), KILLED)
def test_after_a_kill_the_record_says_what_was_played(
    used: int, state: TimerState, times: tuple[str, ...], words: str, play: Play
) -> None:
    """Up to its last entry, less what a clock was set by, and never so much as to be over."""
    clock = PhaseClock()
    clock.resume(replace(play, timer=Timer(1, used, state)), record(*times), held=True)
    assert clock.words == words


def test_what_lies_between_two_entries_is_ten_minutes_at_most() -> None:
    """A longer silence was lunch; and what came before the timer was told of is counted already."""
    times = record("08:00", "09:00", "09:04", "12:00", "11:00", "11:01")
    assert seconds_told(times, 2) == 4 * 60 + 10 * 60 + 60
    assert seconds_told(times, 6) == 0


def test_left_open_overnight_it_is_long_over(watch: Stopwatch, clock: PhaseClock) -> None:
    """From an hour on, how much over no longer matters."""
    said = []
    for seconds in (600 + 3599, 1, 3600):
        watch.run(seconds, clock.beat)
        said.append(clock.words)
    assert said == ["59:59 over", "long over", "long over"]


def test_players_are_told_how_long_is_left(watch: Stopwatch, clock: PhaseClock, play: Play) -> None:
    """Once it is over they read what the facilitator reads."""
    assert PhaseClock(watch).words_left == ""
    said = []
    for seconds in (75, 590):
        watch.run(seconds, clock.beat)
        said.append(clock.words_left)
    assert said == ["8:45 left", "1:05 over"]


def test_before_the_exercise_has_begun_it_waits(watch: Stopwatch, play: Play) -> None:
    """People are still taking their seats; it shows what the first phase will have."""
    clock = PhaseClock(watch)
    clock.follow(replace(play, timer=Timer(1, state=TimerState.WAITING)))
    watch.run(300, clock.beat)
    assert (clock.words, clock.is_waiting, clock.is_running) == ("10:00", True, False)


def test_minutes_given_and_taken_show_at_once(
    watch: Stopwatch, clock: PhaseClock, play: Play
) -> None:
    """What has gone by stays gone by, and no other phase has more or less."""
    watch.run(540, clock.beat)
    assert clock.follow(replace(play, minutes_given={(1, "talks"): 5, (1, "orders"): 3}))
    assert (clock.words, clock.is_nearly_up) == ("6:00", False)
    clock.follow(replace(play, minutes_given={(1, "talks"): 1}))
    assert (clock.words, clock.is_nearly_up) == ("2:00", True)
    clock.follow(replace(play, minutes_given={(1, "talks"): -2}))
    assert (clock.words, clock.is_nearly_up) == ("1:00 over", False)
