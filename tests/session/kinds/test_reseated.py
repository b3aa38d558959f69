"""Who sits at a seat changes, or who plays it."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.reseated import (
    RESEATED,
    Reseat,
    seating_from_body,
    seating_to_body,
)
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.session.exercises import (
    SEATING,
    SEATS_AND_ROOM,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    told_to,
)


@pytest.mark.parametrize("seating", SEATING, ids=lambda seating: seating.played_by)
def test_a_seating_reads_back_as_it_was_written(seating: Seating) -> None:
    """People, control and habits alike."""
    assert seating_from_body(seating_to_body(seating)) == seating


def test_the_seat_is_played_by_another_from_now_on(session: Session) -> None:
    """A habit that takes a seat over is not waited for; the other seats stay as they were."""
    to_orders(session)
    assert session.waiting_for() == ("astra", "borea")
    do(session, Reseat("borea", (), "habit:cautious"))
    assert session.waiting_for() == ("astra",)
    setup = session.play.setup
    assert setup.of("borea") == Seating("borea", (), "habit:cautious")
    assert [setup.of(each.seat) for each in SEATING if each.seat != "borea"] == [
        each for each in SEATING if each.seat != "borea"
    ]
    assert read_back(session) == session.play


@pytest.mark.parametrize("player", ["robot", "habit:unheard_of", "habit:", "person:Bo", ""])
def test_only_a_person_control_or_a_habit_of_the_pack_can_play(
    session: Session, player: str
) -> None:
    """Anything else is refused."""
    said = f"“{player}” cannot play a seat; a person, the facilitator or a habit can."
    assert refusal(session, Reseat("astra", (), player)) == said


def test_the_seat_must_be_there(session: Session) -> None:
    """And the facilitator alone puts people at it, and may take that back."""
    reseat = Reseat("nowhere", (), "person")
    assert refusal(session, reseat) == "There is no seat “nowhere” in this exercise."
    assert refusal(session, Reseat("astra", (), "person"), "astra") == (
        "Only the facilitator may do that."
    )
    assert not RESEATED.undoable


@pytest.mark.parametrize(
    ("people", "player", "line"),
    [
        (("Ann", "Abe"), "person", "Astra is now Ann, Abe, played by people."),
        ((), "person", "Astra is now nobody by name, played by people."),
        (("Ann",), "control", "Astra is now Ann, played by the facilitator."),
        ((), "control", "Astra is now nobody by name, played by the facilitator."),
        (("Ann",), "habit:cautious", "Astra is now Ann, played by the habit “Cautious”."),
        ((), "habit:cautious", "Astra is now nobody by name, played by the habit “Cautious”."),
    ],
)
def test_only_control_reads_who_and_by_what(
    session: Session, people: tuple[str, ...], player: str, line: str
) -> None:
    """The others read that there is a change."""
    do(session, Reseat("astra", people, player))
    assert last_line(session) == line
    assert told_to(session) == {CONTROL}
    covered = {last_line(session, reader) for reader in SEATS_AND_ROOM}
    assert covered == {"Who plays Astra has changed."}


def test_a_name_spelt_otherwise_is_no_other_person(session: Session) -> None:
    """One who is typed twice sits there once, and nobody came or went by a capital."""
    do(session, Reseat("astra", ("Ada", "ADA ", "Bea"), "person"), SetTimer(TimerState.RUNNING, 0))
    assert session.play.setup.of("astra").people == ("Ada", "Bea")
    do(session, Reseat("astra", ("Bea", "ada"), "person"))
    assert session.play.setup.of("astra").people == ("Bea", "ada")
    assert tuple(session.play.reseatings) == ()
    assert read_back(session) == session.play
