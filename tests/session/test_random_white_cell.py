"""A white cell at random: whatever it does and takes back, the record reads the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.pack.phases import ADJUDICATION, ORDERS
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.before_roll import AskedFor, BeforeRoll
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.accepted import AcceptResult
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.method_chosen import ChooseMethod
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.result_agreed import AgreeResult
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.row_offered import OfferRow
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.methods import METHODS
from idlib_wargame.session.own_move import OwnMove, like_move
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.seat import seat_view
from tests.session.exercises import SEATING
from tests.tries import tries


@settings(max_examples=tries(12))
@given(seed=st.integers(0, 10**9))
def test_a_random_white_cell_replays_and_verifies(full: PackReading, seed: int) -> None:
    """No act but is done or refused; nobody's view fails; what was saved is read back the same."""
    with tempfile.TemporaryDirectory() as folder:
        path, rng = Path(folder) / "cell.wargame", Random(seed)
        session = _begun(path, full, rng)
        done = 0
        for act, by in _acts(session, rng):
            try:
                session.submit(act, by)
            except Refused:
                continue
            done += 1
            if not done % 5:
                _look(session)
        assert done > 20
        play = session.play
        session.close()
        assert read_session(path).last == play
        assert [check for check in verify(path).checks if not check.well] == []
        again = Session.open(path)
        assert again.play == play
        again.close()


def _begun(path: Path, reading: PackReading, rng: Random) -> Session:
    setup = Setup("Cell", "", 4, rng.choice(METHODS), seating=SEATING, free_orders=FreeOrders(2))
    return Session.create(path, reading, setup, seed_from_number(rng.randrange(10**6)))


def _look(session: Session) -> None:
    """Everybody looks."""
    for seat in session.scenario.seats:
        seat_view(session, seat.id)
    for reader in (CONTROL, ROOM, Reader("borea")):
        session.log(reader)
    session.next_act()


def _acts(session: Session, rng: Random) -> Iterator[tuple[Act, str]]:
    """Some hundred acts, most of which may be done as things stand."""
    for _ in range(80):
        if session.play.finished:
            return
        yield from _some(session, rng)


def _some(session: Session, rng: Random) -> Iterator[tuple[Act, str]]:
    play = session.play
    if rng.random() < 0.08:
        yield rng.choice([Undo(), Redo(), Reopen(rng.randint(1, play.turn))]), FACILITATOR
    elif play.phase == ORDERS:
        yield from _orders(session, rng)
    elif play.before_roll is not None:
        yield from _before(session, play.before_roll, rng)
    elif play.phase == ADJUDICATION:
        yield from _after(session, rng)
    else:
        if play.own.moves and rng.random() < 0.5:
            actors = rng.sample(session.scenario.actors, rng.randint(0, 2))
            yield OfferRow(rng.choice(play.own.moves).id, tuple(actors)), FACILITATOR
        yield MoveOn(), FACILITATOR


def _orders(session: Session, rng: Random) -> Iterator[tuple[Act, str]]:
    for seat in ("astra", "borea"):
        legal = session.referee.legal(session.play.state, seat)
        wishes = [Wish(o.move, o.choice) for o in rng.sample(legal, min(len(legal), 1))]
        if rng.random() < 0.6:
            named = free_id(session.play.turn, seat, session.scenario.move_by_id)
            wishes.append(Wish(named, free=FreeOrder("We do it", "to see", ("why not",))))
        yield SealOrders(seat, tuple(wishes)), seat
    yield rng.choice([OpenOrders(), Adjudicate()]), FACILITATOR


def _before(session: Session, before: BeforeRoll, rng: Random) -> Iterator[tuple[Act, str]]:
    order = rng.choice(before.orders).order if before.orders else Order("astra", "protest")
    what, seats = rng.choice([*AskedFor]), tuple(rng.sample(["astra", "borea", "caldis"], 2))
    number = rng.randint(0, 12)
    free = [each for each in before.orders if each.free is not None]
    yield rng.choice(
        [
            (SetOdds(order, rng.choice([None, 3, 7, 11]), "So it is"), FACILITATOR),
            (ChooseMethod(order, rng.choice(METHODS)), FACILITATOR),
            (ShowOrder(order, seats), FACILITATOR),
            (AskOthers(order, what, seats, ("Ode",)), FACILITATOR),
            (GiveReason(order, "Because", seats[0]), rng.choice([FACILITATOR, seats[0]])),
            (GiveWord(order, what, seats[0], number), seats[0]),
            (GiveWord(order, what, "Ode", number, person=True), FACILITATOR),
            (CountWords(order, what), FACILITATOR),
            (AgreeResult(order, rng.choice([None, *Band]), seats), FACILITATOR),
            (RollOrders(tuple(each.order for each in before.orders[:1])), FACILITATOR),
            (RollOrders((order,)), FACILITATOR),
            (Adjudicate(), FACILITATOR),
        ]
    )
    if free:
        written = rng.choice(free)
        yield WriteRow(written.order, _row(session, rng, written.order.seat)), FACILITATOR


def _row(session: Session, rng: Random, seat: str) -> OwnMove:
    model = rng.choice([move for move in session.scenario.moves if not move.own])
    doer = session.scenario.actor_of[seat]
    choice = rng.choice(model.choices).id if model.choices else ""
    row = like_move(session.scenario, "A thing of their own", model, choice, doer)
    learns = rng.choice([None, (), tuple(session.scenario.actors[1:2])])
    coded = row.coded._replace(targets=()) if row.coded else None
    return row._replace(learns=learns, coded=coded)


def _after(session: Session, rng: Random) -> Iterator[tuple[Act, str]]:
    turn = session.play.pending
    assert turn is not None
    for card in session.play.undecided:
        yield AcceptResult(card.address), FACILITATOR
    if turn.result.cards and rng.random() < 0.5:
        card = rng.choice(turn.result.cards)
        yield Decide(card.address, rng.choice([None, *Band]), "Ruled so"), FACILITATOR
    yield CloseTurn(), FACILITATOR
