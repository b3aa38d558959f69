"""A move that needs what its seat may not know: open to it, sealed, and lapsed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.sealed_orders import uncovered_steps
from idlib_wargame.views.seat import MoveOption, seat_view
from tests.rules.small import when

IN_DOUBT = "what it needs is not all known to you, so it may lapse"
PROTEST = Wish("protest")


def begun(reading: PackReading, needs: str) -> Session:
    """Orders are open, and a protest has those needs; only Astra sees its hidden catch."""
    pack = reading.scenario
    assert pack is not None
    seating = (Seating("astra", ("Ana",)), Seating("borea", ("Bo",)))
    needy = replace(reading, scenario=_with_needs(pack, needs))
    session = Session.create(None, needy, Setup("Doubt", "", 4, seating=seating), bytes(32))
    while session.play.phase != ORDERS:
        session.submit(MoveOn(), FACILITATOR)
    return session


def _with_needs(pack: Scenario, needs: str) -> Scenario:
    moves = (replace(m, needs=when(needs)) if m.id == "protest" else m for m in pack.moves)
    return replace(pack, moves=tuple(moves))


def protest(session: Session, seat: str) -> MoveOption:
    """The protest, as that seat sees it."""
    option = seat_view(session, seat).option(PROTEST)
    assert option is not None
    return option


def test_a_hidden_need_closes_the_move_only_to_those_who_see_it(harbour: PackReading) -> None:
    """Astra reads why not; Borea may order, and reads beside the odds that it may lapse."""
    session = begun(harbour, "catch_hidden >= 8")
    astra, borea = protest(session, "astra"), protest(session, "borea")
    assert astra.refusal.endswith("Catch that Astra does not declare must be 8 or more, and is 3.")
    assert IN_DOUBT not in astra.odds_in_full
    assert borea.legal
    assert borea.odds_in_full.endswith(IN_DOUBT)


@pytest.mark.parametrize("by", ["borea", FACILITATOR])
def test_it_is_sealed_and_lapses_for_a_reason_not_told(harbour: PackReading, by: str) -> None:
    """Whoever writes it down for the seat; control reads before that it would lapse, and why."""
    session = begun(harbour, "catch_hidden >= 8")
    session.submit(SealOrders("borea", (PROTEST,)), by)
    session.submit(UncoverOrders(), FACILITATOR)
    ((order,),) = (step.orders for step in uncovered_steps(session))
    assert order.odds == "Lapses as things stand"
    assert "Catch that Astra does not declare" in order.lapse
    session.submit(Adjudicate(), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
    (card,) = seat_view(session, "borea").cards
    assert card.lapse == "Not rolled. The reason is not public."


def test_of_two_needs_only_the_one_that_is_known_is_told(harbour: PackReading) -> None:
    """The sentence does not say whether the hidden one holds as well."""
    for bound in (0, 8):
        session = begun(harbour, f"calm >= 9 and catch_hidden >= {bound}")
        with pytest.raises(Refused) as refused:
            session.submit(SealOrders("borea", (PROTEST,)), "borea")
        assert str(refused.value) == protest(session, "borea").refusal
        assert str(refused.value).endswith(
            "is not open: Calm on the bank must be “quiet” or more, and is “tense”."
        )
