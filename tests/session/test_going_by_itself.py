"""What goes by itself: due injects at their minute, unless the facilitator holds them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.msel import Written
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.session.exercises import begun, do, to_results


@pytest.fixture
def reading(full: PackReading) -> PackReading:
    """The pack with its first inject due in turn 1 too."""
    return with_injects(full, 0)


@pytest.fixture
def exercise(reading: PackReading) -> Session:
    """The first turn has begun."""
    session = begun(reading)
    do(session, SetTimer(TimerState.RUNNING, 0))
    return session


def with_injects(full: PackReading, minute: int) -> PackReading:
    """The pack with its first inject due in turn 1, at a minute of its phase."""
    assert full.scenario is not None
    first, *others = full.scenario.injects
    injects = (replace(first, when=parse("turn >= 1"), minute=minute), *others)
    return replace(full, scenario=replace(full.scenario, injects=injects))


def sent(session: Session) -> list[str]:
    """The injects that were sent, first to last."""
    return [message.inject for message in session.play.messages]


def test_nothing_goes_before_the_exercise_has_begun(reading: PackReading) -> None:
    """People are still taking their seats."""
    session = begun(reading)
    session.send_what_is_due(600)
    assert sent(session) == []
    do(session, SetTimer(TimerState.RUNNING, 0))
    session.send_what_is_due(0)
    assert sent(session) == ["cold_spring"]
    session.send_what_is_due(60)
    assert sent(session) == ["cold_spring"]


def test_what_is_held_stays_held(exercise: Session) -> None:
    """That one alone, in this turn."""
    do(exercise, SkipInject("cold_spring"))
    exercise.send_what_is_due(0)
    assert sent(exercise) == []


def test_by_hand_nothing_goes(exercise: Session) -> None:
    """Until it is let go by itself again."""
    do(exercise, TakeInHand("injects"))
    exercise.send_what_is_due(600)
    assert sent(exercise) == []
    do(exercise, TakeInHand("injects", False))
    exercise.send_what_is_due(0)
    assert sent(exercise) == ["cold_spring"]


def test_what_was_taken_back_waits_for_a_hand(exercise: Session) -> None:
    """An undo would be worth nothing if it went out again, at once or in the next phase."""
    exercise.send_what_is_due(0)
    do(exercise, Undo())
    exercise.send_what_is_due(600)
    assert sent(exercise) == []
    do(exercise, Redo())
    assert sent(exercise) == ["cold_spring"]
    do(exercise, Undo(), MoveOn())
    exercise.send_what_is_due(0)
    assert sent(exercise) == []
    do(exercise, SendInject("cold_spring"))
    assert sent(exercise) == ["cold_spring"]


@pytest.mark.parametrize("goes_on", [False, True])
def test_the_pack_may_spread_them_over_the_phase(full: PackReading, goes_on: bool) -> None:
    """At the third minute, not before; and none is lost where people go on sooner."""
    session = begun(with_injects(full, 3))
    do(session, SetTimer(TimerState.RUNNING, 0))
    session.send_what_is_due(179)
    assert sent(session) == []
    if goes_on:
        do(session, MoveOn())
    session.send_what_is_due(0 if goes_on else 180)
    assert sent(session) == ["cold_spring"]


def test_once_orders_are_opened_nothing_goes(exercise: Session) -> None:
    """Whatever would then be due is for the next turn."""
    do(exercise, TakeInHand("injects"))
    to_results(exercise)
    do(exercise, TakeInHand("injects", False))
    exercise.send_what_is_due(600)
    assert sent(exercise) == []


def test_what_the_facilitator_wrote_goes_by_itself_too(exercise: Session) -> None:
    """At its minute of its turn; one that waits for them does not."""
    row = Written("", "", "Fog", "It thickens.", turn=1, minute=2)
    at_will = row._replace(title="Calm", optional=True)
    exercise.send_what_is_due(0)
    do(exercise, WriteInjects((row, at_will)))
    exercise.send_what_is_due(119)
    assert sent(exercise) == ["cold_spring"]
    exercise.send_what_is_due(120)
    assert [message.title for message in exercise.play.messages] == ["A cold spring", "Fog"]


def test_what_is_due_as_it_is_written_waits_for_a_hand(exercise: Session) -> None:
    """A list that is taken in is looked through first; its later rows go at their minute."""
    row = Written("", "", "Fog", "It thickens.", turn=1, came_from="fog.csv")
    later = row._replace(title="Rain", minute=2)
    exercise.send_what_is_due(60)
    act = WriteInjects((row, later, later._replace(title="Hail", minute=1)), used=60)
    do(exercise, act)
    assert exercise.log()[-1].text == (
        "3 injects taken in from fog.csv. 2 are due now and wait for you."
    )
    exercise.send_what_is_due(119)
    assert sent(exercise) == ["cold_spring"]
    exercise.send_what_is_due(120)
    assert [message.title for message in exercise.play.messages] == ["A cold spring", "Rain"]
    do(exercise, MoveOn())
    exercise.send_what_is_due(0)
    assert len(sent(exercise)) == 2


def test_what_one_makes_due_goes_with_it_also_once_both_were_taken_back(
    full: PackReading,
) -> None:
    """All that is due is sent by one press: the second waits for a hand, and that is one."""
    reading = with_injects(full, 0)
    assert reading.scenario is not None
    first, second, *others = reading.scenario.injects
    after = parse(f"inject.{first.id} >= 1")
    follows = replace(second, when=after, optional=False, minute=0)
    scenario = replace(reading.scenario, injects=(first, follows, *others))
    session = begun(replace(reading, scenario=scenario))
    do(session, SetTimer(TimerState.RUNNING, 0))
    session.send_what_is_due(0)
    assert sent(session) == ["cold_spring", "wreck"]
    do(session, Undo(), Undo())
    session.send_what_is_due(600)
    assert sent(session) == []
    while due := session.to_send():
        do(session, SendInject(due[0].id))
    assert sent(session) == ["cold_spring", "wreck"]
