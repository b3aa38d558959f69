"""The card of an order that a seat wrote itself, once it has a row of the exercise."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Wish
from idlib_wargame.views.desk.free_rows import row_help
from idlib_wargame.views.desk.open_orders import open_steps
from idlib_wargame.views.desk.results import reasons
from idlib_wargame.words.language import unmarked
from tests.session.exercises import begun, do, to_orders

NAMED = free_id(1, "astra", ())
OWN = Order("astra", NAMED)


def test_who_gives_a_free_order_its_row_still_reads_its_aim_and_the_reasons_for_it(
    full: PackReading,
) -> None:
    """Before the roll, and on the card of its result."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    free = FreeOrder("Light the bank", "So that all see it", ("The lamps are bought",))
    session.submit(SealOrders("astra", (Wish(NAMED, free=free),)), "astra")
    do(session, OpenOrders())
    row = row_help(session, OWN).like("cut_nets")._replace(name="Lights at sea")
    do(session, WriteRow(OWN, row))
    said = "“Light the bank”\nTo what end: So that all see it\nBecause: The lamps are bought"
    view = next(o for step in open_steps(session) for o in step.orders if o.order == OWN)
    assert unmarked(view.reason) == said
    do(session, Adjudicate())
    turn = session.play.pending
    assert turn is not None
    card = next(card for card in turn.result.cards if card.order == OWN)
    assert unmarked(reasons(session.scenario, turn, card)) == said


def test_who_takes_a_row_from_the_tables_reads_the_modifiers_that_come_with_it(
    full: PackReading,
) -> None:
    """Those of its tags only where all learn of it; and odds that were voted are proposed."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    session.submit(SealOrders("astra", (Wish(NAMED, free=FreeOrder("Light it")),)), "astra")
    do(session, OpenOrders())
    help_ = row_help(session, OWN)
    moves = session.scenario.moves
    helped = next(m for m in moves if m.modifiers and m.id in dict(help_.near))
    said = unmarked(help_.comes(helped.id, True))
    assert said.startswith("With it come, each where it holds: ")
    assert f"{helped.modifiers[0].shift:+}".replace("-", "−") in said
    assert help_.comes("", True) == ""
    assert help_.set_need is None
    do(session, AskOthers(OWN, AskedFor.ODDS, (), ("Ann",)))
    do(session, GiveWord(OWN, AskedFor.ODDS, "Ann", 9, person=True))
    do(session, CountWords(OWN, AskedFor.ODDS))
    assert row_help(session, OWN).set_need == 9
