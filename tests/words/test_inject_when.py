"""When an inject comes due, in words."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.words.inject_when import when_words
from tests.harbour_exercise import begin


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("turn == 3", "In turn 3 (31 Mar 2031)"),
        ("turn >= 2 and turn <= 3", "From turn 2 (17 Mar 2031)"),
        ("turn > 2", "From turn 3 (31 Mar 2031)"),
        ("turn < 1", "Turn 0 is over"),
        ("turn == turns", "In the last turn"),
        ("days_left.season <= 20", "From turn 3 (31 Mar 2031)"),
        ("days_left.season < 20", "From turn 4 (14 Apr 2031)"),
        ("days_left.season <= -40", "After the last turn"),
        ("inject.cold_spring == turn", "“A cold spring” must be sent in the same turn"),
        ("turn >= 3 or not inject.wreck", "It is due"),
        ("(turn >= 2 and turns >= 50) or turn >= 4", "From turn 4 (14 Apr 2031)"),
        (
            "turn == 2 or inject.wreck >= 1",
            "In turn 2 (17 Mar 2031), or “A wreck on the bank” must have been sent",
        ),
    ],
)
def test_when_in_words(full: PackReading, condition: str, words: str) -> None:
    """What an inject waits for reads as a turn with its day wherever it can."""
    session = begin(full)
    assert when_words(session.scenario, parse(condition), session.play.state) == words
