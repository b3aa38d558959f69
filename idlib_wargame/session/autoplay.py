"""A whole exercise without a screen, every seat played by a habit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.fitness import may_guarantee, signer
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import OWN, Variant
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.accepted import AcceptResult
from idlib_wargame.session.kinds.method_chosen import ChooseMethod
from idlib_wargame.session.kinds.votes_out import votes_out
from idlib_wargame.session.methods import SEMI_RIGID
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Change, Session
from idlib_wargame.words.language import _


def habit_seating(scenario: Scenario, habit: str) -> tuple[Seating, ...]:
    """Every seat that may order or sign, played by that habit."""
    signing = {
        signer(scenario, actor)
        for actor in scenario.actors
        if scenario.bargain is not None and may_guarantee(scenario, actor)
    }
    return tuple(
        Seating(seat.id, (), f"habit:{habit}")
        for seat in scenario.seats
        if scenario.orders_of(seat.id) > 0 or seat.id in signing
    )


def begin(
    path: Path | None,
    reading: PackReading,
    habit: str,
    seed: bytes,
    variant: Variant = OWN,
) -> Session:
    """An exercise that the habit is to play. Raises SessionFault, and KeyError for a variant."""
    setup = Setup(_("Demonstration"), "", 0)
    if reading.scenario is not None:
        played = variant.played(reading.scenario)
        setup = replace(
            setup,
            turns=played.turns,
            seating=habit_seating(played, habit),
            start=variant.start,
            options=dict(variant.options),
            arrangement=variant.arrangement,
        )
    return Session.create(path, reading, setup, seed)


def play_on(session: Session) -> Iterator[Change]:
    """Every act that is left, one after another, until the exercise is finished.

    What waits for a decision is decided as the dice fell, and what nobody voted on at the tables'
    odds. Raises Refused where an order that a seat wrote itself waits for its row.
    """
    while (following := session.next_act()) is not None:
        for order in _without_votes(session):
            yield session.submit(ChooseMethod(order, SEMI_RIGID), FACILITATOR)
        for card in session.play.undecided:
            yield session.submit(AcceptResult(card.address), FACILITATOR)
        yield session.submit(following[0], FACILITATOR)


def _without_votes(session: Session) -> tuple[Order, ...]:
    before, method = session.play.before_roll, session.play.setup.method
    if before is None:
        return ()
    return tuple(each.order for each in votes_out(before, method, session.opened_rolls()))
