"""What stands under a seat's orders once they are opened: their odds as they were adjudicated.

Under an order of its own stands what others say of it, until it is rolled.

By then the situation is another, and what would hold of the same move now is no business of theirs.
"""

from __future__ import annotations

from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, REPORT
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.views.asked_orders import argued_words
from idlib_wargame.words.odds import odds_word
from idlib_wargame.words.results import lapse_words


def opened_hints(referee: Referee, play: Play, seat: str) -> tuple[str, ...]:
    """Their odds, or why one was not rolled, order by order; none while orders are not opened.

    ``play`` is cut to what the seat may know.
    """
    if play.phase not in (ADJUDICATION, REPORT, FINISHED):
        return ()
    return tuple(_hint(referee, play, seat, wish) for wish in play.sealed.get(seat, ()))


def _hint(referee: Referee, play: Play, seat: str, wish: Wish) -> str:
    if play.phase == ADJUDICATION:
        if wish.free is not None:
            return _argued(referee, play, Order(seat, wish.move))
        if (wish.move, wish.choice) not in referee.desk_of(seat).known:
            return ""  # its row is gone
        order, state = Order(seat, wish.move, wish.choice), play.opened or play.state
        return odds_word(referee.desk_of(seat).odds(state, order).need)
    for card in play.last.result.cards if play.last is not None else ():
        if seat in card.seats and (card.order.move, card.order.choice) == wish[:2]:
            return lapse_words(referee.scenario, card) if card.lapsed else odds_word(card.need)
    return ""


def _argued(referee: Referee, play: Play, order: Order) -> str:
    """What others say of a free order while it lies open; its odds are set only then."""
    before = play.before_roll
    arguments = before.arguments.get(order, ()) if before is not None else ()
    return "\n".join(argued_words(referee.scenario, arguments))
