"""What adjudicating and ruling share: how a turn's results are worked out, kept and read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.dice import ProvableDice
from idlib_wargame.rules.names import TURNS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order, TurnResult
from idlib_wargame.session.before_roll import BeforeRoll, PlayedOrder
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.kind import Folding, Json, Position
from idlib_wargame.session.methods import EXPECTED
from idlib_wargame.session.naming import told_apart_by
from idlib_wargame.session.play import Play, Setup, Turn


def dice_thrown(method: str, dice: ProvableDice) -> ProvableDice | None:
    """The dice that a method throws; None where every order gets its likeliest result."""
    return None if method == EXPECTED else dice


def standing_of(at: Position, orders: Sequence[PlayedOrder], agreed: Ledger) -> Standing:
    """What a turn is adjudicated under."""
    forced = frozenset(each.order for each in orders if each.inject)
    setup = at.play.setup
    return Standing(agreed, forced, same_hands(at.scenario, setup), setup.turns)


def same_hands(scenario: Scenario, setup: Setup) -> frozenset[frozenset[str]]:
    """Each two actors that the same people sign for: between them nothing is earned.

    Those are the same where all who sit at the one sit at the other too.
    """
    if scenario.bargain is None:
        return frozenset()
    hands = {
        actor: {told_apart_by(name) for name in setup.of(signer(scenario, actor)).people}
        for actor in scenario.actors
    }
    return frozenset(
        frozenset((one, other))
        for one, other in combinations(scenario.actors, 2)
        if hands[one]
        and hands[other]
        and (hands[one] <= hands[other] or hands[other] <= hands[one])
    )


def opened_to_body(orders: Iterable[PlayedOrder]) -> list[Json]:
    """Orders as they were opened, for a body."""
    return [
        {
            **o.order._asdict(),
            "why": o.why,
            "inject": o.inject,
            "free": o.free.to_body() if o.free else None,
        }
        for o in orders
    ]


def opened_from_body(rows: Iterable[Mapping[str, Any]]) -> tuple[PlayedOrder, ...]:
    """The orders that ``opened_to_body`` wrote."""
    return tuple(
        PlayedOrder(
            Order(o["seat"], o["move"], o["choice"]),
            o["why"],
            o["inject"],
            FreeOrder.from_body(o["free"]),
        )
        for o in rows
    )


def result_to_body(method: str, orders: Sequence[PlayedOrder], result: TurnResult) -> Json:
    """The body of an ``adjudicated`` entry, and the ``result`` of a ``ruling``."""
    return {"method": method, "orders": opened_to_body(orders), **result.to_json()}


def turn_from_body(play: Play, entry: Entry, body: Mapping[str, Any], folding: Folding) -> Turn:
    """The turn that ``result_to_body`` wrote. Stored results are read, never worked out again."""
    if entry.number not in folding.turns:
        opening = folding.referee.opening(play.state[TURNS])
        result = TurnResult.from_json(dict(body), folding.referee.layout)
        agreed, before = _opened_under(play)
        folding.turns[entry.number] = Turn(
            began=play.last.result.state if play.last else opening,
            opening=play.state,
            orders=opened_from_body(body["orders"]),
            result=result,
            turns=play.setup.turns,
            agreed=agreed,
            before=before,
            tested=agreed.tested(result.turn, result.marks, result.found_out) if agreed else agreed,
        )
    return folding.turns[entry.number]


def _opened_under(play: Play) -> tuple[Ledger, BeforeRoll | None]:
    """What was agreed as a turn's orders were opened, and what was decided before they rolled."""
    if play.pending is not None:
        return play.pending.agreed, play.pending.before
    before = play.before_roll
    return (before.agreed if before is not None else play.ledger), before
