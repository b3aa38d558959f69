"""Random legal play never crashes, never dead-ends, always replays and never minds the order."""

from __future__ import annotations

import hashlib
import hmac
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import begin, habit_seating, play_on
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.conftest import HARBOUR
from tests.tries import tries

PACKS = {path.name: path for path in [HARBOUR, *shipped_packs()]}


@pytest.fixture(scope="module", params=sorted(PACKS))
def reading(request: pytest.FixtureRequest) -> PackReading:
    """Every pack that ships, and the tests' own."""
    return read_pack(PACKS[request.param])


def to_orders(session: Session) -> None:
    """The facilitator moves on, sending nothing, until orders are open."""
    while session.play.phase != "orders":
        session.submit(MoveOn(), FACILITATOR)


@settings(max_examples=tries(15))
@given(seed=st.integers(0, 10**9))
def test_random_play_goes_to_the_end(reading: PackReading, seed: int) -> None:
    """With every seat at random an exercise always ends, with every track on its scale."""
    session = begin(None, reading, "random", seed_from_number(seed))
    scenario = session.scenario
    for change in play_on(session):
        for track in scenario.tracks:
            assert track.low <= change.after.state[track.id] <= track.high
    assert session.play.finished
    assert len(session.play.closed) == scenario.turns
    session.close()


@settings(max_examples=tries(4))
@given(seed=st.integers(0, 10**9))
def test_random_play_replays_and_verifies(reading: PackReading, seed: int) -> None:
    """The file of a random exercise folds to the same play and adjudicates to the same results."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.wargame"
        session = begin(path, reading, "random", seed_from_number(seed))
        for _ in play_on(session):
            pass
        play = session.play
        session.close()
        saved = read_session(path)
        assert saved.complete
        assert saved.last == play
        verdict = verify(path)
        assert verdict.well, verdict.checks


@settings(max_examples=tries(10))
@given(seed=st.integers(0, 10**6), data=st.data())
def test_the_order_of_submitting_never_matters(
    reading: PackReading, seed: int, data: st.DataObject
) -> None:
    """Seats may seal in any order, and each may list its orders in any order."""
    scenario = reading.scenario
    assert scenario is not None
    planned = begin(None, reading, "random", seed_from_number(seed))
    to_orders(planned)
    sheets = {seat.id: planned.orders_for(seat.id) for seat in scenario.seats}
    results = []
    for _ in range(2):
        session = Session.create(
            None,
            reading,
            Setup("Order", "", 1, seating=tuple(Seating(seat) for seat in sheets)),
            seed_from_number(seed),
        )
        to_orders(session)
        for seat in data.draw(st.permutations(sorted(sheets))):
            wishes: list[Wish] = data.draw(st.permutations(sheets[seat]))
            session.submit(SealOrders(seat, tuple(wishes)), seat)
        results.append(session.submit(Adjudicate(), FACILITATOR).after.pending)
    assert results[0] is not None
    assert results[1] is not None
    assert results[0].result == results[1].result


def test_anyone_can_recompute_every_die_of_a_session(reading: PackReading) -> None:
    """From the published seed and the addresses on the cards, a dozen lines give every die."""
    session = begin(None, reading, "random", seed_from_number(99))
    for _ in play_on(session):
        pass
    seed = bytes.fromhex(session.play.seed)
    assert hashlib.sha256(seed).hexdigest() == session.play.setup.fingerprint
    results = [turn.result for turn in session.play.closed]
    thrown = [(str(card.address), card.dice) for r in results for card in r.cards if card.dice]
    thrown += [(str(row.address), row.dice) for r in results for row in r.after if row.dice]
    assert len(thrown) > 20
    for address, dice in thrown:
        fair: list[int] = []
        message = address
        while len(fair) < 2:
            digest = hmac.new(seed, message.encode(), hashlib.sha256).digest()
            fair += [byte % 6 + 1 for byte in digest if byte < 252]
            message += "/more"
        assert dice == tuple(fair[:2])


def test_habits_pick_only_for_the_seats_that_may_order(reading: PackReading) -> None:
    """A seat without orders is not put at a habit, but where it signs for somebody."""
    scenario = reading.scenario
    assert scenario is not None
    seats = {seating.seat for seating in habit_seating(scenario, "random")}
    ordering = {seat.id for seat in scenario.seats if scenario.orders_of(seat.id)}
    bargain = scenario.bargain
    signing = {*bargain.may_be_party, *bargain.may_guarantee} if bargain else set()
    assert ordering <= seats
    assert seats - ordering == signing - ordering
