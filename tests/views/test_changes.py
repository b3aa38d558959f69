"""What moved since the last turn's orders were opened, and who moved it, as one seat knows it."""

from __future__ import annotations

from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.changes import Situation
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.seat_door import seat_door
from tests.harbour_exercise import SEATING, SEED
from tests.packs.harbour import READ_FULL
from tests.views.silent_nets import played


def because(situation: Situation, track: str) -> tuple[str, ...]:
    """Why that track moved."""
    return next(each.because for each in situation.changes if each.line.id == track)


def test_a_seat_reads_who_moved_what() -> None:
    """Orders, what follows by itself, and news, each with how far it went."""
    situation = seat_view(played(), "astra").situation
    assert because(situation, "stocks") == (
        "Astra: Fish at night behind the patrol line (−1)",
        "The fleets fish on (−1)",
        "News from Fisheries institute · Letter: A cold spring (−1)",
    )
    assert because(situation, "patrols") == ("Borea: Send armed patrols to the bank (+3 boats)",)
    assert situation.caption == (
        "As turn 2 finds it, as far as you know; marked: what turn 1 changed."
    )


def test_what_others_did_in_secret_is_a_reason_not_known() -> None:
    """The track is seen to move; who moved it is not told, and nothing is laid on anybody else."""
    situation = seat_view(played(), "borea").situation
    assert because(situation, "stocks") == (
        "The fleets fish on (−1)",
        "For a reason that is not public (−1)",
        "News from Fisheries institute · Letter: A cold spring (−1)",
    )
    said = " ".join(reason for each in situation.changes for reason in each.because)
    assert "night" not in said
    assert "catch_hidden" not in [each.line.id for each in situation.changes]


def test_in_words_alone_no_reason_has_a_figure() -> None:
    """As everything else that players read there."""
    situation = seat_view(played(numbers=False), "borea").situation
    assert because(situation, "stocks") == (
        "The fleets fish on",
        "For a reason that is not public",
        "News from Fisheries institute · Letter: A cold spring",
    )
    assert not any(letter.isdigit() for letter in situation.rung)


def test_before_the_first_turn_nothing_has_changed() -> None:
    """And the caption says what will stand there."""
    setup = Setup("Course", "Group", 4, seating=SEATING)
    session = Session.create(None, READ_FULL, setup, seed=SEED)
    situation = seat_view(session, "astra").situation
    assert situation.changes == ()
    assert situation.caption.startswith("As the exercise begins.")


def test_every_change_has_a_reason_that_adds_up() -> None:
    """For each seat and each track that moved there is at least one."""
    session, looked = played(), 0
    for seat in session.scenario.seats:
        view = seat_view(session, seat.id)
        moved = [line.id for line in view.tracks if line.way]
        assert [each.line.id for each in view.situation.changes] == moved
        assert all(each.because for each in view.situation.changes)
        looked += len(moved)
    assert looked > 20


def test_a_seat_draws_from_nothing_that_is_not_its_own() -> None:
    """The pack that its map and chart are drawn from has no brief, inject, habit or hidden row."""
    session = played()
    drawing = seat_door(session, "borea").drawing()
    pack = drawing.pack
    assert (pack.injects, pack.habits, pack.aims) == ((), (), ())
    assert not any(seat.brief for seat in drawing.pack.seats)
    assert "catch_hidden" not in [track.id for track in drawing.pack.tracks]
    assert drawing.play.state["catch_hidden"] == 0 != session.play.state["catch_hidden"]
    moves = {card.order.move for turn in drawing.play.closed for card in turn.result.cards}
    assert "send_patrols" in moves
    assert "silent_nets" not in moves
    assert drawing.play.closed is not session.play.closed
