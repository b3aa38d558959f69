"""Odds that people set for an order in place of the tables': who did, as far as a reader may know.

Why they were set, how many voted, and what the tables would have asked is for the facilitator.
"""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.order import Order
from idlib_wargame.rules.result import Card
from idlib_wargame.rules.turn.orders import Odds
from idlib_wargame.session.before_roll import AskedFor, BeforeRoll
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import odds_set_words, vote_words
from idlib_wargame.words.results import need_words


class OddsTold(NamedTuple):
    """``who`` says who set them, and ``account`` all that the reader may know of it.

    ``tables`` says whether that is also what the tables would have asked.
    """

    who: str
    account: str
    tables: bool = False


def odds_told(
    card: Card, before: BeforeRoll | None, numbers: bool, to_control: bool
) -> OddsTold | None:
    """How the odds of a card were set; None where the tables' counted, or it was not rolled."""
    if card.set_need is None or card.band is None:
        return None
    kept = before.odds.get(card.order) if before is not None else None
    who = odds_set_words(kept is not None and kept.voted)
    if before is None or not to_control:
        return OddsTold(who, who)
    tables = Odds(card.target, card.fired, card.shift, card.table_need)
    return OddsTold(who, set_by_words(before, card.order, tables, numbers), tables=True)


def set_by_words(before: BeforeRoll, order: Order, tables: Odds, numbers: bool) -> str:
    """For the facilitator: who set odds and why, or of what votes; and what the tables ask."""
    kept = before.odds.get(order)
    if kept is None:
        return ""
    asking = before.asked(order, AskedFor.ODDS)
    votes = len(asking.said) if asking is not None and asking.counted else 0
    places = {"tables": need_words(tables, numbers), "why": kept.why, "vote": vote_words(votes)}
    if kept.voted:
        return fill(_("Set by a vote ({vote}); by the tables {tables}."), **places)
    return fill(_("Set by you; by the tables {tables}. Why: {why}"), **places)
