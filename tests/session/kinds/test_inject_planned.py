"""An inject is held till a turn or a minute, put elsewhere in the list, brought back, answered."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.going_by_itself import goes_now
from idlib_wargame.session.injects_due import injects_in_order
from idlib_wargame.session.kinds.drop_taken_back import TakeBackDrop
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.inject_moved import MoveInject
from idlib_wargame.session.kinds.inject_planned import PlanInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.session.exercises import SEATS_AND_ROOM, do, last_line, read_back, refusal, told_to
from tests.session.kinds.test_dropped import play_a_turn
from tests.session.kinds.test_injects_written import FOG, written
from tests.session.kinds.test_skipped import due, to_turn_2


def test_one_is_held_over_two_turns_and_then_due(full_session: Session) -> None:
    """Though its own turn has gone by then."""
    to_turn_2(full_session)
    do(full_session, SkipInject("cold_spring"), PlanInject("cold_spring", 4))
    assert last_line(full_session) == "Inject planned for turn 4: A cold spring."
    assert told_to(full_session) == {CONTROL}
    assert [last_line(full_session, reader) for reader in SEATS_AND_ROOM] == [""] * 5
    for turn in (2, 3):
        assert full_session.play.turn == turn
        assert (due(full_session), full_session.offered_injects()) == ([], ())
        play_a_turn(full_session)
    assert due(full_session) == ["cold_spring"]
    assert read_back(full_session) == full_session.play


def test_one_held_till_a_minute_goes_at_that_minute(full_session: Session) -> None:
    """Also one that was held back in this turn before."""
    do(full_session, SetTimer(TimerState.RUNNING, 0))
    to_turn_2(full_session)
    do(full_session, SkipInject("cold_spring"), PlanInject("cold_spring", 2, 2))
    assert last_line(full_session) == "Inject planned for turn 2, minute 2: A cold spring."
    referee, play = full_session.referee, full_session.play
    at = {
        seconds: [e.id for e in goes_now(referee, play, seconds, set())] for seconds in (119, 120)
    }
    assert at == {119: [], 120: ["cold_spring"]}


def test_it_is_planned_for_a_turn_that_is_still_to_come(full_session: Session) -> None:
    """And neither once it was sent nor while it is dropped."""
    to_turn_2(full_session)
    said = "It can be planned for turns 2 to 4, and not for turn {turn}."
    for turn in (1, 5):
        assert refusal(full_session, PlanInject("cold_spring", turn)) == said.format(turn=turn)
    do(full_session, DropInject("cold_spring"))
    dropped = "“A cold spring” is dropped; take that back first."
    assert refusal(full_session, PlanInject("cold_spring", 3)) == dropped
    do(full_session, SendInject("cold_spring"))
    assert refusal(full_session, PlanInject("cold_spring", 3)).endswith("was sent in turn 2.")


def test_what_was_dropped_is_brought_back(full_session: Session) -> None:
    """Long after an undo could."""
    to_turn_2(full_session)
    assert refusal(full_session, TakeBackDrop("cold_spring")) == "“A cold spring” is not dropped."
    do(full_session, DropInject("cold_spring"), SendInject("wreck"), TakeBackDrop("cold_spring"))
    assert last_line(full_session) == "Inject no longer dropped: A cold spring."
    assert due(full_session) == ["cold_spring"]
    do(full_session, Undo())
    assert due(full_session) == []


def test_they_go_out_in_the_order_that_they_are_put_in(full_session: Session) -> None:
    """What was written comes after the pack's until it is moved."""
    to_turn_2(full_session)
    fog = written(full_session, FOG)
    assert due(full_session) == ["cold_spring", fog]
    do(full_session, MoveInject(fog, "cold_spring"))
    assert due(full_session) == [fog, "cold_spring"]
    assert refusal(full_session, MoveInject(fog, "cold_spring")) == "It stands there already."
    do(full_session, MoveInject(fog))
    ordered = injects_in_order(full_session.referee, full_session.play)
    assert [each.id for each in ordered] == ["cold_spring", "wreck", fog]
    do(full_session, Undo(), WriteInjects((FOG._replace(title="More fog"),)))
    assert due(full_session)[:2] == [fog, "cold_spring"]
    assert read_back(full_session) == full_session.play


def test_what_was_answered_is_ticked_with_a_few_words(full_session: Session) -> None:
    """Once it was sent; the words may change, and the tick be taken back."""
    unsent = "“A cold spring” was not sent yet."
    assert refusal(full_session, TickAnswered("cold_spring")) == unsent
    do(full_session, SendInject("cold_spring"), TickAnswered("cold_spring", " They ask for more. "))
    assert last_line(full_session) == "Inject answered: A cold spring. They ask for more."
    assert told_to(full_session) == {CONTROL}
    assert full_session.play.msel.answers["cold_spring"].words == "They ask for more."
    again = TickAnswered("cold_spring", "They ask for more.")
    assert refusal(full_session, again) == "It is so already."
    do(full_session, TickAnswered("cold_spring", "Nothing more"))
    do(full_session, TickAnswered("cold_spring", answered=False))
    assert full_session.play.msel.answers == {}
    assert read_back(full_session) == full_session.play
