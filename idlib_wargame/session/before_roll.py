"""A turn whose orders lie open and were not all rolled: what was decided and said of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.methods import EXPECTED


class PlayedOrder(NamedTuple):
    """An order as it was opened, and the reason that a person wrote for it.

    ``inject`` is the id of the inject that made control play it, empty for an order of its seat.
    ``free`` is what a seat wrote itself, None for a move of the pack.
    """

    order: Order
    why: str
    inject: str = ""
    free: FreeOrder | None = None


class AskedFor(Enum):
    """What others are asked about an order before it is rolled."""

    AGAINST = "against"  # reasons why it should not come off
    ODDS = "odds"  # how likely it is: a vote, of which the median counts
    BAND = "band"  # how it comes out: the tables agree, or the facilitator decides


class OddsSet(NamedTuple):
    """What two dice must come to by decision, who decided it and why.

    ``voted`` where it came of votes: their median, of an even number the less likely in the middle.
    """

    need: int
    by: str
    why: str
    voted: bool = False


class Said(NamedTuple):
    """What somebody said who was asked: a need for the odds, or a band, as a number.

    ``who`` is a seat's id, or for a ``person`` whom the facilitator asked their name.
    """

    who: str
    number: int
    person: bool = False


class Argument(NamedTuple):
    """A reason for an order or against it. ``by`` is a seat's id, or the facilitator."""

    by: str
    text: str
    is_for: bool = False


class Asking(NamedTuple):
    """What was asked about an order, whom, and what they said. ``counted`` once it is closed."""

    what: AskedFor
    seats: tuple[str, ...]
    people: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    counted: bool = False

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Who was asked and has not answered: seats, then people."""
        answered = {(each.who, each.person) for each in self.said}
        return (
            *(seat for seat in self.seats if (seat, False) not in answered),
            *(name for name in self.people if (name, True) not in answered),
        )

    def with_word(self, said: Said) -> Asking:
        """With what somebody said, in place of what they said before."""
        others = [each for each in self.said if each[::2] != said[::2]]
        return self._replace(said=(*others, said))


class AgreedBand(NamedTuple):
    """A band that the tables agreed on: ``seats`` are those that did, ``why`` may be empty."""

    band: Band
    seats: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class BeforeRoll:
    """The orders of a turn as they were opened. Everything else is by the order it is about.

    Of orders that roll together, that is the one which the roll is booked to. ``agreed`` is what
    was agreed as they were opened. ``told`` are the seats that were shown a free order before it
    had a row; ``asking`` has the last question about an order of each kind.
    """

    turn: int
    orders: tuple[PlayedOrder, ...]
    agreed: Ledger = EMPTY
    odds: Mapping[Order, OddsSet] = field(default_factory=dict)
    methods: Mapping[Order, str] = field(default_factory=dict)
    told: Mapping[Order, frozenset[str]] = field(default_factory=dict)
    arguments: Mapping[Order, tuple[Argument, ...]] = field(default_factory=dict)
    asking: Mapping[Order, Mapping[AskedFor, Asking]] = field(default_factory=dict)
    bands: Mapping[Order, AgreedBand] = field(default_factory=dict)
    rolled: frozenset[Order] = frozenset()

    def of(self, order: Order) -> PlayedOrder | None:
        """The order as it was opened; None where it is not among them."""
        return next((each for each in self.orders if each.order == order), None)

    def asked(self, order: Order, what: AskedFor) -> Asking | None:
        """What was asked of that kind about an order."""
        return self.asking.get(order, {}).get(what)

    def with_asking(self, order: Order, asking: Asking) -> BeforeRoll:
        """With a question about an order, in place of the last of its kind."""
        kept = {**self.asking.get(order, {}), asking.what: asking}
        return replace(self, asking={**self.asking, order: kept})

    def decided(self, method: str) -> Decisions:
        """What was decided of odds and dice in an exercise of that method; rulings are apart."""
        orders = [each.order for each in self.orders]
        undiced = (each for each in orders if self.methods.get(each, method) == EXPECTED)
        needs = {order: odds.need for order, odds in self.odds.items()}
        return Decisions(needs=needs, undiced=frozenset(undiced))
