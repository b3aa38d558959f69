"""The facilitator sends an inject of the pack."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.injected import INJECTED, SendInject
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    ASTRA,
    CALDIS,
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)


def test_its_effects_follow_at_once(full_session: Session) -> None:
    """Tracks and clocks move, the turn is noted, and the message is kept."""
    before = full_session.play.state
    do(full_session, SendInject("cold_spring"))
    play = full_session.play
    assert play.state["stocks"] == before["stocks"] - 1
    assert play.state["days_left.season"] == before["days_left.season"] - 2
    assert play.state["inject.cold_spring"] == 1
    message = play.messages[-1]
    assert (message.title, message.sender, message.means, message.inject, message.to) == (
        "A cold spring",
        "Fisheries institute",
        "Letter",
        "cold_spring",
        (),
    )
    assert [(line.track, line.through) for line in message.effects] == [
        ("stocks", -1),
        ("days_left.season", -2),
    ]
    assert message.at == full_session.entries[-1].at
    assert read_back(full_session) == play


def test_it_is_sent_once_and_in_time(full_session: Session) -> None:
    """By the facilitator, before orders are opened; it must be the pack's."""
    send = SendInject("cold_spring")
    assert refusal(full_session, send, "astra") == "Only the facilitator may do that."
    assert refusal(full_session, SendInject("none")) == "There is no inject “none” in this pack."
    do(full_session, send)
    assert refusal(full_session, send) == "“A cold spring” was sent in turn 1."
    to_results(full_session)
    too_late = "Orders have been opened; send it in the next turn."
    assert refusal(full_session, SendInject("wreck")) == too_late
    assert INJECTED.undoable


def test_everyone_reads_what_went_to_all(full_session: Session) -> None:
    """Its line gives sender and title."""
    do(full_session, SendInject("cold_spring"))
    assert last_line(full_session) == "To all, from Fisheries institute: A cold spring"
    assert told_to(full_session) == set(READERS)


def test_what_went_to_some_seats_is_theirs_alone(full_session: Session) -> None:
    """The others read nothing, nor does the room."""
    do(full_session, SendInject("wreck"))
    assert last_line(full_session) == "To Astra, Caldis, from Coastguard: A wreck on the bank"
    assert told_to(full_session) == {CONTROL, ASTRA, CALDIS}
    unseen = [last_line(full_session, reader) for reader in READERS if reader.seat == "borea"]
    assert unseen == [""]
