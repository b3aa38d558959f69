"""Simultaneous effects: added together, then held by caps, per-turn limits, limits and ranges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.pack.course import Limit
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Bound, EffectLine
from idlib_wargame.rules.state import Layout

UNBOUNDED = 10**9


class Ask(NamedTuple):
    """One effect asked of a cell, and who asks: an index the caller gives meaning to.

    ``source`` names the row of the pack that added or changed it, where one did.
    """

    asker: int
    effect: Effect
    source: str = ""


class Bounds(NamedTuple):
    """What holds one cell: its range, its greatest fall and rise in a turn, its limits."""

    low: int
    high: int
    fall: int
    rise: int
    limits: tuple[tuple[Test, Limit], ...]


FREE = Bounds(-UNBOUNDED, UNBOUNDED, UNBOUNDED, UNBOUNDED, ())


class Settlement:
    """The pack's bounds, ready to settle one round of effects after another."""

    def __init__(self, scenario: Scenario, layout: Layout) -> None:
        index = layout.index
        self._index = index
        self._bounds = [FREE] * len(layout.names)
        for track in scenario.tracks:
            self._bounds[index[track.id]] = Bounds(
                track.low,
                track.high,
                UNBOUNDED if track.fall is None else track.fall,
                UNBOUNDED if track.rise is None else track.rise,
                (),
            )
        for limit in scenario.limits:
            cell = index[limit.track]
            mine = (compile_test(limit.when, index), limit)
            bounds = self._bounds[cell]
            self._bounds[cell] = bounds._replace(limits=(*bounds.limits, mine))

    def settle(
        self, row: list[int], base: Sequence[int], asks: Sequence[Ask]
    ) -> dict[int, list[EffectLine]]:
        """Apply all asks to ``row`` at once; what each asker asked and got, by asker.

        ``base`` is the row as the turn found it, which per-turn limits count from. Limits read
        ``row`` as it stands before any of the asks.
        """
        by_cell: dict[int, list[Ask]] = {}
        changed: list[tuple[int, int]] = []
        index = self._index
        for ask in asks:
            cell = index[ask.effect.track]
            if cell in by_cell:
                by_cell[cell].append(ask)
            else:
                by_cell[cell] = [ask]
        lines: dict[int, list[EffectLine]] = {}
        for cell, group in by_cell.items():
            after, shares, cuts = self._settle_cell(cell, row, base[cell], group)
            changed.append((cell, after))
            for place, (asker, effect, source) in enumerate(group):
                line = EffectLine(effect.track, effect.by, shares[place], source, cuts[place])
                if asker in lines:
                    lines[asker].append(line)
                else:
                    lines[asker] = [line]
        for cell, after in changed:
            row[cell] = after
        return lines

    def _settle_cell(
        self, cell: int, row: Sequence[int], base: int, group: list[Ask]
    ) -> tuple[int, Sequence[int], Sequence[str]]:
        """The cell's new value, what each ask got of the change, and what cut each, if anything.

        What an effect's own ``up_to`` or ``down_to`` cuts off is cut off that effect alone; what
        the cell's bounds cut off falls on all that pushed that way, in proportion.
        """
        before = row[cell]
        shares = [ask.effect.by for ask in group]
        cuts = [""] * len(group)
        if any(e.up_to is not None or e.down_to is not None for _, e, _ in group):
            _cap(before, group, shares, cuts)
        after, held_by = self._held(cell, row, base, before + sum(shares))
        excess = before + sum(shares) - after
        if excess:
            given, shares = shares, _shared_out(shares, excess)
            for place, (had, has) in enumerate(zip(given, shares, strict=True)):
                if had != has:
                    cuts[place] = cuts[place] or held_by
        return after, shares, cuts

    def _held(self, cell: int, row: Sequence[int], base: int, after: int) -> tuple[int, str]:
        """A new value within the cell's bounds, and the name of the first that held it."""
        before, held_by = row[cell], ""
        low, high, fall, rise, limits = self._bounds[cell]
        if after > base + rise:
            after, held_by = base + rise, f"{Bound.RISE}.{rise}"
        elif after < base - fall:
            after, held_by = base - fall, f"{Bound.FALL}.{fall}"
        for test, limit in limits:
            limited = _within(limit, before, after, base) if test(row) else after
            if limited != after:
                after, held_by = limited, held_by or RowKind.LIMIT.of(limit.id)
        if after > high:
            after, held_by = high, held_by or f"{Bound.RANGE}.{high}"
        elif after < low:
            after, held_by = low, held_by or f"{Bound.RANGE}.{low}"
        return after, held_by


def _cap(before: int, group: list[Ask], shares: list[int], cuts: list[str]) -> None:
    """Cut what each effect's own cap cuts off it.

    Uncapped effects come first, then capped rises from the lowest cap, then capped falls from the
    highest: the same whoever asked first, so submitting order never changes a result.
    """
    rises: dict[int, list[int]] = {}
    falls: dict[int, list[int]] = {}
    after = before
    for place, (_, effect, _) in enumerate(group):
        if effect.up_to is not None:
            rises.setdefault(effect.up_to, []).append(place)
        elif effect.down_to is not None:
            falls.setdefault(effect.down_to, []).append(place)
        else:
            after += effect.by
    for cap in sorted(rises):
        asked = [shares[place] for place in rises[cap]]
        reached = max(after, min(after + sum(asked), cap))
        _cut(rises[cap], after + sum(asked) - reached, f"{Bound.UP_TO}.{cap}", shares, cuts)
        after = reached
    for cap in sorted(falls, reverse=True):
        asked = [shares[place] for place in falls[cap]]
        reached = min(after, max(after + sum(asked), cap))
        _cut(falls[cap], after + sum(asked) - reached, f"{Bound.DOWN_TO}.{cap}", shares, cuts)
        after = reached


def _cut(places: list[int], excess: int, name: str, shares: list[int], cuts: list[str]) -> None:
    """Take ``excess`` off the effects at those places, and name what cut it."""
    if not excess:
        return
    left = _shared_out([shares[place] for place in places], excess)
    for place, has in zip(places, left, strict=True):
        if shares[place] != has:
            shares[place], cuts[place] = has, name


def _within(limit: Limit, before: int, after: int, base: int) -> int:
    if limit.at_most is not None:
        after = min(after, max(before, limit.at_most))
    if limit.at_least is not None:
        after = max(after, min(before, limit.at_least))
    if limit.no_rise:
        after = min(after, max(before, base))
    if limit.no_fall:
        after = max(after, min(before, base))
    return after


def _shared_out(asked: list[int], excess: int) -> list[int]:
    """What each has once ``excess`` is cut off those that pushed that way, in proportion."""
    pushers = [i for i, by in enumerate(asked) if by * excess > 0]
    pushed = sum(abs(asked[i]) for i in pushers)
    sign, left = (1, excess) if excess > 0 else (-1, -excess)
    cuts = {i: abs(asked[i]) * left // pushed for i in pushers}
    odd = left - sum(cuts.values())
    for i in sorted(pushers, key=lambda i: (-(abs(asked[i]) * left % pushed), i))[:odd]:
        cuts[i] += 1
    return [by - sign * cuts.get(i, 0) for i, by in enumerate(asked)]
