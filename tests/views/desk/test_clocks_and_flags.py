"""Clocks that run out, and flags that are lit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.state import State
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.clocks_and_flags import clock_lines, clock_words, flag_groups


def state_with(session: Session, values: dict[str, int]) -> State:
    """The situation with some of its values changed."""
    state = session.play.state
    return State.from_dict(state.layout, {**state.to_dict(), **values})


def test_a_clock_says_what_it_has_left_its_day_and_why(session: Session) -> None:
    """The season ends on a day, for a reason."""
    [line] = clock_lines(session.scenario, session.play)
    assert line[:3] == ("End of the season", "48 days left", "20 Apr 2031. The spawning ban")


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (2, "2 days left"),
        (1, "1 day left"),
        (0, "today"),
        (-1, "1 day ago"),
        (-12, "12 days ago"),
    ],
)
def test_days_are_counted_both_ways(session: Session, left: int, words: str) -> None:
    """Before its day, on it, and after."""
    [clock] = session.scenario.clocks
    state = state_with(session, {Prefix.DAYS_LEFT.of(clock.id): left})
    assert clock_words(state, clock) == words


def test_lit_flags_are_counted_and_named(session: Session) -> None:
    """A mark for every flag of the group, and words on each."""
    [group] = flag_groups(session.scenario, session.play)
    assert (group.heading, group.lit) == ("Alarm on the quays: 0 of 2 pressing now", "")
    flag = session.scenario.flags[0]
    state = state_with(session, {Prefix.FLAG.of(flag.id): 1})
    [group] = flag_groups(session.scenario, replace(session.play, state=state))
    assert (group.heading, group.lit) == ("Alarm on the quays: 1 of 2 pressing now", flag.name)
    assert [mark.lit for mark in group.marks] == [True, False]
    assert group.marks[0].words.startswith(f"{flag.name}: pressing now")
    assert ": not pressing" in group.marks[1].words
