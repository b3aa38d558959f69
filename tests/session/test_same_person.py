"""Who is the same person as people are seated: mute and PIN go along, and no namesake's do."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from tests.session.exercises import begun, do, read_back

OLD, NEW = "the old one", "the new one"


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """Olga at Astra; two people called Sami."""
    seating = (
        Seating("astra", ("Olga", "Sami")),
        Seating("borea", ("Sami",)),
        Seating("caldis", ("Noor",)),
    )
    return begun(harbour, seating=seating)


def seat(session: Session, at: str, *people: str) -> None:
    """The facilitator says who sits there."""
    do(session, Reseat(at, people, "person"))


def opens(session: Session, at: str, pin: str) -> str | None:
    """Whose PIN that is at a seat."""
    return SeatPins(session, at).lock.owner_of(pin)


def has_pin(session: Session, at: str, person: str) -> bool:
    """Whether a PIN is asked of whoever sits there by that name."""
    return person in SeatPins(session, at).hashes()


def test_whoever_is_added_at_a_seat_before_they_are_taken_off_the_old_stays_muted(
    session: Session,
) -> None:
    """Until they may act again; at both for as long as they sit at both."""
    do(session, Mute("Olga", "astra"))
    seat(session, "borea", "Sami", "Olga")
    assert session.play.muted == {("astra", "olga"), ("borea", "olga")}
    seat(session, "astra", "Sami")
    assert session.play.muted == {("borea", "olga")}
    do(session, Mute("Olga", "borea", is_muted=False))
    seat(session, "borea", "Sami")
    seat(session, "caldis", "Noor", "Olga")
    assert session.play.muted == frozenset()
    assert read_back(session) == session.play


def test_whoever_is_muted_at_the_old_seat_once_they_were_added_at_the_new_stays_so(
    session: Session,
) -> None:
    """In whatever order the facilitator does it."""
    seat(session, "borea", "Sami", "Olga")
    do(session, Mute("Olga", "astra"))
    seat(session, "astra", "Sami")
    assert session.play.muted == {("borea", "olga")}


def test_whoever_was_added_elsewhere_by_a_slip_and_taken_off_again_stays_who_they_are(
    session: Session,
) -> None:
    """Muted, with their PIN, at the next seat too."""
    SeatPins(session, "astra").set("Olga", OLD)
    do(session, Mute("Olga", "astra"))
    seat(session, "borea", "Sami", "Olga")
    seat(session, "borea", "Sami")
    seat(session, "astra", "Sami")
    seat(session, "caldis", "Olga")
    assert session.play.muted == {("caldis", "olga")}
    assert opens(session, "caldis", OLD) == "Olga"


def test_whoever_is_muted_where_they_still_sit_comes_muted_to_a_third_seat(
    session: Session,
) -> None:
    """Off one of their two seats, and let in at another."""
    seat(session, "borea", "Sami", "Olga")
    for at, pin in (("astra", OLD), ("borea", NEW)):
        SeatPins(session, at).set("Olga", pin)
    do(session, Mute("Olga", "borea"))
    seat(session, "astra", "Sami")
    seat(session, "caldis", "Noor", "Olga")
    assert session.play.muted == {("borea", "olga"), ("caldis", "olga")}
    assert read_back(session) == session.play


def test_whoever_is_muted_at_one_of_two_seats_acts_at_the_other_as_before(
    session: Session,
) -> None:
    """Taken off there and put back."""
    seat(session, "borea", "Sami", "Olga")
    for at, pin in (("astra", OLD), ("borea", NEW)):
        SeatPins(session, at).set("Olga", pin)
    do(session, Mute("Olga", "borea"))
    seat(session, "astra", "Sami")
    seat(session, "astra", "Sami", "Olga")
    assert session.play.muted == {("borea", "olga")}


def test_a_namesake_is_not_muted_by_a_change_at_their_own_seat(session: Session) -> None:
    """The one who was taken away stays muted, and comes so where they are seated next."""
    do(session, Mute("Sami", "astra"))
    seat(session, "astra", "Olga")
    seat(session, "borea", "Sami", "Piet")
    assert ("borea", "sami") not in session.play.muted
    seat(session, "caldis", "Noor", "Sami")
    assert session.play.muted == {("caldis", "sami")}


def test_where_several_may_be_meant_it_is_somebody_new(session: Session) -> None:
    """Without a PIN, and muted where one of those is: the desk shows it, and may lift it."""
    for at, pin in (("astra", OLD), ("borea", NEW)):
        SeatPins(session, at).set("Sami", pin)
    do(session, Mute("Sami", "astra"))
    seat(session, "astra", "Olga")
    seat(session, "borea")
    seat(session, "caldis", "Sami")
    assert not has_pin(session, "caldis", "Sami")
    assert ("caldis", "sami") in session.play.muted


def test_whoever_is_seated_where_all_of_that_name_are_muted_is_muted(session: Session) -> None:
    """It may be any of them."""
    do(session, Mute("Sami", "astra"), Mute("Sami", "borea"))
    seat(session, "astra", "Olga")
    seat(session, "borea")
    seat(session, "caldis", "Sami")
    assert ("caldis", "sami") in session.play.muted


def test_one_pin_goes_along_and_a_new_one_takes_its_place_everywhere(session: Session) -> None:
    """Back at the old seat the old one opens nothing, and lies nowhere in the file."""
    SeatPins(session, "astra").set("Olga", OLD)
    seat(session, "astra", "Sami")
    seat(session, "borea", "Sami", "Olga")
    assert opens(session, "borea", OLD) == "Olga"
    SeatPins(session, "borea").set("Olga", NEW, given=OLD)
    seat(session, "borea", "Sami")
    seat(session, "astra", "Sami", "Olga")
    assert (opens(session, "astra", OLD), opens(session, "astra", NEW)) == (None, "Olga")
    assert len(session._record.secrets) == 1


def test_whoever_sits_by_that_name_later_has_not_the_pin_of_who_left(session: Session) -> None:
    """Nor has who left, once the PIN is reset where they sit."""
    SeatPins(session, "astra").set("Olga", OLD)
    seat(session, "astra", "Sami")
    seat(session, "borea", "Sami", "Olga")
    seat(session, "astra", "Sami", "Olga")
    assert not has_pin(session, "astra", "Olga")
    SeatPins(session, "astra").set("Olga", NEW)
    assert (opens(session, "astra", OLD), opens(session, "borea", OLD)) == (None, "Olga")
    SeatPins(session, "borea").reset("Olga")
    assert (opens(session, "astra", NEW), has_pin(session, "borea", "Olga")) == ("Olga", False)
    assert len(session._record.secrets) == 1


def test_whoever_was_added_first_has_their_pin_and_a_namesake_has_their_own(
    session: Session,
) -> None:
    """Who has set one beside them is somebody else."""
    SeatPins(session, "astra").set("Olga", OLD)
    seat(session, "borea", "Olga")
    seat(session, "caldis", "Olga")
    SeatPins(session, "caldis").set("Olga", NEW)
    seat(session, "astra", "Sami")
    assert [opens(session, at, OLD) for at in ("borea", "caldis")] == ["Olga", None]
    assert opens(session, "caldis", NEW) == "Olga"


def test_a_reset_that_the_record_tells_of_ends_a_pin_whatever_lies_beside_it(
    session: Session,
) -> None:
    """A hash opens only by the entry that told of it."""
    pins = SeatPins(session, "astra")
    pins.set("Olga", OLD)
    (pin_hash,) = pins.hashes().values()
    (name,) = session._record.secrets
    pins.reset("Olga")
    session._record.keep_secret(name, pin_hash)
    assert not has_pin(session, "astra", "Olga")


def test_whoever_is_put_back_at_both_seats_that_they_had_is_who_they_were_at_each(
    session: Session,
) -> None:
    """Also where the facilitator took them off both by a slip."""
    SeatPins(session, "astra").set("Sami", "4711")
    SeatPins(session, "borea").set("Sami", "9999")
    do(session, Mute("Sami", "borea"))
    seat(session, "astra", "Olga")
    seat(session, "borea")
    seat(session, "borea", "Sami")
    seat(session, "astra", "Olga", "Sami")
    assert session.play.muted == {("borea", "sami")}
    assert (opens(session, "astra", "4711"), opens(session, "borea", "9999")) == ("Sami", "Sami")
    assert read_back(session) == session.play


def test_nobody_acts_again_by_being_moved_once_they_sat_at_two_seats(session: Session) -> None:
    """It may be the muted one of the two, whose PIN nobody else is asked for."""
    SeatPins(session, "borea").set("Sami", "9999")
    seat(session, "astra", "Olga")
    do(session, Mute("Sami", "borea"))
    seat(session, "borea")
    seat(session, "caldis", "Noor", "Sami")
    assert ("caldis", "sami") in session.play.muted
    assert not has_pin(session, "caldis", "Sami")
