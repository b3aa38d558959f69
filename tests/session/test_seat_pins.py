"""The PINs of those who sit at a seat, from the first to one that was forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.pins import PinLock
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
