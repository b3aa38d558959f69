"""The seats that are offered while the laptop goes round; fit for everybody in the room."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _


class RoundSeat(NamedTuple):
    """A seat that people play; ``state`` says whether it has sealed, where that is asked now."""

    seat: str
    name: str
    colour: str
    state: str
    is_done: bool


def seats_round(scenario: Scenario, play: Play) -> tuple[RoundSeat, ...]:
    """Every seat that people play, in the pack's order."""
    return tuple(
        RoundSeat(seat.id, seat.name, seat.colour, _state(play, seat.id), seat.id in play.sealed)
        for seat in scenario.seats
        if play.setup.of(seat.id).played_by == "person" and scenario.orders_of(seat.id) > 0
    )


def _state(play: Play, seat: str) -> str:
    if play.phase != ORDERS:
        return ""
    return _("sealed") if seat in play.sealed else _("not sealed yet")
