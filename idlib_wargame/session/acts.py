"""Everything that may be asked of a session. A window sends one of these and redraws on the change.

``Session.submit(act, by)`` takes them; ``by`` is a seat's id or FACILITATOR.
"""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.play import Wish

FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class DraftOrders:
    """What a seat has picked so far. Kept, so that nothing is lost; not yet binding."""

    seat: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class SealOrders:
    """A seat's orders for this turn, binding unless unsealed. None at all is a choice too."""

    seat: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class UnsealOrders:
    """The seat takes its orders back to the draft, while the phase lasts."""

    seat: str


@dataclass(frozen=True, slots=True)
class MoveOn:
    """The facilitator goes to the next phase of the turn (never into or past adjudication)."""


@dataclass(frozen=True, slots=True)
class Adjudicate:
    """The facilitator opens all orders and has them adjudicated."""


@dataclass(frozen=True, slots=True)
class Decide:
    """The facilitator rules otherwise on one card; ``band`` None takes a ruling back."""

    address: Address
    band: Band | None
    why: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class CloseTurn:
    """The facilitator accepts the results: they become the situation, and the report is due."""


@dataclass(frozen=True, slots=True)
class SendInject:
    """The facilitator sends an inject of the pack; its effects follow at once."""

    inject: str


@dataclass(frozen=True, slots=True)
class SkipInject:
    """The facilitator holds an inject back this turn."""

    inject: str


@dataclass(frozen=True, slots=True)
class Tell:
    """The facilitator tells some actors something of the moment; to nobody named means to all."""

    to: tuple[str, ...]
    sender: str
    text: str


@dataclass(frozen=True, slots=True)
class TakeNote:
    """A note for the record, seen by the facilitator only."""

    text: str


@dataclass(frozen=True, slots=True)
class Reseat:
    """Who sits at a seat changes, or who plays it: "person", "control" or "habit:ID"."""

    seat: str
    people: tuple[str, ...]
    played_by: str


@dataclass(frozen=True, slots=True)
class Undo:
    """The last act that still stands is struck. The record keeps both."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """A turn goes back to its orders, sealed as they were; what came after is struck."""

    turn: int


@dataclass(frozen=True, slots=True)
class Finish:
    """The exercise ends: the outcome is read and the seed of the dice is published."""


Act = (
    DraftOrders
    | SealOrders
    | UnsealOrders
    | MoveOn
    | Adjudicate
    | Decide
    | CloseTurn
    | SendInject
    | SkipInject
    | Tell
    | TakeNote
    | Reseat
    | Undo
    | Reopen
    | Finish
)
