"""PINs: what opens, how long a guesser waits, and where nothing of a PIN may stand."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.pins import OURS, PinLock, hashed, is_fit, use_work, wait_after
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.tries import Tries, TryBook
from tests.session.exercises import read_back

PIN = "grey seal"
HASH = hashed(PIN)


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that the test sets."""
    return Clock()


@pytest.mark.parametrize("typed", [PIN, f"  {PIN} ", "ｇｒｅｙ ｓｅａｌ"])
def test_the_pin_opens_however_it_is_typed(typed: str) -> None:
    """Spaces around it and the width of letters do not matter."""
    assert PinLock(HASH).opens(typed)


@pytest.mark.parametrize("typed", ["2071", "٢٠٧١", "۲۰۷۱", "２０７１"])
def test_a_pin_of_digits_opens_on_a_phone_of_any_language(typed: str) -> None:
    """The facilitator sets it on one keyboard, and a player types it on another."""
    for told in ("2071", "٢٠٧١"):
        assert PinLock(hashed(told)).opens(typed)
    assert not PinLock(hashed("2071")).opens("٢٠٧٢")


def test_nothing_else_opens() -> None:
    """Neither another PIN nor none; a hash that was damaged opens for nobody."""
    lock = PinLock(HASH)
    assert [lock.opens(each) for each in ("grey", "Grey seal", "")] == [False] * 3
    damaged = [PinLock("damaged").opens(each) for each in ("damaged", "")]
    assert damaged == [False, False]


def test_without_a_pin_anybody_comes_in() -> None:
    """An empty PIN has no hash, and no hash is no lock."""
    assert hashed("  ") == ""
    assert not PinLock("").is_set
    assert PinLock("").opens("whatever")


def test_four_characters_are_enough() -> None:
    """Digits or words, whatever is around them."""
    assert [is_fit(each) for each in ("123", " 123 ", "1234", "a b c", "")] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_the_wait_grows_and_ends(clock: Clock) -> None:
    """Two slips of the finger are free; then each wrong try waits longer, to five minutes."""
    assert [wait_after(wrong) for wrong in range(12)] == [
        *(0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300)
    ]
    lock = PinLock(HASH, clock=clock)
    waits = []
    for _ in range(5):
        assert not lock.opens("wrong")
        waits.append(lock.wait)
        clock.now += lock.wait
    assert waits == [0, 0, 5, 10, 20]


def test_no_try_counts_while_there_is_a_wait(clock: Clock) -> None:
    """Not even the right one opens, and a wrong one makes the wait no longer."""
    lock = PinLock(HASH, clock=clock)
    assert [lock.opens("wrong") for _ in range(3)] == [False] * 3
    clock.now += 1.5
    assert lock.wait == 4
    assert not lock.opens("wrong")
    assert not lock.opens(PIN)
    assert lock.wait == 4
    clock.now += 4
    assert lock.opens(PIN)
    assert lock.wait == 0
    assert not lock.opens("wrong")
    assert lock.wait == 0


def test_a_program_started_anew_remembers_who_guessed(clock: Clock, tmp_path: Path) -> None:
    """The count is on disk before a try is looked at, and says nothing of the PIN."""
    file = tmp_path / "data" / "tries.json"
    lock = PinLock(HASH, TryBook(file), clock)
    for guess in ("12345", "grey seals", "seal"):
        assert not lock.opens(guess)
    again = PinLock(HASH, TryBook(file), clock)
    assert again.wait == 5
    assert PinLock(hashed("another"), TryBook(file), clock).wait == 0
    written = file.read_text("utf-8")
    assert [written.count(each) for each in ("argon2", "seal", "12345")] == [0, 0, 0]
    clock.now += 5
    assert again.opens(PIN)
    assert json.loads(file.read_text("utf-8")) == {}


def test_a_clock_set_back_is_no_wait_without_end(clock: Clock) -> None:
    """It waits as long as it would have, counted from now."""
    lock = PinLock(HASH, clock=clock)
    assert [lock.opens("wrong") for _ in range(3)] == [False] * 3
    clock.now -= 365 * 86_400
    assert lock.wait == 5
    clock.now += 5
    assert lock.wait == 0
    assert lock.opens(PIN)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{", '{"a": 3}', '{"a": ["x", 1]}', '{"a": [1, Infinity]}', '{"a": [-1, 1]}'),
        "[" * 90_000,
    ],
)
def test_a_damaged_book_counts_for_empty(text: str, tmp_path: Path) -> None:
    """It keeps nobody out and no program from starting."""
    file = tmp_path / "tries.json"
    file.write_text(text)
    lock = PinLock(HASH, TryBook(file))
    assert lock.wait == 0
    assert lock.opens(PIN)


def test_a_book_that_cannot_be_written_still_counts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In memory, with a word to the log."""
    (tmp_path / "data").write_text("a file where the folder should be")
    book = TryBook(tmp_path / "data" / "tries.json")
    with caplog.at_level(logging.WARNING):
        book.keep(HASH, Tries(3, 1.0))
    assert book.of(HASH) == Tries(3, 1.0)
    assert "were not written" in caplog.text


def begun(path: Path | None, reading: PackReading, pin: str = PIN) -> Session:
    """An exercise with a PIN."""
    return Session.create(path, reading, Setup("Spring", "B", 2), seed_from_number(3), pin)


def test_a_pin_goes_with_its_exercise(harbour: PackReading, tmp_path: Path) -> None:
    """Closed and opened, replayed, read while it is open, saved elsewhere: it is the same PIN."""
    path, copy = tmp_path / "a.wargame", tmp_path / "b.wargame"
    session = begun(path, harbour)
    hashes = [session.pin_hash, read_session(path).pin_hash]
    session.save_as(copy)
    session.close()
    again = Session.open(copy)
    hashes += [again.pin_hash, read_session(path).pin_hash]
    again.close()
    assert [PinLock(each).opens(PIN) for each in hashes] == [True] * 4
    assert [PinLock(each).opens("wrong") for each in hashes] == [False] * 4


def test_a_pin_stays_when_the_disk_is_full(harbour: PackReading, tmp_path: Path) -> None:
    """An exercise that goes on in memory asks as before, and so does what is saved of it."""
    session = begun(tmp_path / "a.wargame", harbour)
    (tmp_path / "a.wargame").unlink()
    session.submit(TakeNote("The stick was pulled out"), FACILITATOR)
    assert session.saved.in_memory
    assert PinLock(session.pin_hash).opens(PIN)
    session.save_as(tmp_path / "b.wargame")
    session.close()
    assert PinLock(read_session(tmp_path / "b.wargame").pin_hash).opens(PIN)


def test_a_damaged_file_still_asks(harbour: PackReading, tmp_path: Path) -> None:
    """Where an entry was altered, replay shows the rest, and asks for the same PIN."""
    path = tmp_path / "a.wargame"
    session = begun(path, harbour)
    session.submit(TakeNote("The room is quiet"), FACILITATOR)
    session.close()
    whole = path.read_bytes()
    assert whole.count(b"The room is quiet") == 1
    path.write_bytes(whole.replace(b"The room is quiet", b"The room is quick"))
    saved = read_session(path)
    assert not saved.complete
    assert PinLock(saved.pin_hash).opens(PIN)
    assert not PinLock(saved.pin_hash).opens("wrong")


def test_a_pin_stands_nowhere_in_clear(harbour: PackReading, tmp_path: Path) -> None:
    """Its hash is in the table of secrets alone, not in an entry, a repr or what replays read."""
    path = tmp_path / "a.wargame"
    session = begun(path, harbour)
    session.reset_pin("another one")
    session.close()
    saved = read_session(path)
    entries = repr(saved.entries)
    for text in (entries, repr(saved), str([line.text for line in saved.log])):
        assert "argon2" not in text
        assert "another one" not in text
    raw = path.read_bytes()
    assert (raw.count(PIN.encode()), raw.count(b"another one")) == (0, 0)
    assert saved.pin_hash.startswith("$argon2id$")


def test_an_old_hash_is_gone_once_a_pin_was_reset(session: Session) -> None:
    """Only the new PIN opens, and without one nobody is asked."""
    session.reset_pin("the first")
    first = session.pin_hash
    session.reset_pin("the second")
    assert not PinLock(session.pin_hash).opens("the first")
    assert PinLock(session.pin_hash).opens("the second")
    assert session.pin_hash != first
    session.reset_pin("")
    assert session.pin_hash == ""
    assert read_back(session) == session.play


def test_a_pin_that_no_window_takes_is_refused(session: Session) -> None:
    """Longer than the field, or with half a character: nothing is recorded, the old one stays."""
    for pin in ("a" * 65, "\ud800abc", "abc"):
        with pytest.raises(SessionFault, match="4 to 64 characters"):
            session.reset_pin(pin)
    assert "pin_reset" not in {entry.kind for entry in session.entries}
    assert not PinLock(HASH).opens("\ud800abc")


def test_a_forged_hash_does_not_hold_the_window(session: Session) -> None:
    """One that would take minutes is nobody's, and told at once."""
    forged = re.sub(r"t=\d+", "t=4000000000", HASH)
    assert forged != HASH
    assert not PinLock(forged).opens(PIN)


def test_two_windows_count_the_same_tries(tmp_path: Path) -> None:
    """Guessing in turns in two programs is guessing all the same."""
    file = tmp_path / "tries.json"
    locks = [PinLock(HASH, TryBook(file), clock=lambda: 0.0) for _ in range(2)]
    for place in range(4):
        assert not locks[place % 2].opens("0000")
    assert [lock.wait for lock in locks] == [5, 5]


def test_a_hash_takes_the_work_that_was_promised() -> None:
    """Tests hash lightly; a facilitator's PIN costs a guesser three rounds over 64 MiB each."""
    before = use_work(OURS)
    try:
        assert "$m=65536,t=3,p=4$" in hashed("grey seal")
    finally:
        use_work(before)
