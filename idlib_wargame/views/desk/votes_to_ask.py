"""Orders that a vote decides and that nobody was asked about yet."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.sight import learns_of
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.votes_out import votes_out
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import fill, ngettext


def votes_to_ask(session: Session) -> tuple[AskOthers, ...]:
    """Asks every seat that knows of such an order, but its own, how likely it is.

    None while a free order lacks its row, which comes first, and none about what nobody else knows.
    """
    before, play = session.play.before_roll, session.play
    rules = session.referee.book.rules
    if before is None or any((o.order.move, o.order.choice) not in rules for o in before.orders):
        return ()
    asks = []
    for roll in votes_out(before, play.setup.method, session.opened_rolls()):
        order = roll.order
        if AskedFor.ODDS in before.asking.get(order, {}):
            continue
        voters = tuple(
            seat.id
            for seat in session.scenario.seats
            if not seat.control
            and seat.id != order.seat
            and learns_of(session.scenario, roll.rule.move, roll.seats, frozenset({seat.actor}))
        )
        if voters:
            asks.append(AskOthers(order, AskedFor.ODDS, voters))
    return tuple(asks)


def ask_words(asks: Sequence[AskOthers]) -> str:
    """What a button says that asks for all of them."""
    count = len(asks)
    said = ngettext("Ask for votes on {count} order", "Ask for votes on {count} orders", count)
    return fill(said, count=count)


def asked_words(asks: Sequence[AskOthers]) -> str:
    """They were asked for."""
    count = len(asks)
    said = ngettext(
        "The seats that know of {count} order are asked how likely it is. Once all have voted, the "
        "button at the top counts what they said.",
        "The seats that know of them are asked how likely {count} orders are. Once all have voted, "
        "the button at the top counts what they said.",
        count,
    )
    return fill(said, count=count)
