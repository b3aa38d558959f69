"""What stands on the map: each feature that shows, who holds it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.pack.map import Feature as Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import Layout, State

SIGNS = ("crossing", "camp", "base", "town", "post")  # in the order in which they are drawn


class Change(Enum):
    """What became of a feature since last turn."""

    NONE = ""
    NEW = "new"
    TAKEN = "taken"
    GONE = "gone"
    MOVED = "moved"  # as it was, but what it tells of stands elsewhere: people in a camp


@dataclass(frozen=True, slots=True)
class Standing:
    """A feature as it stands. ``holder`` and ``before`` name actors, or are "".

    ``owner`` is whom the last row of its holdings names: for a post, whose it is, whoever may
    have cut it off.
    """

    feature: Feature
    holder: str
    owner: str
    before: str = ""
    change: Change = Change.NONE

    @property
    def is_cut_off(self) -> bool:
        """Whether it is a post that others than its owner have in their grip."""
        return self.feature.kind == "post" and self.holder != self.owner


@dataclass(frozen=True, slots=True)
class _Reading:
    """A feature's conditions, ready to be read off a row.

    ``tells`` is the track of a sign that is drawn alike wherever that track stands, or "".
    """

    feature: Feature
    shown: Test
    holdings: tuple[tuple[str, Test], ...]
    tells: str

    @classmethod
    def of(cls, feature: Feature, layout: Layout) -> _Reading:
        """Those of a feature."""
        shown = compile_test(feature.shown, layout.index)
        holdings = [(each.by, compile_test(each.when, layout.index)) for each in feature.holdings]
        is_told = feature.kind in SIGNS and feature.track not in read_by(feature)
        return cls(feature, shown, tuple(holdings), feature.track if is_told else "")

    def holder(self, state: State) -> str | None:
        """Who holds it ("" for nobody); None while it does not show."""
        if not self.shown(state.row):
            return None
        return next((by for by, holds in self.holdings if holds(state.row)), "")


class Ground:
    """Reads a pack's map off a state."""

    def __init__(self, scenario: Scenario) -> None:
        self._features = scenario.map
        self._layout: Layout | None = None
        self._readings: tuple[_Reading, ...] = ()

    def standings(self, state: State, previous: State | None = None) -> tuple[Standing, ...]:
        """Every feature that shows, or that showed in ``previous``, in the pack's order."""
        self._make_ready(state.layout)
        found = []
        for reading in self._readings:
            standing = _standing(reading, state, previous)
            if standing is not None:
                found.append(standing)
        return tuple(found)

    def _make_ready(self, layout: Layout) -> None:
        if layout is self._layout:
            return
        self._layout = layout
        self._readings = tuple(_Reading.of(feature, layout) for feature in self._features)


def _standing(reading: _Reading, state: State, previous: State | None) -> Standing | None:
    feature = reading.feature
    owner = feature.holdings[-1].by if feature.holdings else ""
    now = reading.holder(state)
    before = reading.holder(previous) if previous is not None else now
    if now is None:
        if before is None:
            return None
        return Standing(feature, before, owner, before, Change.GONE)
    if before is None:
        return Standing(feature, now, owner, "", Change.NEW)
    return Standing(feature, now, owner, before, _became(reading, state, previous, now == before))


def _became(
    reading: _Reading, state: State, previous: State | None, is_held_as_before: bool
) -> Change:
    if not is_held_as_before:
        return Change.TAKEN
    tells = reading.tells
    if tells and previous is not None and state[tells] != previous[tells]:
        return Change.MOVED
    return Change.NONE


def read_by(feature: Feature) -> tuple[str, ...]:
    """The names that decide whether a feature shows and who holds it, each once."""
    conditions = (feature.shown, *(holding.when for holding in feature.holdings))
    return tuple(dict.fromkeys(name for each in conditions for name in names_in(each)))
