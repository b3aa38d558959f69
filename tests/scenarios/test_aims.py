"""Aims of the shipped packs: in their tracks' words, and no two met that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import Comparison, Condition, names_in, parts_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.pack.tracks import Track

# What two seats want and cannot both have, in the words of their aims.
EXCLUDING = {
    "idlib-2020": {
        # "holds the M5 as far as Saraqib or beyond"; "Saraqib is not in the government's hands"
        frozenset({"russia_road", "opposition_m5"}),
        # "the safe zone is declared or agreed"; "no safe zone has been declared or agreed"
        frozenset({"turkey_zone", "iran_no_army"}),
        # "the deal stands at terms exchanged or better"; "no deal beyond an outline understanding"
        frozenset({"russia_signed", "opposition_no_bargain"}),
        # "the zone has lines that others accept"; "no zone has been mapped in your name"
        frozenset({"turkey_lines", "damascus_no_map"}),
    },
    "lanner-sound": {
        # "the line is mostly heeded, or better"; "no more than claimed, and not heeded by day"
        frozenset({"hestmark_line", "corveil_free"}),
    },
}
PACKS = {path.name: path for path in shipped_packs()}
each_pack = pytest.mark.parametrize("name", PACKS)


@cache
def pack(name: str) -> Scenario:
    """A shipped pack, read once."""
    return load(PACKS[name])


@each_pack
def test_two_seats_never_both_get_what_only_one_can_have(name: str) -> None:
    """Over all values of all that they read, the pairs never both met are those named above."""
    found = set()
    for one, other in combinations(pack(name).aims, 2):
        shared = set(names_in(one.when)) & set(names_in(other.when))
        if shared and not any(_met_together(pack(name), one, other)):
            found.add(frozenset({one.id, other.id}))
    assert found == EXCLUDING[name]


@each_pack
def test_an_aim_can_be_met_and_can_be_missed(name: str) -> None:
    """Each by itself, over all values of what it reads."""
    assert len(pack(name).aims) >= 9
    for aim in pack(name).aims:
        assert set(_met_together(pack(name), aim)) == {True, False}, aim.id


@each_pack
def test_an_aim_speaks_in_the_words_of_its_tracks(name: str) -> None:
    """Its bound stands where one word of the track gives way to the next, and it says either."""
    looked = 0
    for aim in pack(name).aims:
        for part in parts_of(aim.when):
            track = _read_in_words(pack(name), part)
            if track is None:
                continue
            bounds = list(_bounds(track, part))
            assert bounds, (aim.id, str(part))
            for words in bounds:
                assert len(words) == 2, (aim.id, str(part), "ends within", words)
                assert any(word.lower() in aim.text.lower() for word in words), (aim.id, words)
                looked += 1
    assert looked >= 8


def _met_together(scenario: Scenario, *aims: Aim) -> Iterator[bool]:
    """Whether all of these aims are met, for each set of values of what they read."""
    names = sorted({name for aim in aims for name in names_in(aim.when)})
    index = {name: place for place, name in enumerate(names)}
    tests = [compile_test(aim.when, index) for aim in aims]
    for row in product(*(_values(scenario, name, aims) for name in names)):
        yield all(test(row) for test in tests)


def _values(scenario: Scenario, name: str, aims: tuple[Aim, ...]) -> list[int]:
    """Every value of a short scale; of a long one its ends, and where the aims ask about it."""
    track = scenario.track_by_id.get(name)
    low, high = (track.low, track.high) if track else (0, 2)  # a count of acts
    if high - low <= 20:
        return list(range(low, high + 1))
    asked = {bound + by for aim in aims for bound in _constants(aim.when) for by in (-1, 0, 1)}
    return sorted({low, high, *(value for value in asked if low <= value <= high)})


def _constants(condition: Condition) -> Iterator[int]:
    for part in parts_of(condition):
        assert isinstance(part, Comparison), part
        yield part.right.constant


def _read_in_words(scenario: Scenario, part: Condition) -> Track | None:
    """The track that a part of an aim is about, if it is one, and people read it in words."""
    names = list(names_in(part))
    track = scenario.track_by_id.get(names[0]) if len(names) == 1 else None
    return track if track and track.levels else None


def _bounds(track: Track, part: Condition) -> Iterator[set[str]]:
    """At each bound the word that still meets the part and the one that no longer does."""
    test = compile_test(part, {track.id: 0})
    for value in range(track.low, track.high):
        if test((value,)) != test((value + 1,)):
            yield {_word(track, value), _word(track, value + 1)}


def _word(track: Track, value: int) -> str:
    return [level.words for level in track.levels if level.at_least <= value][-1]
