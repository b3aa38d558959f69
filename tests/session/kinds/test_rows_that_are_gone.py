"""Rows of an exercise that were undone, withdrawn or written anew, and orders that rest on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.pack.own_rows import OwnRows
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.row_offered import OfferRow
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.own_move import Coded, OwnMove, like_move
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.desk.open_orders import open_steps
from idlib_wargame.views.desk.sealed_orders import uncovered_steps
from idlib_wargame.views.seat import seat_view
from tests.session.exercises import ASTRA, SEATS_AND_ROOM, begun, do, refusal, to_orders

NAMED = free_id(1, "astra", ())
OWN = Order("astra", NAMED)
FREE = Wish(NAMED, free=FreeOrder("Light the bank"))


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Session:
    """Astra's own order of turn 1 lies open, in a file."""
    session = begun(full, tmp_path / "gone.wargame", free_orders=FreeOrders(2))
    to_orders(session)
    session.submit(SealOrders("astra", (FREE,)), "astra")
    do(session, OpenOrders())
    return session


def a_row(session: Session, name: str = "Light it", model: int = 0, **changes: Any) -> OwnMove:
    """A row like a move of the pack."""
    move = session.scenario.moves[model]
    choice = move.choices[0].id if move.choices else ""
    row = like_move(session.scenario, name, move, choice, "astra")
    coded = row.coded._replace(targets=()) if row.coded else None
    return row._replace(**{"coded": coded, **changes})


def offered_row(session: Session, *actors: str) -> None:
    """Turn 1 is closed, and its row may be ordered by those; turn 2 is at its orders."""
    do(session, WriteRow(OWN, a_row(session)), Adjudicate(), CloseTurn(), OfferRow(NAMED, actors))
    to_orders(session)


def well(session: Session) -> None:
    """The file goes on, and verifies."""
    path = session.path
    assert path is not None
    play = session.play
    session.close()
    assert [check.text for check in verify(path).checks if not check.well] == []
    again = Session.open(path)
    assert again.play == play
    again.close()


def test_a_row_changed_and_the_change_undone_is_the_first_again(session: Session) -> None:
    """Its modifiers count, and the file goes on."""
    leaning = next(n for n, move in enumerate(session.scenario.moves) if move.modifiers)
    first = a_row(session, model=leaning)
    do(session, WriteRow(OWN, first), WriteRow(OWN, first._replace(like="", choice="")), Undo())
    do(session, Adjudicate(), CloseTurn())
    assert session.play.own.moves[0].modifiers
    well(session)


def test_a_row_that_was_public_for_a_moment_tells_nobody_of_a_covert_one(session: Session) -> None:
    """Undone, what the others read is what stands."""
    do(session, WriteRow(OWN, a_row(session, "XCOVERTX", learns=())))
    do(session, WriteRow(OWN, a_row(session, "XPUBLICX", learns=None)), Undo(), Adjudicate())
    assert session.play.pending is not None
    card = next(c for c in session.play.pending.result.cards if c.order == OWN)
    do(session, Decide(card.address, Band.STRONG, "XWHYX"), CloseTurn())
    for reader in SEATS_AND_ROOM:
        found = " ".join(line.text for line in session.log(reader))
        seen = [word for word in ("XCOVERTX", "XPUBLICX", "XWHYX") if word in found]
        assert seen == (["XCOVERTX", "XWHYX"] if reader == ASTRA else []), reader


def test_an_order_whose_row_is_gone_falls_away(session: Session) -> None:
    """Its turn was re-opened: the seat is told, nobody's view fails, and the turn goes on."""
    offered_row(session, "astra")
    session.submit(SealOrders("astra", (Wish(NAMED), Wish("protest"))), "astra")
    do(session, Adjudicate(), CloseTurn(), Reopen(1))
    session.submit(UnsealOrders("astra"), "astra")
    session.submit(SealOrders("astra", ()), "astra")
    do(session, Adjudicate(), CloseTurn())
    to_orders(session)
    told = seat_view(session, "astra").done_for_it
    assert any("will not be opened" in each for each in told)
    do(session, UncoverOrders())
    assert uncovered_steps(session)
    do(session, OpenOrders())
    assert open_steps(session)
    assert seat_view(session, "astra").opened_hints[0] == ""
    do(session, Adjudicate())
    assert session.play.pending is not None
    assert NAMED not in [card.order.move for card in session.play.pending.result.cards]
    well(session)


def test_an_offer_that_is_withdrawn_counts_no_longer(session: Session) -> None:
    """Also for what was sealed of it before."""
    offered_row(session, "astra", "borea")
    session.submit(SealOrders("borea", (Wish(NAMED),)), "borea")
    do(session, OfferRow(NAMED, ()), Adjudicate())
    assert session.play.pending is not None
    assert NAMED not in [card.order.move for card in session.play.pending.result.cards]


def test_two_windows_of_a_seat_cannot_give_two_orders_one_name(session: Session) -> None:
    """Nor take another seat's, another turn's, or that of a row."""
    do(session, Undo())
    session.submit(UnsealOrders("astra"), "astra")
    twice = (FREE, FREE._replace(free=FreeOrder("And put it out")))
    session.submit(SealOrders("astra", twice), "astra")
    assert [wish.move for wish in session.play.sealed["astra"]] == ["F1_astra_1", "F1_astra_2"]
    taken = FREE._replace(choice="north")
    session.submit(SealOrders("borea", (taken,)), "borea")
    assert session.play.sealed["borea"][0][:2] == ("F1_borea_1", "")


def test_a_seat_is_told_the_same_of_a_row_it_may_not_know_as_of_none(session: Session) -> None:
    """Whether it drafts it or seals it."""
    do(session, WriteRow(OWN, a_row(session, learns=())), Adjudicate(), CloseTurn())
    to_orders(session)
    for act in (SealOrders, DraftOrders):
        said = [
            refusal(session, act("borea", (Wish(move),)), "borea").replace(move, "…")
            for move in (NAMED, "F1_astra_9")
        ]
        assert said[0] == said[1]


def test_no_order_comes_into_a_step_before_one_that_was_rolled(session: Session) -> None:
    """Also where it is the last one left."""
    steps = session.scenario.steps
    do(session, WriteRow(OWN, a_row(session)._replace(step=steps[-1])))
    assert session.play.before_roll is not None
    for step in steps:
        orders = tuple(
            each.order
            for each in session.play.before_roll.orders
            if each.free is None and session.scenario.move_by_id[each.order.move].step == step
        )
        if orders:
            do(session, RollOrders(orders))
    said = refusal(session, WriteRow(OWN, a_row(session)._replace(step=steps[0])))
    assert said == "That step is rolled already; choose a later one, or undo."


def test_what_would_not_be_read_again_is_not_written(session: Session) -> None:
    """Bounds and weights beyond all measure are refused, as reading refuses them."""
    track = session.scenario.tracks[0].id
    far = {Band.SUCCESS: (Effect(track, 1, up_to=10**7),)}
    assert "no such bound" in refusal(session, WriteRow(OWN, a_row(session, effects=far)))
    heavy = Coded("0211", "Ask", 5000)
    assert "weighs from" in refusal(session, WriteRow(OWN, a_row(session, coded=heavy)))


def test_rows_of_an_exercise_cost_what_they_are_and_not_the_pack(full: PackReading) -> None:
    """What rows do not touch is shared with the pack."""
    assert full.scenario is not None
    pack = Referee(full.scenario)
    move = replace(full.scenario.moves[0], id="F1_x_1", own=True)
    with_rows = pack.with_rows(OwnRows((move,)))
    assert with_rows.endings is pack.endings
    assert with_rows.layout is pack.layout
    assert (
        with_rows.book.rules[full.scenario.moves[-1].id, ""]
        is pack.book.rules[full.scenario.moves[-1].id, ""]
        or full.scenario.moves[-1].choices
    )
