"""Conditions read as sentences, in numbers and in words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.conditions.condition import (
    ALWAYS,
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    parts_of,
)
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.conditions import condition_words, not_told
from idlib_wargame.words.language import unmarked
from tests.conftest import HARBOUR

FULL = load(HARBOUR.with_name("harbour_full"))
REFEREE = Referee(FULL)


def said(condition: str, numbers: bool = True, scenario=FULL) -> str:  # type: ignore[no-untyped-def]
    """A condition of the full harbour pack as the exercise begins."""
    state = REFEREE.opening()
    clause = condition_words(scenario, parse(condition), state, lambda name: True, numbers, numbers)
    return unmarked(clause.at_start())


@pytest.mark.parametrize(
    ("condition", "numbers", "words"),
    [
        (
            "calm >= 9",
            "Calm on the bank must be 9 or more (quiet), and is 5 (tense)",
            "Calm on the bank must be “quiet” or more, and is “tense”",
        ),
        (
            "calm > 5",
            "Calm on the bank must be 6 or more, and is 5",
            "Calm on the bank is “tense”, and must be a little higher",
        ),
        (
            "calm < 4",
            "Calm on the bank must be 3 or less (dangerous), and is 5 (tense)",
            "Calm on the bank must be “dangerous” or less, and is “tense”",
        ),
        (
            "patrols >= 8",
            "Armed boats on the bank must be 8 or more, and is 6",
            "Armed boats on the bank must be higher than it is",
        ),
        (
            "calm + talks >= 9",
            "Calm on the bank plus Stage of the talks must be 9 or more, and is 6",
            "Calm on the bank plus Stage of the talks must be higher than it is",
        ),
        (
            "calm > anger + 0",
            "Calm on the bank must be more than “Anger on the quays” (4), and is 5",
            "Calm on the bank must be higher than “Anger on the quays”",
        ),
        (
            "turn.violent",
            "Acts of violence must have been carried out this turn",
            "Acts of violence must have been carried out this turn",
        ),
        (
            "turn.violent.borea == 0",
            "Acts of violence by Borea must not have been carried out this turn",
            "Acts of violence by Borea must not have been carried out this turn",
        ),
        (
            "total.cut_nets.borea.success",
            "“Cut the other fleet's nets” by Borea must have succeeded before",
            "“Cut the other fleet's nets” by Borea must have succeeded before",
        ),
        (
            "last.raid >= 2",
            "Orders carried out last turn (“Cut the other fleet's nets”) must be 2 or more, "
            "and are 0",
            "Orders carried out last turn (“Cut the other fleet's nets”) must be 2 or more, "
            "and are 0",
        ),
        (
            "last.on_south",
            "“Open one fishing ground to the others: The southern ground” must have been carried "
            "out last turn",
            "“Open one fishing ground to the others: The southern ground” must have been carried "
            "out last turn",
        ),
        (
            "days_left.season <= 21",
            "At most 21 days must be left until “End of the season”, and the days left are 48",
            "It must be 30 Mar 2031 or later",
        ),
        (
            "turn >= 3",
            "It must be turn 3 or later, and it is turn 1",
            "It must be turn 3 or later, and it is turn 1",
        ),
        ("turn == turns", "It must be the last turn", "It must be the last turn"),
        ("turn < turns", "It must not be the last turn", "It must not be the last turn"),
        ("even_turn", "It must be an even turn", "It must be an even turn"),
        (
            "rung >= 4",
            "The ladder must stand at “Fighting at sea” or above, and stands at “Standoff”",
            "The ladder must stand at “Fighting at sea” or above, and stands at “Standoff”",
        ),
        (
            "lit.alarm >= 2",
            "Of “Alarm on the quays” at least 2 must be on, and on now: 0",
            "More of “Alarm on the quays” must be on than now",
        ),
        (
            "calm >= 9 or talks >= 3 and anger <= 2",
            "Calm on the bank must be 9 or more (quiet), and is 5 (tense), or Stage of the talks "
            "must be 3 or more (draft), and is 1 (feelers) and Anger on the quays must be 2 or "
            "less (none), and is 4 (grumbling)",
            "Calm on the bank must be “quiet” or more, and is “tense”, or Stage of the talks must "
            "be “draft” or more, and is “feelers” and Anger on the quays must be “none” or less, "
            "and is “grumbling”",
        ),
    ],
)
def test_a_condition_reads_as_a_sentence(condition: str, numbers: str, words: str) -> None:
    """What is asked, and how things stand; in words alone without a figure of ours."""
    named = replace(FULL, tag_names={"violent": "acts of violence"})
    assert said(condition, scenario=named) in (numbers, numbers[0].lower() + numbers[1:])
    assert said(condition, numbers=False, scenario=named) in (words, words[0].lower() + words[1:])


def test_a_diplomat_reads_levels_in_words_though_numbers_are_shown() -> None:
    """A track with words for its levels is told by them; its figures are for who asks."""
    state = REFEREE.opening()
    for condition in ("calm >= 9", "calm > 5", "calm < 4", "talks == 3", "anger != 4"):
        face = condition_words(FULL, parse(condition), state, lambda name: True)
        assert unmarked(face.at_start()) == said(condition, numbers=False)
        assert not any(letter.isdigit() for letter in unmarked(face.at_start()))


def conditions_in(value: object) -> Iterator[Condition]:
    """Every part of every condition in a pack."""
    if isinstance(value, Comparison | Not | AnyOf | All):
        yield from (part for part in parts_of(value) if value != ALWAYS)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from conditions_in(each)
    elif isinstance(value, dict):
        yield from conditions_in(list(value.values()))
    elif is_dataclass(value):
        for each in fields(value):
            if each.name != "as_written":
                yield from conditions_in(getattr(value, each.name))


LEVELS = re.compile(r"must be [^,;]*?\(([^()]+)\), and is [^,;]*?\(([^()]+)\)")
PACKS = [*shipped_packs(), HARBOUR, HARBOUR.with_name("harbour_full")]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_no_condition_of_a_pack_is_beyond_words(pack: Path) -> None:
    """Each is told as a sentence; none by ids, with underscores or one word for two values."""
    scenario = load(pack)
    state = Referee(scenario).opening()
    seen = 0
    for condition in conditions_in(scenario):
        for numbers in (True, False):
            clause = condition_words(scenario, condition, state, lambda name: True, numbers)
            text = unmarked(clause.within())
            seen += 1
            assert clause != not_told(), condition
            assert "_" not in text, text
            for wanted, found in re.findall(
                r"must be .*?\(([^()]+)\), and is .*?\(([^()]+)\)", text
            ):
                assert wanted != found, text
    assert seen > 50
