"""What the form of a ruling asks for while it is open. It reaches no session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effects


class Foreseen(NamedTuple):
    """What an order would come to as all settles now.

    ``moves`` says it in words, ``besides`` what else of the turn would come out otherwise; empty
    for nothing. ``effects`` are what would come through, to write others from.
    """

    moves: str
    besides: str = ""
    effects: Effects = ()


@dataclass(frozen=True)
class RulingHelp:
    """Nothing of it is worked out before it is asked for.

    ``reasons`` are to be picked from; ``tracks`` are ids with names, of which effects are written.
    ``by_band`` and ``written`` give nothing once there is nothing to rule on.
    """

    reasons: tuple[str, ...]
    tracks: Mapping[str, str]
    by_band: Callable[[Address], Mapping[Band, Foreseen]]
    written: Callable[[Address, Band, Effects], Foreseen | None]


# For a card that stands by itself, where nobody rules.
NO_HELP = RulingHelp((), {}, lambda address: {}, lambda address, band, effects: None)
