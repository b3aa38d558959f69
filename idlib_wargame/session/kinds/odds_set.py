"""The facilitator sets an order's odds in words, in place of what the tables give."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import BeforeRoll, OddsSet
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    order_body,
    order_kind,
    order_meant,
    order_words,
    reason_given,
)
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.shapes import or_none, text, whole
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import odds_inside


@dataclass(frozen=True, slots=True)
class SetOdds(Act):
    """``need`` is what two dice must come to, 2 to 12; None gives the tables' odds back."""

    order: Order
    need: int | None
    why: str = ""


def _body(act: SetOdds, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    if act.need is not None and not LOWEST_TARGET <= act.need <= HIGHEST_TARGET:
        said = _("Two dice cannot be asked for {need}; set it from {low} to {high}.")
        raise Refused(fill(said, need=act.need, low=LOWEST_TARGET, high=HIGHEST_TARGET))
    needed = _("Odds that are set need their reason, in a few words.")
    why = reason_given(act.why, needed if act.need is not None else "")
    return {**order_body(found, at), "need": act.need, "why": why}


def with_odds(before: BeforeRoll, order: Order, odds: OddsSet | None) -> BeforeRoll:
    """With odds that were set; None for those of the tables."""
    others = {each: kept for each, kept in before.odds.items() if each != order}
    return replace(before, odds=others if odds is None else {**others, order: odds})


def _fold(before: BeforeRoll, order: Order, entry: Entry) -> BeforeRoll:
    need, why = entry.body["need"], entry.body["why"]
    return with_odds(before, order, None if need is None else OddsSet(need, entry.by, why))


def _line(scenario: Scenario, entry: Entry) -> str:
    body, order = entry.body, order_words(scenario, entry.body)
    if body["need"] is None:
        return fill(_("The odds of {order} are the tables' again."), order=order)
    said = _("Odds set for {order}: {odds}. Why: {why}")
    return fill(said, order=order, odds=odds_inside(body["need"]), why=body["why"])


ODDS_SET = order_kind(
    name="odds_set",
    act=SetOdds,
    shape={"need": or_none(whole(LOWEST_TARGET, HIGHEST_TARGET)), "why": text},
    body=_body,
    fold=_fold,
    line=_line,
)
