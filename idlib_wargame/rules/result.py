"""What a turn came to, as frozen values: each order's card, and what followed by itself.

Results hold ids and figures only. A row of the pack that had a part in one is named as
``kind.id`` (``rules/pack/row_names.py``); whoever shows a result makes the sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from idlib_wargame.rules.dice import Address, ChanceAddress, Pair
from idlib_wargame.rules.marks import TermMark
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order as Order
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.rules.state import Layout, State

Json = dict[str, Any]

# Why an order was not rolled; where a principal is missing, the row of principals is named instead.
NEEDS, ONLY_IF = "needs", "only_if"


class Bound:
    """What may hold an effect back, besides the pack's own limits. A number follows the dot."""

    RISE, FALL = "rise", "fall"  # the most in one turn: rise.2
    UP_TO, DOWN_TO = "up_to", "down_to"  # not past it on this account: down_to.-3
    RANGE = "range"  # where the scale ends: range.10


class Fired(NamedTuple):
    """A modifier that counted: which row, and by how much."""

    row: str
    shift: int


class EffectLine(NamedTuple):
    """What was asked of a track, and what came through.

    ``source`` names the row that added or changed the asking ("contradiction.lull"); empty for
    what the order or row itself asks. ``cut`` says what held it back: "limit.mercy", or a bound
    with its number ("rise.2"); empty where nothing did.
    """

    track: str
    asked: int
    through: int
    source: str = ""
    cut: str = ""


class Release(Enum):
    """When players may read a ruling: as its turn is closed, or once it is told in the hot wash."""

    NOW = "now"
    HOT_WASH = "hot_wash"


class Ruling(NamedTuple):
    """The facilitator's decision on one order.

    ``effects`` are what it asks for in place of the band's, none of which counts then; None leaves
    those of the band. One that is told in the hot wash is ``Release.NOW`` from then on. ``agreed``
    are the seats whose tables agreed on it; none where the facilitator decided alone.
    """

    band: Band
    by: str
    why: str
    release: Release = Release.NOW
    effects: Effects | None = None
    agreed: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether players may read it once its turn is closed."""
        return self.release is Release.NOW

    @property
    def is_withheld(self) -> bool:
        """Whether its reason was taken out for a reader who may not know it; none is without."""
        return not self.why and not self.agreed

    def to_json(self) -> Json:
        """Plain values for the record."""
        return {
            "band": int(self.band),
            "by": self.by,
            "why": self.why,
            "release": self.release.value,
            "effects": asked_to_json(self.effects),
            "agreed": self.agreed,
        }

    @classmethod
    def from_json(cls, body: Json) -> Ruling:
        """The ruling that ``to_json`` wrote."""
        effects = asked_from_json(body["effects"])
        release = Release(body["release"])
        band, agreed = Band(body["band"]), tuple(body["agreed"])
        return cls(band, body["by"], body["why"], release, effects, agreed)


class CodedEvent(NamedTuple):
    """An act as it is coded in CAMEO; ``goldstein`` is in hundredths, ``targets`` are seats."""

    row: str
    cameo: str
    goldstein: int
    targets: tuple[str, ...]


class Card(NamedTuple):
    """One order, adjudicated. ``lapsed`` says why it was not rolled; then band is None.

    ``seats`` are all who ordered it, the one it is booked to first. ``shift`` is the sum of the
    modifiers held to plus or minus three; ``need`` is target less shift, or where the odds were
    set by people, ``set_need``. ``dice`` is None where
    none are thrown. ``band`` is what the table gives, ``ruled`` what the facilitator decided.
    ``contests`` names the contests it lost. ``severity`` is in points, ``goldstein`` in
    hundredths, already scaled by the result. ``table_effects`` is what a card that was ruled on
    would have come to by the table's band, all else being as it is; empty for any other.
    """

    address: Address
    order: Order
    seats: tuple[str, ...]
    table: str
    step: str
    lapsed: str
    target: int
    fired: tuple[Fired, ...]
    shift: int
    need: int
    set_need: int | None
    dice: Pair | None
    band: Band | None
    ruled: Ruling | None
    effects: tuple[EffectLine, ...]
    contests: tuple[str, ...]
    severity: int
    goldstein: int
    events: tuple[CodedEvent, ...]
    table_effects: tuple[EffectLine, ...] = ()

    @property
    def total(self) -> int | None:
        """The sum of the dice."""
        return sum(self.dice) if self.dice else None

    @property
    def margin(self) -> int | None:
        """How far the throw was over (or under) the need."""
        return sum(self.dice) - self.need if self.dice else None

    @property
    def table_need(self) -> int:
        """What the tables would have asked of two dice."""
        return self.target - self.shift

    @property
    def final(self) -> Band | None:
        """The band that counted."""
        return self.ruled.band if self.ruled else self.band

    @property
    def is_overruled(self) -> bool:
        """Whether the facilitator ruled that it comes to something else than the table gives.

        What the tables of the seats agreed on is no ruling of the facilitator's.
        """
        ruled = self.ruled
        if ruled is None or ruled.agreed:
            return False
        return ruled.band != self.band or ruled.effects is not None

    def to_json(self) -> Json:
        """Plain values for the record."""
        return {
            "address": str(self.address),
            "seat": self.order.seat,
            "move": self.order.move,
            "choice": self.order.choice,
            "seats": self.seats,
            "table": self.table,
            "step": self.step,
            "lapsed": self.lapsed,
            "target": self.target,
            "shifts": [{"row": row, "shift": shift} for row, shift in self.fired],
            "shift": self.shift,
            "need": self.need,
            "set_need": self.set_need,
            "dice": self.dice,
            "total": self.total,
            "margin": self.margin,
            "band": self.band,
            "ruled": self.ruled.to_json() if self.ruled else None,
            "effects": effects_to_json(self.effects),
            "table_effects": effects_to_json(self.table_effects),
            "contests": self.contests,
            "severity": self.severity,
            "goldstein": self.goldstein,
            "events": [
                {"row": row, "cameo": cameo, "goldstein": goldstein, "targets": targets}
                for row, cameo, goldstein, targets in self.events
            ],
        }

    @classmethod
    def from_json(cls, body: Json) -> Card:
        """The card that ``to_json`` wrote."""
        ruled, band, dice = body["ruled"], body["band"], body["dice"]
        return cls(
            address=Address.from_text(body["address"]),
            order=Order(body["seat"], body["move"], body["choice"]),
            seats=tuple(body["seats"]),
            table=body["table"],
            step=body["step"],
            lapsed=body["lapsed"],
            target=body["target"],
            fired=tuple([Fired(each["row"], each["shift"]) for each in body["shifts"]]),
            shift=body["shift"],
            need=body["need"],
            set_need=body["set_need"],
            dice=(dice[0], dice[1]) if dice else None,
            band=None if band is None else Band(band),
            ruled=Ruling.from_json(ruled) if ruled else None,
            effects=effects_from_json(body["effects"]),
            table_effects=effects_from_json(body["table_effects"]),
            contests=tuple(body["contests"]),
            severity=body["severity"],
            goldstein=body["goldstein"],
            events=tuple(
                [
                    CodedEvent(e["row"], e["cameo"], e["goldstein"], tuple(e["targets"]))
                    for e in body["events"]
                ]
            ),
        )


class After(NamedTuple):
    """Something that followed by itself: the row of upkeep, conversion or chance, and its effects.

    A chance has dice (None where none are thrown), a target on two dice, and an address. What
    follows from agreements names them, with the term where the rules found something of it.
    """

    row: str
    effects: tuple[EffectLine, ...]
    dice: Pair | None = None
    target: int | None = None
    address: ChanceAddress | None = None
    agreements: tuple[str, ...] = ()

    def to_json(self) -> Json:
        """Plain values for the record."""
        return {
            "row": self.row,
            "effects": effects_to_json(self.effects),
            "dice": self.dice,
            "target": self.target,
            "address": str(self.address) if self.address else "",
            "agreements": self.agreements,
        }

    @classmethod
    def from_json(cls, body: Json) -> After:
        """What ``to_json`` wrote."""
        dice, address = body["dice"], body["address"]
        return cls(
            body["row"],
            effects_from_json(body["effects"]),
            (dice[0], dice[1]) if dice else None,
            body["target"],
            ChanceAddress.from_text(address) if address else None,
            tuple(body["agreements"]),
        )


class TurnResult(NamedTuple):
    """A whole turn. ``state`` is the situation as the next turn finds it.

    ``marks`` are of every term that was in force, ``found_out`` the keys of the agreements that
    became known to all. ``read_off`` has a line for what the close changed and no row asked for: a
    clause's score, a flag, the rung, and the days of each clock.
    """

    turn: int
    cards: tuple[Card, ...]
    after: tuple[After, ...]
    state: State
    flags: tuple[str, ...]
    rung: int
    severity: Mapping[str, int]
    goldstein: Mapping[str, int]
    marks: tuple[TermMark, ...] = ()
    found_out: tuple[str, ...] = ()
    read_off: tuple[EffectLine, ...] = ()

    def to_json(self) -> Json:
        """Plain values for the record."""
        return {
            "turn": self.turn,
            "cards": [card.to_json() for card in self.cards],
            "after": [row.to_json() for row in self.after],
            "state": self.state.to_dict(),
            "flags": self.flags,
            "rung": self.rung,
            "severity": self.severity,
            "goldstein": self.goldstein,
            "marks": [mark.to_json() for mark in self.marks],
            "found_out": self.found_out,
            "read_off": effects_to_json(self.read_off),
        }

    @classmethod
    def from_json(cls, body: Json, layout: Layout) -> TurnResult:
        """The result that ``to_json`` wrote, for a pack of that layout."""
        return cls(
            turn=body["turn"],
            cards=tuple([Card.from_json(card) for card in body["cards"]]),
            after=tuple([After.from_json(row) for row in body["after"]]),
            state=State.from_dict(layout, body["state"]),
            flags=tuple(body["flags"]),
            rung=body["rung"],
            severity=body["severity"],
            goldstein=body["goldstein"],
            marks=tuple([TermMark.from_json(mark) for mark in body["marks"]]),
            found_out=tuple(body["found_out"]),
            read_off=effects_from_json(body["read_off"]),
        )


def effects_to_json(effects: Iterable[EffectLine]) -> list[Json]:
    """Plain values for the record."""
    return [
        {"track": track, "asked": asked, "through": through, "source": source, "cut": cut}
        for track, asked, through, source, cut in effects
    ]


def effects_from_json(rows: Iterable[Json]) -> tuple[EffectLine, ...]:
    """What ``effects_to_json`` wrote."""
    return tuple(
        [EffectLine(r["track"], r["asked"], r["through"], r["source"], r["cut"]) for r in rows]
    )


def asked_to_json(effects: Effects | None) -> list[Json] | None:
    """What somebody asked for, as plain values for the record; None for nothing of one's own."""
    if effects is None:
        return None
    return [
        {"track": each.track, "by": each.by, "up_to": each.up_to, "down_to": each.down_to}
        for each in effects
    ]


def asked_from_json(rows: Iterable[Json] | None) -> Effects | None:
    """What ``asked_to_json`` wrote."""
    if rows is None:
        return None
    return tuple([Effect(r["track"], r["by"], r["up_to"], r["down_to"]) for r in rows])
