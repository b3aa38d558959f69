"""An exercise of many turns with all that people leave behind in it, brought to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.packs.harbour import HARBOUR_FULL
from tests.session.bargains import sign, to_closed
from tests.session.exercises import begun, do

TURNS = 30
# In each turn before the one in play; in turn 26 that makes 300 injects, 500 messages, 200 notes.
INJECTS, MESSAGES, NOTES, AGREEMENTS = 12, 20, 8, 2
PEOPLE = ("astra", "borea")


def at_turn(last: int) -> Session:
    """An exercise in memory whose turn of that number has begun, with the notes of that turn."""
    session = begun(_pack(), turns=TURNS)
    for seat in PEOPLE:
        session.submit(EndFirstLook(seat), seat)
    do(session, SetTimer(TimerState.RUNNING, 0))
    for _turn in range(1, last):
        _play(session)
    take_notes(session)
    return session


def _pack() -> PackReading:
    reading = read_pack(HARBOUR_FULL)
    assert reading.scenario is not None
    injects = (*reading.scenario.injects, *_injects())
    return replace(reading, scenario=replace(reading.scenario, turns=TURNS, injects=injects))


def _injects() -> Iterator[Inject]:
    """So many in each turn, every third of them for some seats only, each with an effect."""
    for turn in range(1, TURNS + 1):
        for number in range(1, INJECTS + 1):
            yield Inject(
                id=f"word_{turn}_{number}",
                code=f"W{turn}.{number}",
                title=f"Word {number} of turn {turn}",
                when=parse(f"turn == {turn}"),
                sender="Harbour office",
                means="Letter",
                text=f"The harbour office counts the boats of week {turn}, once more: {number}.",
                to=() if number % 3 else ("astra",),
                effects=(Effect("stocks", (-1) ** number),),
            )


def _play(session: Session) -> None:
    take_notes(session)
    send_injects(session)
    do(session, MoveOn())
    talk(session)
    to_closed(session, (Wish("protest"),))
    do(session, MoveOn())


def take_notes(session: Session) -> None:
    """The notes of the turn in play, and a word to a seat."""
    turn = session.play.turn
    for number in range(NOTES):
        do(session, TakeNote(f"Note {number} of turn {turn}: nobody would say what was agreed."))
    do(session, Tell(("astra",), "", f"In week {turn} the café closes early."))


def send_injects(session: Session) -> None:
    """Every inject that is due in the turn in play."""
    for inject in session.due_injects():
        do(session, SendInject(inject.id))


def talk(session: Session) -> None:
    """The messages of the turn in play, and its agreements."""
    for number in range(MESSAGES):
        _write(session, session.play.turn, number)
    for number in range(AGREEMENTS):
        sign(session, _offer(session.play.turn, number))


def _write(session: Session, turn: int, number: int) -> None:
    by, other = PEOPLE if number % 2 else PEOPLE[::-1]
    text = f"Message {number} of turn {turn}: the quays talk of nothing else."
    session.submit(SendMessage((FACILITATOR,) if number % 5 == 4 else (other,), text), by)


def _offer(turn: int, number: int) -> Offer:
    """It holds for its turn alone, so that as many are in force in each."""
    said = f"Word {turn} of offer {number}"
    words = tuple(Term(PEOPLE[n % 2], Does.WORDS, f"{said}.{n}", turn) for n in range(2))
    pledge = Term(PEOPLE[number % 2], Does.RESTRAINT, "no_raids", turn)
    return Offer("astra", ("borea",), (pledge, *words), turn, turn)
