"""What stands under a seat's orders once they are opened."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.result import Order
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import SeatView, seat_view
from idlib_wargame.words.odds import odds_word
from tests.session.exercises import PROTEST, begun, do, to_orders, to_results


def protest(view: SeatView) -> tuple[str, str]:
    """What stands under the seat's one order, and under the same move among its moves."""
    (wish,) = view.wishes
    order, move = view.order(0, wish), view.option(wish)
    assert order is not None
    assert move is not None
    return order.hint, move.hint


def test_orders_that_were_opened_show_the_odds_that_they_had(session: Session) -> None:
    """As adjudicated, whatever the turn did to the same move; the next turn's are as they stand."""
    to_orders(session)
    assert seat_view(session, "astra").opened_hints == ()
    to_results(session, PROTEST)
    assert session.play.pending is not None
    (card,) = [each for each in session.play.pending.result.cards if each.order.seat == "astra"]
    had = odds_word(card.need)
    assert protest(seat_view(session, "astra"))[0] == had
    do(session, CloseTurn())
    assert protest(seat_view(session, "astra"))[0] == had
    do(session, MoveOn())
    assert seat_view(session, "astra").opened_hints == ()


def test_they_keep_them_whatever_the_turn_did_to_the_same_move(full: PackReading) -> None:
    """What would hold of the move now stands among the moves alone."""
    session, others = begun(full), 0
    for _turn in range(session.play.setup.turns):
        to_orders(session)
        for seat in ("astra", "borea"):
            session.submit(SealOrders(seat, _legal(session, seat)), seat)
        do(session, Adjudicate())
        assert session.play.pending is not None
        cards = {(*each.order[1:],): each for each in session.play.pending.result.cards}
        do(session, CloseTurn())
        view = seat_view(session, "astra")
        for place, wish in enumerate(view.wishes):
            card, order, move = cards[wish[:2]], view.order(place, wish), view.option(wish)
            assert order is not None
            assert move is not None
            assert card.lapsed or order.hint == odds_word(card.need)
            others += order.hint != move.hint
        if session.play.turn < session.play.setup.turns:
            do(session, MoveOn())
    assert others >= 1, "no move has come to other odds"


def _legal(session: Session, seat: str) -> tuple[Wish, ...]:
    view = seat_view(session, seat)
    legal = [each.wish for each in view.options if each.legal and not each.company]
    for count in range(view.orders, 0, -1):
        for start in range(len(legal)):
            wishes = tuple(legal[start : start + count])
            desk = session.referee.desk_of(seat)
            orders = [Order(seat, wish.move, wish.choice) for wish in wishes]
            if len(wishes) == count and not desk.refusals(session.play.state, seat, orders):
                return wishes
    return ()
