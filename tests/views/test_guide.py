"""A guided first turn goes on by what is done, in whatever order somebody does it."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Change, Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.guide import GuidedTurn, guided_seat, guided_session
from tests.harbour_exercise import SEED

PACKS = [path.name for path in shipped_packs()]


def practice(name: str) -> Session:
    """A practice of a pack that comes with the program."""
    reading = read_pack(next(path for path in shipped_packs() if path.name == name))
    return guided_session(reading, SEED)


def followed(session: Session) -> GuidedTurn:
    """A guide that is told of whatever is done."""
    guide = GuidedTurn(session)

    def told(change: Change) -> None:
        guide.take(change)

    session.subscribe(told)
    return guide


def now(guide: GuidedTurn) -> str:
    """What is to be done now."""
    return guide.step.id if guide.step is not None else "over"


def do(session: Session, *acts: Act, by: str = FACILITATOR) -> None:
    """Do these."""
    for act in acts:
        session.submit(act, by)


@pytest.mark.parametrize("name", PACKS)
def test_whoever_does_what_it_says_comes_to_the_end(name: str) -> None:
    """Each step is noticed as it is done, in every pack that the guide may be opened on."""
    session = practice(name)
    guide, mine = followed(session), guided_seat(session.scenario).id
    assert session.play.setup.practice
    assert [each.seat for each in session.play.setup.seating if each.people] == [mine]
    said = [now(guide)]
    do(session, SetTimer(TimerState.RUNNING, 0))
    said.append(now(guide))
    if now(guide) == "inject":
        do(session, SkipInject(session.due_injects()[0].id))
        said.append(now(guide))
    while session.play.phase != "orders":
        following = session.next_act()
        assert following is not None
        do(session, following[0])
        said.append(now(guide))
    do(session, SealOrders(mine, ()), by=mine)
    said.append(now(guide))
    do(session, Adjudicate())
    pending = session.play.pending
    assert pending is not None
    said.append(now(guide))
    do(session, Decide(pending.result.cards[0].address, Band.FAILURE, "Fog."))
    for act in (CloseTurn(), TakeNote("Fog."), Undo(), Redo()):
        said.append(now(guide))
        do(session, act)
    said.append(now(guide))
    assert list(dict.fromkeys(said)) == [*(each.id for each in guide.steps), "over"]
    assert guide.number == len(guide.steps) + 1


def test_what_was_passed_by_is_over_and_a_note_may_come_sooner() -> None:
    """Nobody is held to the order of the steps."""
    session = practice(PACKS[0])
    guide = followed(session)
    do(session, TakeNote("Early."))
    assert (now(guide), guide.number) == ("start", 1)
    for inject in session.due_injects():
        if not inject.optional:
            session.submit(SkipInject(inject.id), FACILITATOR)
            session.submit(Undo(), FACILITATOR)
    assert now(guide) == "talks"
    while session.play.phase != "orders":
        following = session.next_act()
        assert following is not None
        do(session, following[0] if session.play.phase != "injects" else MoveOn())
    assert now(guide) == "seal"
    do(session, Adjudicate())
    assert now(guide) == "ruling"


def test_the_first_press_is_the_first_step_alone() -> None:
    """Due injects do not go by themselves here: that would do the second step for somebody."""
    session = practice(PACKS[0])
    guide = followed(session)
    do(session, SetTimer(TimerState.RUNNING, 0))
    session.send_what_is_due(0)
    assert (now(guide), guide.number) == ("inject", 2)


def test_steps_are_read_back_and_forth() -> None:
    """To turn a page does nothing: what was not done is not done by it, and is noticed still."""
    session = practice(PACKS[0])
    guide = followed(session)
    guide.back()
    assert now(guide) == "start"
    guide.forth()
    assert (now(guide), guide.is_done) == ("inject", False)
    do(session, SetTimer(TimerState.RUNNING, 0))
    assert now(guide) == "inject"
    guide.back()
    assert (now(guide), guide.is_done) == ("start", True)
    do(session, SkipInject(session.due_injects()[0].id))
    assert now(guide) == "talks"
    for _step in guide.steps:
        guide.forth()
    assert now(guide) == "over"
    guide.back()
    assert (now(guide), guide.is_done) == ("redo", False)
