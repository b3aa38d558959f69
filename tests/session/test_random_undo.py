"""Random acts with undo, redo and re-opening: nothing of the room is lost, and all verifies."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.at_laptop import PutAtLaptop
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.drop_taken_back import TakeBackDrop
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.inject_moved import MoveInject
from idlib_wargame.session.kinds.inject_planned import PlanInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.joined import JoinFrom
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.pick_explained import ExplainPick
from idlib_wargame.session.kinds.pick_taken_off import TakePickOff
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.msel import Written
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.session.exercises import begun, read_back

WISHES = ((), (Wish("protest"),), (Wish("call_talks", "", "Now"),), (Wish("send_patrols"),))
OF_THE_ROOM = ("note", "told", "reseated", "joined", "ended", "muted", "at_laptop")


def _copy(inject: str, rng: Random) -> Written:
    """A copy of an inject, to all or to one seat."""
    to = rng.choice(((), ("astra",)))
    return Written("", "", f"Copy {rng.random()}", "Text", to=to, turn=1, copy_of=inject)


def _picks(seat: str, rng: Random) -> tuple[Act, ...]:
    """What one of the people at a seat does to one pick."""
    move, why = rng.choice(("protest", "call_talks", "free_crews")), rng.choice(("", "Now"))
    add, take_off = AddPick(seat, Wish(move, "", why)), TakePickOff(seat, move)
    return add, take_off, ExplainPick(seat, move, why=f"Because {rng.random()}")


def _on_devices(seat: str, rng: Random) -> tuple[tuple[Act, str], ...]:
    """Who comes with a device of their own, and what the facilitator does about it."""
    who = rng.choice(("Ada", "Amir", "Bo"))
    yes = rng.random() < 0.5
    return (
        (JoinFrom(who, seat, "Phone"), seat),
        (EndPerson(who, seat), FACILITATOR),
        (Mute(who, seat, yes), FACILITATOR),
        (PutAtLaptop(seat, yes), FACILITATOR),
    )


def some_act(session: Session, rng: Random) -> tuple[Act, str]:
    """An act that may or may not be allowed now, and who tries it."""
    seat = rng.choice(("astra", "borea"))
    inject = rng.choice(session.scenario.injects).id
    pending = session.play.pending
    acts: list[tuple[Act, str]] = [
        (TakeNote(f"Note {rng.random()}"), FACILITATOR),
        (Tell((), "", f"Word {rng.random()}"), FACILITATOR),
        (Reseat("caldis", (f"P{rng.random()}",), rng.choice(("person", "control"))), FACILITATOR),
        (DraftOrders(seat, rng.choice(WISHES)), seat),
        *((act, seat) for act in _picks(seat, rng)),
        *_on_devices(seat, rng),
        (SealOrders(seat, rng.choice(WISHES)), seat),
        (UnsealOrders(seat), seat),
        (SendInject(inject), FACILITATOR),
        (SkipInject(inject), FACILITATOR),
        (DropInject(inject), FACILITATOR),
        (TakeBackDrop(inject), FACILITATOR),
        (PlanInject(inject, rng.randint(1, 4), rng.randint(0, 3)), FACILITATOR),
        (MoveInject(inject), FACILITATOR),
        (TickAnswered(inject, "Yes"), FACILITATOR),
        (WriteInjects((_copy(inject, rng),), (inject,)), FACILITATOR),
        (MoveOn(holding=True), FACILITATOR),
        (UncoverOrders(), FACILITATOR),
        *[(act, FACILITATOR) for act in (MoveOn(), Adjudicate(), CloseTurn()) for _ in range(3)],
        *[(act, FACILITATOR) for act in (Undo(), Redo()) for _ in range(3)],
        (Reopen(rng.randint(1, session.play.turn)), FACILITATOR),
    ]
    if pending and pending.result.cards:
        card = rng.choice(pending.result.cards)
        acts.append((Decide(card.address, rng.choice(list(Band)), "Well"), FACILITATOR))
    return rng.choice(acts)


def standing(session: Session) -> set[int]:
    """The facts of the room that stand."""
    return {
        entry.number
        for entry in session.entries
        if entry.kind in OF_THE_ROOM and entry.number not in session.struck
    }


def undone_alone(entry: Entry) -> int:
    """The one entry that an undo is about; 0 for any other act."""
    return int(entry.body["number"]) if entry.kind == "undone" else 0


def about_reopening(session: Session) -> bool:
    """Whether the last act undid or redid a re-opening: then older results stand, or fall.

    So they do where a turn is re-opened again whose re-opening was undone.
    """
    last = session.entries[-1]
    if last.kind == "reopened":
        return any(
            each.kind == "reopened" and each.body["turn"] == last.body["turn"]
            for each in session.entries[:-1]
            if each.number in session.struck
        )
    if last.kind not in ("undone", "redone"):
        return False
    return bool(session.entries[last.body["number"] - 1].kind == "reopened")


def opened_otherwise(play: Play) -> list[tuple[int, str]]:
    """Turns and seats of people whose results came of other orders than they have sealed."""
    turns = [*play.closed, *([play.pending] if play.pending else [])]
    return [
        (turn.number, seat)
        for turn in turns
        for seat in ("astra", "borea")
        if {wish[:2] for wish in play.sealed_by_turn.get(turn.number, {}).get(seat, ())}
        != {o.order[1:] for o in turn.orders if o.order.seat == seat and not o.inject}
    ]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_undone_and_redone(full: PackReading, seed: int) -> None:
    """The record reads back as it stands, and only an undo of its own takes a note away."""
    rng, done = Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "undone.wargame"
        session = begun(full, path)
        while done < 90:
            act, by = some_act(session, rng)
            before, written = standing(session), session.play.sealed_by_turn
            try:
                session.submit(act, by)
            except Refused:
                continue
            done += 1
            gone = before - standing(session)
            assert gone <= {undone_alone(session.entries[-1])}
            if not (isinstance(act, (SealOrders, UnsealOrders)) or about_reopening(session)):
                assert session.play.sealed_by_turn == written
            assert opened_otherwise(session.play) == []
            if done % 30 == 0:
                assert read_back(session) == session.play
        session.submit(TakeNote("The last"), FACILITATOR)  # a replay ends with a line of the log
        play, struck = session.play, set(session.struck)
        session.close()
        saved = read_session(path)
        assert (saved.last, set(saved.struck)) == (play, struck)
        verdict = verify(path)
        assert verdict.well, [check for check in verdict.checks if not check.well]
