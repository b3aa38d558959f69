"""What was just done for a seat stays where it was."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.desk.control_seats import ControlSeats
from idlib_wargame.views.desk.done_tasks import done_words, with_done
from tests.session.exercises import begun, to_orders


def test_a_hand_that_presses_twice_finds_the_seat_it_sealed_and_not_the_next(
    full: PackReading,
) -> None:
    """It is greyed in its place, says so, and stays there while others are sealed too."""
    played = ("astra", "borea", "caldis", "press")
    session = begun(full, seating=tuple(Seating(each, (), "control") for each in played))
    to_orders(session)
    seats = ControlSeats(session)
    first = seats.now(True).sections
    names = [row.name for row in first[0].rows]
    done = {}
    standing = first
    for row in first[0].rows[:2]:
        done[row.key] = done_words(row)
        session.submit(SealOrders(row.seat, ()), row.seat)
        standing = with_done(standing, seats.now(True).sections, done)
        assert [each.name for each in standing[0].rows] == names
    assert [row.done for row in standing[0].rows][:3] == ["Sealed", "Sealed", ""]
    assert with_done(standing, first, done) == first  # an undo has them wait again
