"""An order as it is opened, and as it is rolled: one roll, however many seats share it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.dice import Address, Pair
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Fired, Order
from idlib_wargame.rules.turn.book import Rule


class Opened(NamedTuple):
    """An order, the rule it plays and the actor it counts for."""

    order: Order
    rule: Rule
    actor: str


class Roll(NamedTuple):
    """One roll: the order it is booked to and every seat that shares it.

    ``set_need`` is what was decided that it needs, None where the tables say it. ``conflicts`` are
    the rows of the pack by which other orders of the turn may take something from it, as far as
    that can be said before dice are thrown; told by ``Referee.before_roll`` alone.
    """

    order: Order
    rule: Rule
    seats: tuple[str, ...]
    actors: tuple[str, ...]
    address: Address
    lapsed: str
    fired: tuple[Fired, ...]
    shift: int
    need: int
    set_need: int | None
    dice: Pair | None
    band: Band | None
    conflicts: tuple[str, ...] = ()
