"""Clauses at the start of a sentence and within one, and dates in the language of the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.clauses import Clause, either_way
from idlib_wargame.words.dates import day_words, month_name, span_words
from idlib_wargame.words.inject_when import when_words
from idlib_wargame.words.languages import use_language
from tests.rules.small import move, scenario, track

PACK = scenario(
    move("raid", "north", needs="last.raid == 0"),
    tracks=(replace(track("trust", start=4), name="eTrust"), track("peace")),
)
OPENING = Referee(PACK).opening()


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (
            "turn >= 3 and trust >= 5",
            "From turn 3 (9 Feb 2020); eTrust must be 5 or more, and is 4",
        ),
        (
            "trust >= 5 and turn >= 3",
            "eTrust must be 5 or more, and is 4; from turn 3 (9 Feb 2020)",
        ),
        (
            "trust >= 5 or turn >= 3",
            "eTrust must be 5 or more, and is 4, or from turn 3 (9 Feb 2020)",
        ),
        ("last.raid >= 1", "“Raid” must have been carried out last turn"),
        ("trust >= 4", "It is due"),
    ],
)
def test_a_sentence_begins_with_a_capital_of_ours_alone(condition: str, words: str) -> None:
    """A name from a pack keeps its author's letters, also at the start."""
    assert when_words(PACK, parse(condition), OPENING) == words


def test_a_clause_within_clauses_knows_where_it_stands() -> None:
    """Only the first of a chain stands at the start."""
    chain = either_way([Clause.of("in turn {turn}", turn=2), Clause.of("later")])
    assert chain.at_start() == "In turn 2, or later"
    assert chain.within() == "in turn 2, or later"


def test_dates_are_spoken_in_the_language_of_the_screen() -> None:
    """The order of day, month and year is a translator's too."""
    use_language("xa")
    assert day_words(date(2020, 3, 12)) == f"‹12 {month_name(3)} 2020›"
    assert span_words(date(2020, 3, 1), date(2020, 3, 7)) == f"‹1–7 {month_name(3)} 2020›"
    assert month_name(3) != "Mar"
    assert len({month_name(number) for number in range(1, 13)}) == 12
