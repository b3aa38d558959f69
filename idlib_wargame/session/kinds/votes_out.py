"""Which orders are still to be rolled, and which of them wait for their vote.

Every label, hint, step and refusal goes by this.
"""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.before_roll import BeforeRoll
from idlib_wargame.session.methods import VOTE


def to_roll(before: BeforeRoll, rolls: Sequence[Roll]) -> tuple[Roll, ...]:
    """Those that dice are still thrown for: neither rolled already, nor such as lapse."""
    return tuple(each for each in rolls if not each.lapsed and each.order not in before.rolled)


def votes_out(before: BeforeRoll, method: str, rolls: Sequence[Roll]) -> tuple[Roll, ...]:
    """Those of them that a vote decides which nobody has counted, and whose odds nobody set."""
    return tuple(
        each
        for each in to_roll(before, rolls)
        if before.methods.get(each.order, method) == VOTE and each.order not in before.odds
    )
