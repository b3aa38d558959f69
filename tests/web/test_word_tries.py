"""Some guess at the room word from many addresses: they are slowed, and nobody else is kept out."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.web import joining, word_tries
from idlib_wargame.web.room_word import new_word
from idlib_wargame.web.word_tries import FREE, WordTries
from tests.clocks import Stopwatch
from tests.web.home import at_home
from tests.web.phone import Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)),))
ADDRESSES = [f"127.0.1.{number}" for number in range(1, 16)]


def looked_at(tries: WordTries, address: str, words: int) -> int:
    """How many of so many wrong words from there are looked at, if nobody waits."""
    found = 0
    for _word in range(words):
        if not tries.wait_of(address):
            tries.count(address)
            found += 1
    return found


def test_many_who_guess_are_slowed_and_whoever_has_guessed_nothing_waits_for_nobody() -> None:
    """As long as they go on, and at each of the first tries of a new address."""
    tries = WordTries(Stopwatch())
    assert sum(looked_at(tries, each, 20) for each in ADDRESSES) == 60 + 7 * FREE
    assert all(tries.wait_of(each) > 0 for each in ADDRESSES)
    assert looked_at(tries, "127.0.2.1", 20) == FREE
    assert tries.wait_of("127.0.2.2") == 0


def test_the_first_tries_of_an_address_are_its_first_for_as_long_as_the_room_is_open() -> None:
    """Whoever comes back after a quiet hour is under the bound of all, as it stands then."""
    clock = Stopwatch()
    tries = WordTries(clock)
    looked_at(tries, "127.0.2.1", FREE)
    clock.now += 3600
    sum(looked_at(tries, each, 8) for each in ADDRESSES)
    assert tries.wait_of("127.0.2.1") == 1
    clock.now += 1
    assert looked_at(tries, "127.0.2.1", 20) == 2


def test_an_address_waits_by_itself_too() -> None:
    """One that guesses alone does not use up what all may."""
    clock = Stopwatch()
    tries = WordTries(clock)
    assert looked_at(tries, "127.0.2.1", 20) == 8
    clock.now += 6
    assert looked_at(tries, "127.0.2.1", 20) == 1
    assert tries.wait_of("127.0.2.2") == 0


def test_a_class_behind_one_address_slips_as_often_again_once_somebody_is_in() -> None:
    """The right word came from there."""
    tries = WordTries(Stopwatch())
    looked_at(tries, "127.0.2.1", FREE)
    for each in ADDRESSES:
        looked_at(tries, each, 8)
    assert tries.wait_of("127.0.2.1") > 0
    tries.forgive("127.0.2.1")
    assert tries.wait_of("127.0.2.1") == 0


def test_addresses_that_are_made_up_without_end_get_no_first_tries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Past a number that no room has, each is under the bound of all."""
    monkeypatch.setattr(word_tries, "MOST_FREE", 100)
    tries = WordTries(Stopwatch())
    found = sum(looked_at(tries, f"10.0.{n // 250}.{n % 250}", 20) for n in range(1000))
    assert found <= 60 + 100 * FREE
    assert tries.wait_of("10.9.9.9") > 0


def test_a_word_is_one_of_as_many_as_the_bounds_were_reckoned_with() -> None:
    """Four syllables of fourteen consonants and five vowels."""
    letters = {place: {word[place] for word in _words()} for place in (0, 1, 2, 3, 5, 6, 7, 8)}
    sizes = [len(each) for each in letters.values()]
    assert sizes == [14, 5] * 4


def _words() -> list[str]:
    return [new_word() for _each in range(2000)]


def test_the_right_word_lets_in_whoever_sends_it_while_fifteen_others_guess(
    harbour: PackReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scanned or typed, also after a slip; those who guess read how long they wait."""
    monkeypatch.setattr(joining, "WordTries", lambda: WordTries(Stopwatch()))
    with at_home(harbour, SETUP) as home:
        for address in ADDRESSES:
            guesses = Phone(home.port, at=address)
            found = [guesses.form("/word", word="nono-nono") for _each in range(9)]
            assert found[-1].status == 429
            assert "The next try is in" in found[-1].text
        assert "Olga" in Phone(home.port, at="127.0.2.1").get(f"/?w={home.word}").text
        typed = Phone(home.port, at="127.0.2.2")
        assert typed.form("/word", word="nono-nono").status == 403
        assert "Olga" in typed.form("/word", word=home.word).text
        assert "Olga" not in Phone(home.port, at=ADDRESSES[0]).get(f"/?w={home.word}").text
