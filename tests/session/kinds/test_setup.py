"""How an exercise is set up: the entry that play begins with."""

from __future__ import annotations

from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.dice import fingerprint_of
from idlib_wargame.session.kinds.setup import setup_from_body, setup_to_body
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from tests.session.exercises import READERS, SEATING, SEED, begun, last_line, read_back, told_to


def test_a_setup_reads_back_as_it_was_written() -> None:
    """Every choice is kept."""
    setup = Setup(
        exercise="Grey Bank",
        group="B",
        turns=6,
        method="rigid",
        numbers=False,
        read_marks=True,
        fingerprint="f" * 64,
        seating=SEATING,
        start="by_force",
        options={"season": "treaty"},
        arrangement="four",
    )
    assert setup_from_body(setup_to_body(setup, "harbour", "ab" * 32)) == setup


def test_play_begins_with_it(session: Session) -> None:
    """The exercise stands in the first phase of turn 1; the dice's fingerprint is known."""
    play = session.play
    assert (play.turn, play.phase, play.phase_since) == (1, "talks", session.entries[1].at)
    assert play.setup.fingerprint == fingerprint_of(SEED)
    assert play == read_back(session)


@pytest.mark.parametrize(
    ("choices", "line"),
    [
        ({}, "Exercise set up: Grey Bank, 4 turns."),
        ({"exercise": "", "turns": 1}, "Exercise set up: The Grey Bank, 1 turn."),
    ],
)
def test_its_line_tells_everyone_how_long_it_is(
    harbour: PackReading, choices: dict[str, Any], line: str
) -> None:
    """An exercise without a name goes by its pack's."""
    session = begun(harbour, **choices)
    assert last_line(session, CONTROL) == line
    assert told_to(session) == set(READERS)
