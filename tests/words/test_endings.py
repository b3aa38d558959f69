"""How a session ended, in sentences."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.endings import (
    aims_met_words,
    judged_words,
    nearness_words,
    record_ends_words,
    unmet_lines,
)


@pytest.mark.parametrize("would_have", [True, False])
def test_where_a_record_stops(would_have: bool) -> None:
    """And, where that may be told, that its ending follows."""
    said = record_ends_words(3, 4, "talks", would_have=would_have)
    ends = "The record ends before the exercise did, in turn 3 of 4, talks."
    assert said == (f"{ends} Had it ended there:" if would_have else ends)


def test_aims_are_counted_and_judged() -> None:
    """The mark beside each is said in words too."""
    assert aims_met_words(1, 2) == "1 of 2 met"
    assert judged_words("A treaty", is_met=True) == "Met: A treaty"
    assert judged_words("A treaty", is_met=False) == "Not met: A treaty"


def test_how_near_an_ending_was() -> None:
    """The first few tests that failed are spelled out, the rest are counted."""
    assert nearness_words(0, 0, []) == "Holds where no other does."
    assert nearness_words(2, 2, []).startswith("All of its tests held too")
    assert nearness_words(0, 1, ["A"]) == "0 of 1 test held.\nA"
    assert nearness_words(1, 6, list("ABCDE")) == "1 of 6 tests held.\nA\nB\nC\nand 2 more"


def test_tests_that_failed_are_told_once_each(harbour: PackReading) -> None:
    """As sentences, and only of what the reader may know."""
    assert harbour.scenario is not None
    referee = Referee(harbour.scenario)
    conditions = [parse("talks >= 4"), parse("talks >= 4"), parse("anger >= 9")]
    state = referee.opening()
    lines = unmet_lines(harbour.scenario, conditions, state, lambda name: True)
    assert [line.partition(" must")[0] for line in lines] == [
        "Stage of the talks",
        "Anger on the quays",
    ]
    told = unmet_lines(harbour.scenario, conditions, state, lambda name: name == "talks")
    assert told[1] == "The situation does not allow it yet"
