"""Breaks: those that were planned are offered until begun or dropped; by the clock on the wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from idlib_wargame.session.day import Going, PlannedBreak
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import Break
from idlib_wargame.views.breaks import (
    break_due,
    break_offers,
    break_question,
    ends_at,
    left_words,
    minutes_left,
    until_words,
)
from tests.views.day.days import on_break, played, turns, waiting

LUNCH, REST = PlannedBreak(2, 45, "Lunch"), PlannedBreak(1, 10)
PLAYED = Going.PLAYED


def _at(session: Session, turn: int, phase: str, *breaks: PlannedBreak) -> Play:
    gone = [*turns("09:00", *(30,) * (turn - 1)), (turn, phase, "10:00", PLAYED)]
    return played(session.play, gone, breaks=breaks)


@pytest.mark.parametrize(
    ("turn", "phase", "said"),
    [
        (2, "adjudication", ""),
        (2, "report", "Lunch, 45 minutes, was planned here."),
        (3, "talks", "Lunch, 45 minutes, was planned after turn 2 and has not been."),
        (4, "report", "Lunch, 45 minutes, was planned after turn 2 and has not been."),
    ],
)
def test_a_break_is_offered_from_its_moment_on(
    session: Session, turn: int, phase: str, said: str
) -> None:
    """With the report of its turn, and in every phase after, until somebody says."""
    due = break_due(_at(session, turn, phase, LUNCH))
    assert (due.words if due else "") == said


def test_what_was_begun_or_dropped_is_offered_no_longer(session: Session) -> None:
    """Nor is another in a break; the one that was passed over first comes first."""
    play = _at(session, 2, "report", LUNCH, REST)
    due = break_due(play)
    assert due is not None
    assert due.words == "A break of 10 minutes was planned after turn 1 and has not been."
    then = break_due(replace(play, day=due.dropped.day))
    assert then is not None
    assert then.planned == LUNCH
    assert break_due(replace(play, day=then.dropped.day.without(REST))) is None
    assert break_due(on_break(play, "10:01", 45, "Lunch")) is None
    assert break_due(waiting(session.play, breaks=(PlannedBreak(0, 10),))) is None
    practice = replace(play, setup=replace(play.setup, practice=True))
    assert break_due(practice) is None
    assert [each.name for each in break_offers(practice)] == [""] * 4


def test_whoever_goes_on_to_the_next_turn_is_asked(session: Session) -> None:
    """To begin the break, or to go on and have it later; not in the middle of a turn."""
    question = break_question(_at(session, 2, "report", LUNCH), MoveOn(), "Start turn 3")
    assert question is not None
    assert question.text == "Lunch, 45 minutes, was planned here."
    assert (question.other, question.yes, question.no) == (
        "Begin the break",
        "Start turn 3, the break later",
        "Wait",
    )
    assert break_question(_at(session, 3, "talks", LUNCH), MoveOn(), "Open orders") is None
    assert break_question(_at(session, 1, "report", LUNCH), MoveOn(), "Start turn 2") is None


def test_the_menu_has_what_is_planned_first(session: Session) -> None:
    """Lunch may be had early; it is then no longer to come."""
    offers = break_offers(_at(session, 1, "talks", LUNCH))
    assert [each.words for each in offers[:2]] == ["Lunch: 45 minutes", "A break of 5 minutes"]
    assert offers[0].after_turn == 2


def test_what_is_left_and_the_wall_come_to_when_it_ends() -> None:
    """In whichever second it was begun, and whenever somebody looks."""
    looked = 0
    for second in (0, 20, 40, 59):
        begun = datetime(2031, 3, 3, 12, 30, second).astimezone()
        taken = Break(9, begun.isoformat(), 45, "Lunch")
        assert until_words(taken) == "Lunch until 13:15"
        for later in range(0, 4000, 37):
            now = begun + timedelta(seconds=later)
            wall = now.replace(second=0)
            assert wall + timedelta(minutes=minutes_left(taken, now)) == ends_at(taken)
            looked += 1
        assert minutes_left(taken, begun) == 45
    assert looked == 436


def test_what_is_left_is_told_in_short() -> None:
    """And how long people have been away past it."""
    assert [left_words(left) for left in (12, 0, -3)] == ["12 min left", "0 min left", "3 min over"]
