"""What a turn came to, as frozen values: each order's card, and what followed by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from idlib_wargame.rules.dice import Pair
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Event
from idlib_wargame.rules.state import Layout, State

Json = dict[str, Any]


class Order(NamedTuple):
    """A seat's chosen move; ``choice`` is empty where the move has none."""

    seat: str
    move: str
    choice: str = ""


class Fired(NamedTuple):
    """A modifier that counted: by how much, why, and on whose word."""

    shift: int
    why: str
    source: str


class EffectLine(NamedTuple):
    """What was asked of a track, what came through, and what cut it."""

    track: str
    asked: int
    through: int
    limit: str


class Ruling(NamedTuple):
    """The facilitator's decision on one order; ``shown`` says whether players see it in play."""

    band: Band
    by: str
    why: str
    shown: bool


class Card(NamedTuple):
    """One order, adjudicated. ``lapsed`` says why it was not rolled; then band is None.

    ``seats`` are all who ordered it, the one it is booked to first. ``shift`` is the sum of the
    modifiers held to plus or minus three; ``need`` is target less shift. ``dice`` is None where
    none are thrown. ``band`` is what the table gives, ``ruled`` what the facilitator decided.
    ``severity`` is in points, ``goldstein`` in hundredths, already scaled by the result.
    """

    address: str
    order: Order
    seats: tuple[str, ...]
    table: str
    step: str
    lapsed: str
    target: int
    fired: tuple[Fired, ...]
    shift: int
    need: int
    dice: Pair | None
    band: Band | None
    ruled: Ruling | None
    effects: tuple[EffectLine, ...]
    notes: tuple[str, ...]
    severity: int
    goldstein: int
    events: tuple[Event, ...]

    @property
    def total(self) -> int | None:
        """The sum of the dice."""
        return sum(self.dice) if self.dice else None

    @property
    def margin(self) -> int | None:
        """How far the throw was over (or under) the need."""
        return sum(self.dice) - self.need if self.dice else None

    @property
    def final(self) -> Band | None:
        """The band that counted."""
        return self.ruled.band if self.ruled else self.band

    def to_json(self) -> Json:
        """Plain values for the record."""
        ruled = self.ruled
        return {
            "address": self.address,
            "seat": self.order.seat,
            "move": self.order.move,
            "choice": self.order.choice,
            "seats": self.seats,
            "table": self.table,
            "step": self.step,
            "lapsed": self.lapsed,
            "target": self.target,
            "shifts": [{"shift": s, "why": why, "source": src} for s, why, src in self.fired],
            "shift": self.shift,
            "need": self.need,
            "dice": self.dice,
            "total": self.total,
            "margin": self.margin,
            "band": self.band,
            "ruled": {**ruled._asdict(), "band": int(ruled.band)} if ruled else None,
            "effects": _effects_to_json(self.effects),
            "notes": self.notes,
            "severity": self.severity,
            "goldstein": self.goldstein,
            "events": [
                {
                    "cameo": event.cameo,
                    "name": event.name,
                    "goldstein": event.goldstein,
                    "targets": event.targets,
                }
                for event in self.events
            ],
        }

    @classmethod
    def from_json(cls, body: Json) -> Card:
        """The card that ``to_json`` wrote."""
        ruled, band, dice = body["ruled"], body["band"], body["dice"]
        return cls(
            address=body["address"],
            order=Order(body["seat"], body["move"], body["choice"]),
            seats=tuple(body["seats"]),
            table=body["table"],
            step=body["step"],
            lapsed=body["lapsed"],
            target=body["target"],
            fired=tuple(Fired(f["shift"], f["why"], f["source"]) for f in body["shifts"]),
            shift=body["shift"],
            need=body["need"],
            dice=(dice[0], dice[1]) if dice else None,
            band=None if band is None else Band(band),
            ruled=Ruling(Band(ruled["band"]), ruled["by"], ruled["why"], ruled["shown"])
            if ruled
            else None,
            effects=_effects_from_json(body["effects"]),
            notes=tuple(body["notes"]),
            severity=body["severity"],
            goldstein=body["goldstein"],
            events=tuple(
                Event(e["cameo"], e["name"], e["goldstein"], tuple(e["targets"]))
                for e in body["events"]
            ),
        )


class After(NamedTuple):
    """Something that followed by itself: an upkeep row, a conversion or a chance."""

    id: str
    kind: str
    why: str
    effects: tuple[EffectLine, ...]
    dice: Pair | None = None
    target: int | None = None
    address: str = ""


class TurnResult(NamedTuple):
    """A whole turn. ``state`` is the situation as the next turn finds it."""

    turn: int
    cards: tuple[Card, ...]
    after: tuple[After, ...]
    state: State
    flags: tuple[str, ...]
    rung: int
    severity: Mapping[str, int]
    goldstein: Mapping[str, int]

    def to_json(self) -> Json:
        """Plain values for the record."""
        return {
            "turn": self.turn,
            "cards": [card.to_json() for card in self.cards],
            "after": [
                {
                    "id": row.id,
                    "kind": row.kind,
                    "why": row.why,
                    "effects": _effects_to_json(row.effects),
                    "dice": row.dice,
                    "target": row.target,
                    "address": row.address,
                }
                for row in self.after
            ],
            "state": self.state.to_dict(),
            "flags": self.flags,
            "rung": self.rung,
            "severity": self.severity,
            "goldstein": self.goldstein,
        }

    @classmethod
    def from_json(cls, body: Json, layout: Layout) -> TurnResult:
        """The result that ``to_json`` wrote, for a pack of that layout."""
        return cls(
            turn=body["turn"],
            cards=tuple(Card.from_json(card) for card in body["cards"]),
            after=tuple(
                After(
                    row["id"],
                    row["kind"],
                    row["why"],
                    _effects_from_json(row["effects"]),
                    (row["dice"][0], row["dice"][1]) if row["dice"] else None,
                    row["target"],
                    row["address"],
                )
                for row in body["after"]
            ),
            state=State.from_dict(layout, body["state"]),
            flags=tuple(body["flags"]),
            rung=body["rung"],
            severity=body["severity"],
            goldstein=body["goldstein"],
        )


def _effects_to_json(effects: tuple[EffectLine, ...]) -> list[Json]:
    return [
        {"track": track, "asked": asked, "through": through, "limit": limit}
        for track, asked, through, limit in effects
    ]


def _effects_from_json(rows: list[Json]) -> tuple[EffectLine, ...]:
    return tuple(EffectLine(r["track"], r["asked"], r["through"], r["limit"]) for r in rows)
