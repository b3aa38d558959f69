"""Who sits where, and what each seat is doing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.play import Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.seat_lines import SeatLine, player_words, seat_lines
from tests.harbour_exercise import adjudicated, closed, open_orders, seal


def line_of(session: Session, seat: str) -> SeatLine:
    """The line of one seat as things stand."""
    [line] = [each for each in seat_lines(session.scenario, session.play) if each.seat == seat]
    return line


def test_seats_stand_in_the_order_of_the_pack(session: Session) -> None:
    """Everybody at the table, control included."""
    seats = [line.seat for line in seat_lines(session.scenario, session.play)]
    assert seats == [seat.id for seat in session.scenario.seats]


def test_a_seat_drafts_writes_and_seals(session: Session) -> None:
    """Before its phase a draft is a draft; in it, writing; then sealed, with how many."""
    said = [line_of(session, "astra").state]
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    said.append(line_of(session, "astra").state)
    open_orders(session)
    said.append(line_of(session, "astra").state)
    seal(session, "astra", Wish("call_talks"), Wish("protest"))
    said.append(line_of(session, "astra").state)
    assert said == ["orders not started", "has a draft, 1 of 2", "writing, 1 of 2", "sealed 2 of 2"]
    assert line_of(session, "astra").doing == "sealed"


def test_whoever_took_their_orders_off_again_writes_none(session: Session) -> None:
    """How long somebody has been writing is told of a seat that has something written."""
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    open_orders(session)
    later = datetime.now(UTC) + timedelta(minutes=3, seconds=30)
    lines = {each.seat: each for each in seat_lines(session.scenario, session.play, later)}
    assert lines["astra"].readiness == ("brief unopened", "for 3 min")
    session.submit(DraftOrders("astra", ()), "astra")
    lines = {each.seat: each for each in seat_lines(session.scenario, session.play, later)}
    assert lines["astra"].state == "orders not started"
    assert lines["astra"].readiness == ("brief unopened",)


def test_opened_orders_are_counted(session: Session) -> None:
    """After adjudication each seat says how many of its orders were opened."""
    adjudicated(session)
    assert line_of(session, "astra").state == "1 order opened"
    assert line_of(session, "press").state == "0 orders opened"


def test_who_plays_a_seat(session: Session) -> None:
    """People by name, control with or without names, a habit by its name."""
    told = [
        player_words(session.scenario, seating)
        for seating in (
            Seating("astra", ("Ana", "Ben")),
            Seating("astra"),
            Seating("astra", (), "control"),
            Seating("astra", ("Pia",), "control"),
            Seating("astra", (), "habit:cautious"),
            Seating("astra", (), "habit:long_gone"),
        )
    ]
    assert told == [
        "Ana, Ben",
        "Nobody by name yet",
        "Facilitator",
        "Facilitator: Pia",
        "Habit: Cautious",
        "Habit: long_gone",
    ]


def test_a_habit_is_not_handed_the_laptop(session: Session) -> None:
    """Everybody else may be, and may be reseated until the exercise is over."""
    assert not line_of(session, "caldis").may_open
    session.submit(Reseat("caldis", ("Noor",), "person"), FACILITATOR)
    assert line_of(session, "caldis").may_open
    assert line_of(session, "caldis").may_reseat
    adjudicated(session)
    session.submit(CloseTurn(), FACILITATOR)
    session.submit(Finish(), FACILITATOR)
    assert not line_of(session, "caldis").may_reseat
    assert line_of(session, "caldis").state == "finished"


def test_a_seat_that_ever_sealed_is_not_said_to_have_left_its_brief(session: Session) -> None:
    """Nobody waits for it to be read any more, in that turn and in those to come."""
    open_orders(session)
    assert line_of(session, "astra").readiness == ("brief unopened",)
    seal(session, "astra", Wish("call_talks"))
    assert line_of(session, "astra").readiness == ()
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    assert session.play.turn == 2
    assert line_of(session, "astra").readiness == ()
