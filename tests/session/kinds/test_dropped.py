"""The facilitator drops an inject; what is only held back is offered again in each turn."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.dropped import DropInject
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
from tests.session.kinds.test_skipped import due, to_turn_2

HOLD, DROP = SkipInject("cold_spring"), DropInject("cold_spring")


def offered(session: Session) -> list[str]:
    """The ids of the injects held back earlier and due no longer."""
    return [inject.id for inject in session.offered_injects()]


def play_a_turn(session: Session) -> None:
    """On to the next turn, sending nothing."""
    turn = session.play.turn
    while session.play.turn == turn:
        following = session.next_act()
        assert following is not None
        do(session, MoveOn() if isinstance(following[0], SendInject) else following[0])


def test_what_is_held_back_is_offered_in_each_turn_until_it_is_dropped(
    full_session: Session,
) -> None:
    """Though its turn is over it is not lost; the filled button does not send it by itself."""
    to_turn_2(full_session)
    do(full_session, HOLD)
    assert (due(full_session), offered(full_session)) == ([], [])
    for turn in (3, 4):
        play_a_turn(full_session)
        assert full_session.play.turn == turn
        assert (due(full_session), offered(full_session)) == ([], ["cold_spring"])
        following = full_session.next_act()
        assert following is not None
        assert not isinstance(following[0], SendInject)
    do(full_session, DROP)
    assert offered(full_session) == []
    assert read_back(full_session) == full_session.play
    do(full_session, Undo())
    assert offered(full_session) == ["cold_spring"]


def test_what_is_offered_again_can_be_held_back_again_and_sent(full_session: Session) -> None:
    """Held back it comes in the turn after; sent, it is as any other."""
    to_turn_2(full_session)
    do(full_session, HOLD)
    play_a_turn(full_session)
    do(full_session, HOLD)
    assert offered(full_session) == []
    play_a_turn(full_session)
    assert offered(full_session) == ["cold_spring"]
    do(full_session, SendInject("cold_spring"))
    assert offered(full_session) == []
    assert full_session.play.messages[-1].inject == "cold_spring"


def test_what_is_dropped_is_due_no_more_and_may_still_be_sent(full_session: Session) -> None:
    """Nothing of the pack is out of the facilitator's reach."""
    to_turn_2(full_session)
    do(full_session, DROP)
    assert (due(full_session), offered(full_session)) == ([], [])
    do(full_session, SendInject("cold_spring"))
    assert refusal(full_session, DROP) == "“A cold spring” was sent in turn 2."


def test_it_is_dropped_once_and_by_the_facilitator(full_session: Session) -> None:
    """At any time of the turn."""
    assert refusal(full_session, DROP, "astra") == "Only the facilitator may do that."
    assert refusal(full_session, DropInject("none")) == "There is no inject “none” in this pack."
    to_results(full_session)
    do(full_session, DROP)
    assert refusal(full_session, DROP) == "“A cold spring” is dropped already."


def test_only_control_reads_of_it(full_session: Session) -> None:
    """The line names what the seats do not get."""
    do(full_session, DROP)
    assert last_line(full_session) == "Inject dropped: A cold spring."
    assert told_to(full_session) == {CONTROL}
    assert [last_line(full_session, reader) for reader in SEATS_AND_ROOM] == [""] * 5
