"""The row that control writes for a free order: how it is told in a record, and played."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Event, Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Effects

Json = dict[str, Any]


class Coded(NamedTuple):
    """How the act is coded: CAMEO code, its name, weight in hundredths, and at whom it aims."""

    cameo: str
    name: str
    goldstein: int
    targets: tuple[str, ...] = ()


class OwnMove(NamedTuple):
    """A row as it is written for one free order.

    ``like`` is the move of the pack that it was taken from, with ``choice``; its modifiers and,
    where all learn of the act, its tags count. Empty for one from nothing. ``effects`` are those of
    each band, complete. ``learns`` are the actors that learn of the act beside whoever does it;
    None for all.
    """

    name: str
    table: str
    step: str
    target: int
    severity: str
    effects: Mapping[Band, Effects]
    coded: Coded | None = None
    learns: tuple[str, ...] | None = None
    like: str = ""
    choice: str = ""

    def to_body(self) -> Json:
        """Plain values for the record."""
        return {
            **self._asdict(),
            "effects": {str(int(band)): effects_to_body(each) for band, each in self._by_band()},
            "coded": self.coded._asdict() if self.coded else None,
        }

    def _by_band(self) -> Iterable[tuple[Band, Effects]]:
        return ((band, self.effects.get(band, ())) for band in Band)

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> OwnMove:
        """What ``to_body`` wrote."""
        coded, learns = body["coded"], body["learns"]
        return cls(
            name=body["name"],
            table=body["table"],
            step=body["step"],
            target=body["target"],
            severity=body["severity"],
            effects={Band(int(b)): effects_from_body(rows) for b, rows in body["effects"].items()},
            coded=Coded(**{**coded, "targets": tuple(coded["targets"])}) if coded else None,
            learns=None if learns is None else tuple(learns),
            like=body["like"],
            choice=body["choice"],
        )

    def as_move(self, id: str, doer: str, scenario: Scenario) -> Move:
        """The row of the tables, for an order by that actor alone."""
        model = scenario.move_by_id.get(self.like)
        open_to_all = self.learns is None
        coded = self.coded
        return Move(
            id=id,
            code="",
            name=self.name,
            table=self.table,
            step=self.step,
            seats=(),
            target=self.target,
            severity=self.severity,
            modifiers=model.modifiers if model is not None else (),
            effects={band: each for band, each in self._by_band() if each},
            tags=_tags(model, self.choice) if model is not None and open_to_all else frozenset(),
            events=(Event(coded.cameo, coded.name, coded.goldstein, coded.targets),)
            if coded
            else (),
            seen_by=None if self.learns is None else frozenset({doer, *self.learns}),
            own=True,
        )


def like_move(scenario: Scenario, name: str, move: Move, choice: str, doer: str) -> OwnMove:
    """A row with a name of its own and all else as a move of the pack has it, for that actor."""
    chosen = move.choice(choice)
    added = chosen.effects if chosen is not None else {}
    extra = move.by_seat.get(doer, {})
    effects = {
        band: (*move.effects.get(band, ()), *added.get(band, ()), *extra.get(band, ()))
        for band in Band
    }
    event = move.events[0] if move.events else None
    targets = chosen.targets if chosen is not None and chosen.targets else ()
    coded = (
        Coded(event.cameo, event.name, event.goldstein, targets or event.targets) if event else None
    )
    learns = None if move.seen_by is None else tuple(sorted(move.seen_by - {doer}))
    return OwnMove(
        name=name,
        table=move.table,
        step=move.step,
        target=move.target,
        severity=move.severity,
        effects=effects,
        coded=coded,
        learns=learns,
        like=move.id,
        choice=choice,
    )


def _tags(model: Move, choice: str) -> frozenset[str]:
    chosen = model.choice(choice)
    return model.tags | (chosen.tags if chosen is not None else frozenset())


def effects_to_body(effects: Effects) -> list[Json]:
    """Effects as plain values."""
    return [{"track": e.track, "by": e.by, "up_to": e.up_to, "down_to": e.down_to} for e in effects]


def effects_from_body(rows: Iterable[Mapping[str, Any]]) -> Effects:
    """What ``effects_to_body`` wrote."""
    return tuple(Effect(r["track"], r["by"], r["up_to"], r["down_to"]) for r in rows)
