"""Moves are found by what people mean."""

from __future__ import annotations

from functools import cache

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import find_pack
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.finding import (
    is_found,
    near_words,
    sought_in,
    with_everyday_words,
    words_of,
)
from idlib_wargame.views.seat import MoveOption, seat_view
from tests.harbour_exercise import SEED

M5 = sought_in(["M10", "Ground offensive along the M5", "M5 highway under control", "bombing"])


@pytest.mark.parametrize(
    "words",
    ["highway", "Highways", "bomb", "bombs", "bombed", "offensives ground", "m5 control", "M10"],
)
def test_a_move_is_found_in_any_form_of_its_words(words: str) -> None:
    """Large or small, one or many, doing or done; all of the words must be there."""
    assert is_found(M5, words_of(words))


@pytest.mark.parametrize("words", ["railway", "bomb railway", "refugees"])
def test_a_move_is_not_found_by_what_it_is_not_about(words: str) -> None:
    """One word that it lacks is enough."""
    assert not is_found(M5, words_of(words))


def test_a_pack_adds_the_words_that_people_use() -> None:
    """Each of a text's words must begin one of the move's; the everyday word finds it then."""
    sought = with_everyday_words(M5, {"road": ["rail", "highway"], "planes": ["air bomb"]})
    assert is_found(sought, words_of("roads"))
    assert not is_found(sought, words_of("planes"))
    assert is_found(with_everyday_words(M5, {"planes": ["bomb m5"]}), words_of("plane"))


EVERYDAY = "refugees highway road bomb ceasefire troops sanctions drones talks aid money weapons"


def test_the_shipped_packs_are_found_by_everyday_words() -> None:
    """Some seat finds a move by each word that its pack adds, and by those that anybody tries."""
    rounds = 0
    for pack in ("idlib-2020", "lanner-sound"):
        reading = read_pack(find_pack(pack))
        assert reading.scenario is not None
        seats = [seat.id for seat in reading.scenario.seats]
        options = [each for seat in seats for each in options_of(seat, pack)]
        everyday = EVERYDAY.split() if pack == "idlib-2020" else []
        for word in (*reading.scenario.search, *everyday):
            rounds += 1
            assert any(is_found(each.sought, words_of(word)) for each in options), word
    assert rounds > 50


def test_who_looks_for_a_highway_finds_each_way_to_take_it() -> None:
    """Also the small advances and the deal's own terms, which do not say the word."""
    found = [
        each.title for each in options_of("russia") if is_found(each.sought, words_of("highway"))
    ]
    assert "Slow nibbling: Towards the M5" in found
    assert "Slow nibbling: Towards the M4" in found


def test_accents_do_not_matter() -> None:
    """A name is found as a keyboard can write it."""
    assert is_found(sought_in(["Ma\u02bcarrat, Kal\u0131n, Erdo\u011fan"]), words_of("erdogan"))


def test_a_miss_says_what_is_near() -> None:
    """A slip of the fingers finds the word that was meant; nonsense finds none."""
    assert near_words([M5], words_of("hihgway")) == ("highway",)
    assert near_words([M5], words_of("xyzzy")) == ()
    assert near_words([M5], words_of("bomb")) == ()


@cache
def shipped(pack: str) -> PackReading:
    """A pack that ships, read once."""
    return read_pack(find_pack(pack))


@cache
def options_of(seat: str, pack: str = "idlib-2020") -> tuple[MoveOption, ...]:
    """The moves of a seat of a pack that ships as the exercise begins."""
    reading = shipped(pack)
    assert reading.scenario is not None
    setup = Setup("Course", "Group", reading.scenario.turns)
    return seat_view(Session.create(None, reading, setup, seed=SEED), seat).options


@pytest.mark.parametrize(
    ("seat", "words", "move"),
    [
        ("damascus", "highway", "Ground offensive along the M5"),
        ("russia", "bomb", "Air campaign on opposition-held areas"),
    ],
)
def test_players_find_what_their_moves_are_about(seat: str, words: str, move: str) -> None:
    """By a track that the move changes, and by its tag, neither of which is in its name."""
    found = [each.move for each in options_of(seat) if is_found(each.sought, words_of(words))]
    assert move in found
    assert not any(word in move.casefold() for word in words.split())
