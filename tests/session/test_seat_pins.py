"""The PINs of those who sit at a seat, from the first to one that was forgotten."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.pins import PinLock, hashed, owner_among
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.tries import TryBook
from tests.clocks import Stopwatch
from tests.session.exercises import begun, do, last_line

ADA, AMIR, BO = "ada's own", "amir's own", "bo's own"


def why_not(pins: SeatPins, person: str, pin: str, given: str = "") -> str:
    """Why a PIN may not be set so; the one that there was stays."""
    before = pins.hashes()
    with pytest.raises(Refused) as refused:
        pins.set(person, pin, given)
    assert pins.hashes() == before
    return str(refused.value)


def test_a_seat_opens_to_the_pin_of_anybody_who_sits_there(session: Session) -> None:
    """And to nobody else's."""
    pins = SeatPins(session, "astra")
    assert pins.lock.opens("whatever")
    pins.set("Ada", ADA)
    pins.set("Amir", AMIR, given=ADA)
    SeatPins(session, "borea").set("Bo", BO)
    assert [pins.lock.owner_of(each) for each in (ADA, AMIR, BO)] == ["Ada", "Amir", None]


def test_no_entry_holds_a_pin_or_its_hash(session: Session) -> None:
    """Nor tells anybody more than that one was set."""
    SeatPins(session, "astra").set("Ada", ADA)
    (pin_hash,) = SeatPins(session, "astra").hashes().values()
    said = "\n".join(entry.body.text for entry in session.entries)
    assert "argon2" in pin_hash
    assert ADA not in said
    assert "argon2" not in said


def test_whoever_is_new_beside_somebody_is_let_in_by_them(session: Session) -> None:
    """Nobody from another seat calls themselves Amir and sets a PIN of their own."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    refused = "That is not the PIN of anybody at this seat."
    assert why_not(pins, "Amir", AMIR) == refused
    assert why_not(pins, "Amir", AMIR, given="guessed") == refused
    pins.set("Amir", AMIR, given=ADA)
    assert pins.lock.owners == ("Ada", "Amir")


def test_a_pin_is_changed_by_whoever_has_it(session: Session) -> None:
    """Not by somebody beside them."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    pins.set("Amir", AMIR, given=ADA)
    assert why_not(pins, "Ada", "another", given=AMIR) == "That is not the PIN that you have now."
    pins.set("Ada", "another", given=ADA)
    assert not pins.lock.opens(ADA)
    assert pins.lock.opens("another")


def test_a_forgotten_pin_is_reset_from_the_desk(session: Session) -> None:
    """Its person begins anew without another's; the seat reads of it; others keep theirs."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    pins.set("Amir", AMIR, given=ADA)
    pins.reset("Ada")
    assert last_line(session) == "The facilitator has reset the PIN of Ada at Astra."
    assert [pins.lock.opens(each) for each in (ADA, AMIR)] == [False, True]
    assert [(each.was_reset, each.may_begin) for each in pins.people()] == [
        (True, True),
        (False, False),
    ]
    pins.set("Ada", "a new one")
    assert pins.lock.opens("a new one")
    assert not any(each.was_reset for each in pins.people())


def test_a_seat_goes_without_until_somebody_sets_one(session: Session) -> None:
    """Nobody takes away, by going without, what another has set."""
    pins = SeatPins(session, "astra")
    pins.go_without("Ada")
    assert not pins.lock.is_set
    pins.set("Amir", AMIR)
    with pytest.raises(Refused, match="A PIN has been set at this seat"):
        pins.go_without("Ada")


def test_a_seat_that_changes_hands_opens_to_no_old_pin(session: Session) -> None:
    """Those who come begin anew; who comes back has the PIN of before; an undo is coming back."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    do(session, Reseat("astra", ("Cy",), "person"))
    assert not pins.lock.is_set
    pins.set("Cy", "cy's own")
    assert not pins.lock.opens(ADA)
    do(session, Reseat("astra", ("Ada",), "person"))
    assert pins.lock.opens(ADA)
    assert not pins.lock.opens("cy's own")


def test_people_of_one_name(harbour: PackReading) -> None:
    """At two seats each has a PIN of their own; at one seat they have one between them."""
    session = begun(
        harbour,
        seating=(Seating("astra", ("Ana", "Ana ")), Seating("borea", ("Ana",))),
    )
    astra, borea = SeatPins(session, "astra"), SeatPins(session, "borea")
    assert [each.name for each in astra.people()] == ["Ana"]
    astra.set("Ana", ADA)
    borea.set("Ana", BO)
    assert [astra.lock.opens(each) for each in (ADA, BO)] == [True, False]
    assert [borea.lock.opens(each) for each in (ADA, BO)] == [False, True]


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Ångström", "A\u030angstro\u0308m"),
        ("../../etc/passwd\n", "../../etc/passwd"),
        ("Robert'); DROP TABLE secrets;--", "Robert'); DROP TABLE secrets;--"),
        ("ﷺ\u202e{seat}", "ﷺ\u202e{seat}"),
        ("x" * 5000, "x" * 5000),
        ("Olga", " OLGA "),
        ("Jo  Weiß", "jo weiss"),
    ],
)
def test_odd_names(harbour: PackReading, tmp_path: Path, name: str, again: str) -> None:
    """However a keyboard puts it together, a name is the same, also in the file opened again."""
    path = tmp_path / "odd.wargame"
    session = begun(harbour, path, seating=(Seating("astra", (name, "Bo")),))
    SeatPins(session, "astra").set(again, ADA)
    session.close()
    session = Session.open(path)
    do(session, Reseat("astra", (again, "Bo"), "person"))
    assert SeatPins(session, "astra").lock.opens(ADA)
    session.close()


def test_pins_go_along_when_the_record_is_saved_elsewhere(
    harbour: PackReading, tmp_path: Path
) -> None:
    """The curtain stays shut on the other laptop too."""
    session = begun(harbour)
    SeatPins(session, "astra").set("Ada", ADA)
    session.save_as(tmp_path / "b.wargame")
    session.close()
    session = Session.open(tmp_path / "b.wargame")
    assert SeatPins(session, "astra").lock.opens(ADA)
    assert not SeatPins(session, "astra").lock.opens("guessed")
    session.close()


def test_a_guess_counts_at_each_pin_of_the_seat_across_windows_and_restarts(
    session: Session, tmp_path: Path
) -> None:
    """Three are free; then there is a wait, in a second window and another program too."""
    clock = Stopwatch()
    SeatPins(session, "astra").set("Ada", ADA)
    SeatPins(session, "astra").set("Amir", AMIR, given=ADA)

    def lock() -> PinLock:
        return SeatPins(session, "astra", PinLock("", TryBook(tmp_path / "tries"), clock)).lock

    assert [lock().opens("guessed") for _ in range(3)] == [False] * 3
    assert lock().wait > 0
    assert not lock().opens(AMIR)
    clock.now += 10
    assert lock().opens(AMIR)
    assert lock().wait == 0


def test_who_guesses_at_a_seat_keeps_the_facilitator_from_nothing(session: Session) -> None:
    """The waits of one lock are not those of another."""
    clock = Stopwatch()
    session.reset_pin("of control")
    desk = PinLock(session.pin_hash, TryBook(), clock)
    pins = SeatPins(session, "astra", desk)
    pins.set("Ada", ADA)
    assert [pins.lock.opens("guessed") for _ in range(4)] == [False] * 4
    assert pins.lock.wait > 0
    assert desk.wait == 0
    assert desk.opens("of control")


def test_a_pin_that_is_not_fit_is_refused(session: Session) -> None:
    """It is told before anything is written."""
    pins = SeatPins(session, "astra")
    assert why_not(pins, "Ada", "abc") == "A PIN has 4 to 64 characters."
    assert why_not(pins, "Bo", ADA) == "Bo does not sit at Astra."


def opened_elsewhere(lock: PinLock | None, pin: str) -> str | None:
    """Whose PIN it is, looked up on a thread that has nothing of the session."""
    assert lock is not None
    hashes = lock.begin_try()
    assert hashes is not None
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(owner_among, hashes, pin).result()
    return lock.end_try(hashes, found)


def test_a_pin_is_looked_up_off_the_sessions_thread(session: Session) -> None:
    """The try is counted before, and the counting ends with the right one."""
    clock = Stopwatch()
    pins = SeatPins(session, "astra", PinLock("", TryBook(), clock))
    pins.set("Ada", ADA)
    assert opened_elsewhere(pins.lock, BO) is None
    assert opened_elsewhere(pins.lock, ADA) == "Ada"
    for _guess in range(3):
        assert pins.lock.begin_try() is not None  # each is counted, looked at or not
    assert pins.lock.begin_try() is None
    assert pins.lock.wait == 5
    assert pins.lock.owner_of(ADA) is None


def test_guesses_made_at_once_are_counted_each(session: Session) -> None:
    """Nobody gets a fourth by not waiting for the answer to the third."""
    pins = SeatPins(session, "astra", PinLock("", TryBook(), Stopwatch()))
    pins.set("Ada", ADA)
    begun_at_once = [pins.lock.begin_try() for _ in range(10)]
    assert [each is not None for each in begun_at_once] == [True] * 3 + [False] * 7


def test_the_facilitator_lifts_the_delay(session: Session) -> None:
    """Of those at that seat, and of no other."""
    among = PinLock("", TryBook(), Stopwatch())
    seats = [SeatPins(session, seat, among) for seat in ("astra", "borea")]
    seats[0].set("Ada", ADA)
    seats[1].set("Bo", BO)
    for pins in seats:
        for _guess in range(4):
            pins.lock.owner_of("guessed")
    seats[0].lock.lift()
    assert [pins.lock.wait for pins in seats] == [0, 5]
    assert seats[0].lock.owner_of(ADA) == "Ada"


def test_a_pin_that_was_replaced_meanwhile_opens_nothing(session: Session) -> None:
    """The facilitator reset it while it was being looked up."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    hashes = pins.lock.begin_try()
    assert hashes is not None
    owner = owner_among(hashes, ADA)
    pins.reset("Ada")
    assert owner == "Ada"
    assert pins.lock.end_try(hashes, owner) is None


def test_nothing_is_counted_of_a_pin_that_was_replaced(session: Session, tmp_path: Path) -> None:
    """Though it was being tried as somebody with the right one set another."""
    book = tmp_path / "tries"
    pins = SeatPins(session, "astra", PinLock("", TryBook(book), Stopwatch()))
    pins.set("Ada", ADA)
    for old, new in ((ADA, "another"), ("another", "a third"), ("a third", ADA)):
        lock = pins.lock_for("Ada")
        assert lock is not None
        hashes = lock.begin_try()
        assert hashes is not None
        opened_by = lock.end_try(hashes, owner_among(hashes, old))
        late = pins.lock.begin_try()
        assert late is not None
        pins.set_hashed("Ada", hashed(new), opened_by)
        assert pins.lock.end_try(late, "Ada") is None
        assert json.loads(book.read_text()) == {}


def test_a_pin_that_was_hashed_elsewhere_is_set_with_every_check(session: Session) -> None:
    """The first begins; who is new is let in by one beside them; each changes their own alone."""
    pins = SeatPins(session, "astra")
    assert pins.lock_for("Ada") is None
    pins.set_hashed("ADA", hashed(ADA))
    assert pins.lock.owner_of(ADA) == "Ada"
    for opened_by in (None, "Amir", "Bo", ""):
        with pytest.raises(Refused, match="not the PIN of anybody at this seat"):
            pins.set_hashed("Amir", hashed(AMIR), opened_by)
    pins.set_hashed("Amir", hashed(AMIR), opened_elsewhere(pins.lock_for("Amir"), ADA))
    assert pins.lock.owners == ("Ada", "Amir")
    own = pins.lock_for("Amir")
    assert own is not None
    assert own.owners == ("Amir",)
    assert opened_elsewhere(own, ADA) is None
    for opened_by in (None, "Ada"):
        with pytest.raises(Refused, match="not the PIN that you have now"):
            pins.set_hashed("Amir", hashed("another"), opened_by)
    pins.set_hashed("Amir", hashed("another"), opened_elsewhere(own, AMIR))
    assert pins.lock.owner_of("another") == "Amir"
    with pytest.raises(Refused, match="does not sit at Astra"):
        pins.set_hashed("Bo", hashed(BO), "Ada")
    with pytest.raises(Refused, match="A PIN has"):
        pins.set_hashed("Ada", "", "Ada")


def test_two_who_begin_at_once_do_not_both(session: Session) -> None:
    """While the second was hashing, the first has set theirs: now that is asked for."""
    pins = SeatPins(session, "astra")
    ada, amir = hashed(ADA), hashed(AMIR)
    assert (pins.lock_for("Ada"), pins.lock_for("Amir")) == (None, None)
    pins.set_hashed("Ada", ada)
    with pytest.raises(Refused, match="not the PIN of anybody at this seat"):
        pins.set_hashed("Amir", amir)


def test_what_is_no_new_pin_is_said_before_it_is_hashed(session: Session) -> None:
    """Too short, or the one that the curtain was opened with."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    with pytest.raises(Refused, match="A PIN has 4 to 64 characters"):
        pins.check_new("Amir", "abc", ADA)
    with pytest.raises(Refused, match="Choose another PIN"):
        pins.check_new("Amir", ADA, ADA)
    pins.check_new("Amir", AMIR, ADA)


def test_a_pin_that_is_set_to_what_it_was_writes_nothing(session: Session) -> None:
    """Nobody reads of a change that was none."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    entries = len(session.entries)
    said = "The new PIN is the same as the old one; choose another."
    assert why_not(pins, "Ada", ADA, given=ADA) == said
    assert why_not(pins, "Ada", BO, given=AMIR) == "That is not the PIN that you have now."
    assert len(session.entries) == entries


def test_somebody_on_a_device_of_their_own_sets_their_first_pin(session: Session) -> None:
    """Amir comes with a phone of his own, and Ada is not here to let him in."""
    pins = SeatPins(session, "astra")
    pins.set("Ada", ADA)
    pins.set_first("Amir", hashed(AMIR))
    assert pins.lock.owners == ("Ada", "Amir")
    for person in ("Ada", "Amir"):
        with pytest.raises(Refused, match="has set a PIN by that name already"):
            pins.set_first(person, hashed("9999"))
    with pytest.raises(Refused, match="has set a PIN by that name already"):
        pins.set_first("Bo", hashed("9999"))
    assert pins.lock.owner_of(ADA) == "Ada"
