"""The book of wrong tries: what makes room in it, and what does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from idlib_wargame.session.pins import PinLock, hashed
from idlib_wargame.session.tries import LONGEST_WAIT, MOST_KEPT, Tries, TryBook
from tests.clocks import Stopwatch

OLGA, DESK = "the hash of Olga's PIN", "the hash of the facilitator's PIN"


@pytest.fixture
def book() -> TryBook:
    """An empty book."""
    return TryBook()


def fill(book: TryBook, now: float, count: int = 3 * MOST_KEPT) -> None:
    """One wrong try at each of many other PINs."""
    for number in range(count):
        book.keep(f"other {number}", Tries(1, now))


def test_a_wait_that_runs_outlasts_wrong_tries_at_hundreds_of_other_pins(book: TryBook) -> None:
    """It is as long as it was."""
    book.keep(OLGA, Tries(9, 1000.0))
    fill(book, 1000.0 + LONGEST_WAIT - 1)
    assert book.of(OLGA) == Tries(9, 1000.0)


def test_what_is_over_makes_room_the_oldest_first(book: TryBook) -> None:
    """No book grows for ever."""
    for number in range(2 * MOST_KEPT):
        book.keep(f"other {number}", Tries(9, 1000.0 * number))
    kept = [number for number in range(2 * MOST_KEPT) if book.of(f"other {number}").wrong]
    assert kept == list(range(MOST_KEPT, 2 * MOST_KEPT))


def test_tries_at_the_facilitator_s_pin_stay_though_their_wait_is_over(book: TryBook) -> None:
    """Or a player could begin anew at it by guessing at those of others."""
    book.keep(DESK, Tries(9, 1000.0, at_desk=True))
    for each in range(1, 4):
        fill(book, 1000.0 + each * 2 * LONGEST_WAIT)
    assert book.of(DESK) == Tries(9, 1000.0, at_desk=True)


def test_facilitators_pins_make_room_for_each_other(book: TryBook) -> None:
    """Of exercises that were guessed at long ago; what players tried is not touched."""
    book.keep(OLGA, Tries(1, 500.0))
    for number in range(MOST_KEPT + 1):
        book.keep(f"desk {number}", Tries(9, 1000.0 * number, at_desk=True))
    assert [book.of(each).wrong for each in (OLGA, "desk 0", "desk 1")] == [1, 0, 9]


def test_a_book_that_an_earlier_program_wrote_counts_on(tmp_path: Path) -> None:
    """Its rows said nothing of the facilitator."""
    file = tmp_path / "tries"
    TryBook(file).keep(OLGA, Tries(4, 1000.0))
    rows = {key: row[:2] for key, row in json.loads(file.read_text()).items()}
    file.write_text(json.dumps(rows))
    assert TryBook(file).of(OLGA) == Tries(4, 1000.0)


def test_a_lock_says_which_tries_are_at_the_facilitator_s_pin(tmp_path: Path) -> None:
    """And not of those at a seat that count in the same book."""
    file, pins = tmp_path / "tries", [hashed("of control"), hashed("of Olga")]
    desk = PinLock(pins[0], TryBook(file), Stopwatch())
    desk.opens("guessed")
    desk.alike(lambda: {"Olga": pins[1]}).opens("guessed")
    assert [TryBook(file).of(each).at_desk for each in pins] == [True, False]
