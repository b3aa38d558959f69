"""The facilitator counts what was said of an order: the median sets its odds, or a band is agreed.

Of an even number the less likely of the two in the middle counts. A band is agreed only where all
who answered say the same; else it falls to the facilitator, once it is rolled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median_high

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AgreedBand, AskedFor, Asking, BeforeRoll, OddsSet
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    lying_open,
    order_body,
    order_kind,
    order_meant,
    order_words,
)
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.odds_set import with_odds
from idlib_wargame.session.kinds.others_asked import ASKED_FOR
from idlib_wargame.session.kinds.shapes import list_of, or_none, row, text, whole, yes_or_no
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_words, odds_inside, vote_words


@dataclass(frozen=True, slots=True)
class CountWords(Act):
    """What was said of an order is uncovered and counted; who has not answered does not count."""

    order: Order
    what: AskedFor


def _body(act: CountWords, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    asking = lying_open(at).asked(found.order, act.what)
    if asking is None or act.what is AskedFor.AGAINST:
        raise Refused(_("Nobody was asked about that order."))
    if asking.counted:
        raise Refused(_("What was said is counted already."))
    if not asking.said:
        raise Refused(_("Nobody has answered yet."))
    said = [{"who": s.who, "person": s.person, "number": s.number} for s in asking.said]
    came_to = {"what_for": act.what.value, "said": said, "number": came_to_number(asking)}
    return {**order_body(found, at), **came_to}


def came_to_number(asking: Asking) -> int | None:
    """The need that a vote comes to, or the band that all agree on; None where they do not."""
    numbers = [each.number for each in asking.said]
    if not numbers:
        return None
    if asking.what is AskedFor.ODDS:
        return median_high(numbers)
    return numbers[0] if len(set(numbers)) == 1 else None


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    body = entry.body
    what, number = AskedFor(body["what_for"]), body["number"]
    asking = before.asked(order, what)
    if asking is None:
        return before
    before = before.with_asking(order, asking._replace(counted=True))
    if number is None:
        return before
    if what is AskedFor.ODDS:
        return with_odds(before, order, OddsSet(number, entry.by, "", voted=True))
    seats = tuple(each["who"] for each in body["said"] if not each["person"])
    agreed = AgreedBand(Band(number), seats)
    return replace(before, bands={**before.bands, order: agreed})


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    order, number, count = order_words(scenario, body), body["number"], len(body["said"])
    if number is None:
        said = _("No result of {order} is agreed; it falls to the facilitator.")
        return fill(said, order=order)
    if AskedFor(body["what_for"]) is AskedFor.BAND:
        said = _("Agreed on {order}: {result}.")
        return fill(said, order=order, result=band_words(Band(number)))
    said = _("A vote on {order}, {vote}: {odds}.")
    return fill(said, vote=vote_words(count), order=order, odds=odds_inside(number))


WORDS_COUNTED = order_kind(
    name="words_counted",
    act=CountWords,
    shape={
        "what_for": ASKED_FOR,
        "said": list_of(row(who=text, person=yes_or_no, number=whole(0, 12))),
        "number": or_none(whole(0, 12)),
    },
    body=_body,
    fold=_fold,
    line=_line,
)
