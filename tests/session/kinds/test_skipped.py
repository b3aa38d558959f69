"""The facilitator holds an inject back this turn."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    SEATS_AND_ROOM,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)


def to_turn_2(session: Session) -> None:
    """Play on until the cold spring is due."""
    while session.play.turn < 2:
        following = session.next_act()
        assert following is not None
        do(session, following[0])


def due(session: Session) -> list[str]:
    """The ids of the injects that are due now."""
    return [inject.id for inject in session.due_injects()]


def test_it_is_not_due_this_turn_and_the_holding_can_be_undone(full_session: Session) -> None:
    """Held back it is due no more; undone, it is again."""
    to_turn_2(full_session)
    assert due(full_session) == ["cold_spring"]
    do(full_session, SkipInject("cold_spring"))
    assert due(full_session) == []
    assert full_session.play.skipped == {(2, "cold_spring")}
    assert read_back(full_session) == full_session.play
    do(full_session, Undo())
    assert due(full_session) == ["cold_spring"]
    struck = [line.text for line in full_session.log() if line.struck]
    assert struck == ["Inject held back: A cold spring."]


def test_what_was_sent_or_is_unknown_cannot_be_held_back(full_session: Session) -> None:
    """Nor can anything once orders are opened, nor by a seat."""
    hold = SkipInject("cold_spring")
    assert refusal(full_session, hold, "astra") == "Only the facilitator may do that."
    assert refusal(full_session, SkipInject("none")) == "There is no inject “none” in this pack."
    do(full_session, SendInject("cold_spring"))
    assert refusal(full_session, hold) == "“A cold spring” was sent in turn 1."
    to_results(full_session)
    assert refusal(full_session, SkipInject("wreck")) == (
        "Orders have been opened; hold it back once the turn is closed."
    )


def test_while_a_report_is_read_it_is_held_for_the_next_turn(full_session: Session) -> None:
    """Which begins with what is due: that is the last moment to hold anything back of it."""
    to_results(full_session)
    do(full_session, CloseTurn())
    assert due(full_session) == ["cold_spring"]
    do(full_session, SkipInject("cold_spring"), MoveOn())
    assert full_session.play.skipped == {(2, "cold_spring")}
    full_session.send_what_is_due(600)
    assert len(full_session.play.messages) == 0
    assert read_back(full_session) == full_session.play


def test_only_control_reads_of_it(full_session: Session) -> None:
    """The line names what the seats do not get."""
    do(full_session, SkipInject("cold_spring"))
    assert last_line(full_session) == "Inject held back: A cold spring."
    assert told_to(full_session) == {CONTROL}
    assert [last_line(full_session, reader) for reader in SEATS_AND_ROOM] == [""] * 5
