"""The clock of a phase, told the time instead of waiting for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Play
from idlib_wargame.views.phase_clock import PhaseClock
from tests.harbour_exercise import begin

START = datetime(2031, 3, 3, 9, 0, tzinfo=UTC)


class Wall:
    """A clock on the wall that goes on when told to."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.time

    def go_on(self, seconds: int) -> None:
        """Let so many seconds pass."""
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def wall() -> Wall:
    """A clock at nine."""
    return Wall()


@pytest.fixture
def play(harbour: PackReading) -> Play:
    """Talks that began at nine."""
    return replace(begin(harbour).play, phase_since=START.isoformat().replace("+00:00", "Z"))


def test_it_counts_down_and_then_says_by_how_much_it_is_over(wall: Wall, play: Play) -> None:
    """Nothing happens at nought; the time over is told calmly."""
    clock = PhaseClock({"talks": 10}, wall)
    clock.follow(play)
    said = []
    for seconds in (0, 75, 525, 65):
        wall.go_on(seconds)
        said.append(clock.words)
    assert said == ["10:00", "8:45", "0:00", "1:05 over"]


def test_a_pause_costs_no_time(wall: Wall, play: Play) -> None:
    """What passes while it stands still is not counted."""
    clock = PhaseClock({"talks": 10}, wall)
    clock.follow(play)
    wall.go_on(60)
    clock.pause_or_go_on()
    wall.go_on(600)
    assert clock.words == "9:00"
    clock.pause_or_go_on()
    wall.go_on(30)
    assert clock.words == "8:30"


def test_a_new_phase_starts_afresh(wall: Wall, play: Play) -> None:
    """A pause does not last into the next phase, and a redraw does not restart the clock."""
    clock = PhaseClock({"talks": 10, "orders": 8}, wall)
    clock.follow(play)
    clock.pause_or_go_on()
    wall.go_on(60)
    assert not clock.follow(play)
    assert clock.is_paused
    assert clock.follow(replace(play, phase="orders", phase_since=wall.time.isoformat()))
    assert (clock.is_paused, clock.words) == (False, "8:00")


def test_a_phase_without_a_length_shows_no_time(wall: Wall, play: Play) -> None:
    """Packs need not give minutes."""
    clock = PhaseClock({}, wall)
    clock.follow(play)
    assert (clock.is_shown, clock.words) == (False, "")


def test_an_old_phase_begins_anew_when_it_is_opened(wall: Wall, play: Play) -> None:
    """A session of last week was not played since, so nobody is told that it is days over."""
    wall.go_on(7 * 86_400)
    clock = PhaseClock({"talks": 10}, wall)
    clock.follow(play)
    assert clock.words == "10:00"
    wall.go_on(30)
    assert clock.words == "9:30"


def test_a_session_that_is_soon_opened_again_goes_on(wall: Wall, play: Play) -> None:
    """After a short break the minutes that passed have passed."""
    wall.go_on(12 * 60)
    clock = PhaseClock({"talks": 10}, wall)
    clock.follow(play)
    assert clock.words == "2:00 over"


def test_a_phase_of_another_machines_clock_has_no_more_than_its_minutes(
    wall: Wall, play: Play
) -> None:
    """A clock that is behind the one the phase was begun by gives no extra time."""
    wall.go_on(-3 * 3600)
    clock = PhaseClock({"talks": 10}, wall)
    clock.follow(play)
    assert clock.words == "10:00"


def test_left_open_overnight_it_is_long_over(wall: Wall, play: Play) -> None:
    """From an hour on, how much over no longer matters."""
    clock = PhaseClock({"talks": 10}, wall)
    clock.follow(play)
    said = []
    for seconds in (600 + 3599, 1, 12 * 3600):
        wall.go_on(seconds)
        said.append(clock.words)
    assert said == ["59:59 over", "long over", "long over"]


def test_players_are_told_how_long_is_left(wall: Wall, play: Play) -> None:
    """Once it is over they read what the facilitator reads."""
    clock = PhaseClock({"talks": 10}, wall)
    assert clock.words_left == ""
    clock.follow(play)
    said = []
    for seconds in (75, 590):
        wall.go_on(seconds)
        said.append(clock.words_left)
    assert said == ["8:45 left", "1:05 over"]
