"""A row that was written for a free order is kept: for later turns, and for the pack's author."""

from __future__ import annotations

import yaml

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.row_offered import OfferRow
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.free_rows import row_help
from idlib_wargame.views.desk.kept_rows import kept_row
from idlib_wargame.words.language import unmarked
from tests.session.exercises import begun, do, to_orders

NAMED = free_id(1, "astra", ())
OWN = Order("astra", NAMED)


def written(full: PackReading, what: str = "Light the bank") -> Session:
    """An exercise in which Astra's own order has its row."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    session.submit(SealOrders("astra", (Wish(NAMED, free=FreeOrder(what)),)), "astra")
    do(session, OpenOrders())
    do(session, WriteRow(OWN, row_help(session, OWN).like("cut_nets")))
    return session


def test_a_row_of_anothers_move_does_not_aim_at_its_own_seat(full: PackReading) -> None:
    """Cutting nets aims at Astra where Borea does it; taken for Astra, at nobody yet."""
    session = written(full)
    before = row_help(session, OWN).before
    assert before is not None
    assert before.coded is not None
    assert (before.name, before.coded.targets) == ("Light the bank", ())


def test_a_kept_row_says_who_may_order_it(full: PackReading) -> None:
    """Nobody, until it is offered; a move of the pack is none to keep."""
    session = written(full)
    kept = kept_row(session, NAMED)
    assert kept is not None
    assert (kept.actors, kept.said) == ((), "")
    assert [actor for actor, _name in kept.may] == ["astra", "borea", "caldis", "press"]
    do(session, OfferRow(NAMED, ("borea", "astra")))
    kept = kept_row(session, NAMED)
    assert kept is not None
    assert unmarked(kept.said) == "It can be ordered by Astra and Borea."
    assert kept_row(session, "cut_nets") is None


def test_the_copied_row_is_a_moves_file_with_an_id_of_a_pack(full: PackReading) -> None:
    """Whatever its name is made of."""
    kept = kept_row(written(full), NAMED)
    assert kept is not None
    (row,) = yaml.safe_load(kept.text)["moves"]
    assert (row["id"], row["name"]) == ("light_the_bank", "Light the bank")
    odd = kept_row(written(full, "«Ночь» 7"), NAMED)
    assert odd is not None
    assert yaml.safe_load(odd.text)["moves"][0]["id"] == "row_7"
