"""What somebody says who was asked about an order, under cover until all of it is counted."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET, Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.before_roll import AskedFor, BeforeRoll, Said
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    lying_open,
    order_body,
    order_kind,
    order_meant,
    order_words,
)
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.others_asked import ASKED_FOR
from idlib_wargame.session.kinds.shapes import text, whole, yes_or_no
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class GiveWord(Act):
    """``number`` is the need (2 to 12) whose word they chose, or a band.

    ``who`` is the seat that says it, or with ``person`` the name of whom the facilitator asked.
    It takes the place of what they said before, until it is counted.
    """

    order: Order
    what: AskedFor
    who: str
    number: int
    person: bool = False


def _body(act: GiveWord, by: str, at: Position) -> Json:
    asking = lying_open(at).asked(act.order, act.what)
    if by != FACILITATOR and (by != act.who or act.person):
        raise Refused(_("Everybody speaks for themselves here."))
    if asking is None or act.what is AskedFor.AGAINST or act.who not in _asked(act, at):
        raise Refused(_("Nobody of that name was asked about that order."))
    if asking.counted:
        raise Refused(_("What was said is counted already."))
    low, high = (0, max(Band)) if act.what is AskedFor.BAND else (LOWEST_TARGET, HIGHEST_TARGET)
    if not low <= act.number <= high:
        said = _("{number} is no answer; it goes from {low} to {high}.")
        raise Refused(fill(said, number=act.number, low=int(low), high=int(high)))
    found = order_meant(act.order, at)
    said_so = {"who": act.who, "person": act.person, "number": int(act.number)}
    return {**order_body(found, at), "what_for": act.what.value, **said_so}


def _asked(act: GiveWord, at: Position) -> tuple[str, ...]:
    asking = lying_open(at).asked(act.order, act.what)
    if asking is None:
        return ()
    return asking.people if act.person else asking.seats


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    body = entry.body
    asking = before.asked(order, AskedFor(body["what_for"]))
    if asking is None:
        return before
    said = Said(body["who"], body["number"], body["person"])
    return before.with_asking(order, asking.with_word(said))


def _line(scenario: Scenario, entry: Entry) -> str:
    """Who answered, and not what: that is under cover until it is counted."""
    body = entry.body
    known = body["who"] in scenario.seat_by_id and not body["person"]
    who = scenario.seat_by_id[body["who"]].name if known else body["who"]
    return fill(_("{who} answers about {order}."), who=who, order=order_words(scenario, body))


WORD_GIVEN = order_kind(
    name="word_given",
    act=GiveWord,
    shape={
        "what_for": ASKED_FOR,
        "who": text,
        "person": yes_or_no,
        "number": whole(0, HIGHEST_TARGET),
    },
    body=_body,
    fold=_fold,
    line=_line,
    open_to_seats=True,
)
