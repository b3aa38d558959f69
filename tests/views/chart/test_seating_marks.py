"""Marks on the chart where somebody came, left or handed over."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.chart.seating_marks import seating_marks
from idlib_wargame.views.known_play import known_play
from tests.harbour_exercise import SEATING, begin, closed, open_orders


def words_of(session: Session) -> list[tuple[int, str]]:
    """The marks of an exercise as the facilitator reads them."""
    marks = seating_marks(session.scenario, session.play.reseatings)
    return [(mark.turn, mark.words) for mark in marks]


def test_who_came_and_went_is_marked_in_its_turn(harbour: PackReading) -> None:
    """A late arrival, one who leaves, a hand-over, a habit and back; no undo takes it away."""
    session = begin(harbour)
    changes = [
        ("astra", ("Ana", "Ben", "Cy"), "person"),
        ("astra", ("Ana", "Cy"), "person"),
        ("borea", ("Dora",), "person"),
    ]
    for change in changes:
        session.submit(Reseat(*change), FACILITATOR)
    closed(session)
    open_orders(session)
    for player in ("habit:cautious", "person", "person"):
        session.submit(Reseat("borea", ("Dora",), player), FACILITATOR)
    session.submit(Undo(), FACILITATOR)
    assert words_of(session) == [
        (1, "Astra: Cy came"),
        (1, "Astra: Ben left"),
        (1, "Borea: Dora for Carla"),
        (2, "Borea from now on: Habit: Cautious"),
        (2, "Borea from now on: Dora"),
    ]


def test_taking_seats_before_it_begins_is_no_arrival(harbour: PackReading) -> None:
    """And what seats and room read holds none of it at any time."""
    session = Session.create(None, harbour, Setup("Course", "B", 4, seating=SEATING))
    session.submit(Reseat("borea", ("Dora",), "person"), FACILITATOR)
    assert words_of(session) == []
    begun = begin(harbour)
    begun.submit(Reseat("borea", ("Dora",), "person"), FACILITATOR)
    for seat in ("astra", ""):
        known = known_play(begun.play, begun.referee.sight(seat))
        assert len(known.reseatings) == 0
