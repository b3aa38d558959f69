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
        index = self._index
        for ask in asks:
            cell = index[ask.effect.track]
            if cell in by_cell:
                by_cell[cell].append(ask)
            else:
                by_cell[cell] = [ask]
        settled = [
            self._settle_cell(cell, row, base[cell], group) for cell, group in by_cell.items()
        ]
        lines: dict[int, list[EffectLine]] = {}
        for (cell, group), (after, held_by) in zip(by_cell.items(), settled, strict=True):
            net = after - row[cell]
            row[cell] = after
            shares = _share(group, net) if len(group) > 1 else (net,)
            for place, (asker, effect, source) in enumerate(group):
                share = shares[place]
                cut = held_by if share != effect.by else ""
                line = EffectLine(effect.track, effect.by, share, source, cut)
                if asker in lines:
                    lines[asker].append(line)
                else:
                    lines[asker] = [line]
        return lines

    def _settle_cell(
        self, cell: int, row: Sequence[int], base: int, group: list[Ask]
    ) -> tuple[int, str]:
        """The cell's new value, and the name of the first bound that held it, if one did."""
        before = after = row[cell]
        held_by = ""
        capped = []
        for ask in group:
            effect = ask.effect
            if effect.up_to is None and effect.down_to is None:
                after += effect.by
            else:
                capped.append(effect)
        if capped:
            after, held_by = _add_capped(after, capped)
        low, high, fall, rise, limits = self._bounds[cell]
        if after > base + rise:
            after, held_by = base + rise, held_by or f"{Bound.RISE}.{rise}"
        elif after < base - fall:
            after, held_by = base - fall, held_by or f"{Bound.FALL}.{fall}"
        for test, limit in limits:
            limited = _within(limit, before, after, base) if test(row) else after
            if limited != after:
                after, held_by = limited, held_by or RowKind.LIMIT.of(limit.id)
        if after > high:
            after, held_by = high, held_by or f"{Bound.RANGE}.{high}"
        elif after < low:
            after, held_by = low, held_by or f"{Bound.RANGE}.{low}"
        return after, held_by


def _add_capped(after: int, effects: list[Effect]) -> tuple[int, str]:
    """Capped rises from the lowest cap, then capped falls from the highest.

    That order is the same whoever asked first, so submitting order never changes a result.
    """
    held_by = ""
    for cap, by in sorted([(e.up_to, e.by) for e in effects if e.up_to is not None]):
        reached = max(after, min(after + by, cap))
        if reached < after + by and not held_by:
            held_by = f"{Bound.UP_TO}.{cap}"
        after = reached
    for cap, by in sorted([(e.down_to, e.by) for e in effects if e.down_to is not None])[::-1]:
        reached = min(after, max(after + by, cap))
        if reached > after + by and not held_by:
            held_by = f"{Bound.DOWN_TO}.{cap}"
        after = reached
    return after, held_by


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


def _share(group: list[Ask], net: int) -> list[int]:
    """What each effect got of the net change; a cut falls on those that pushed, in proportion."""
    asked = [ask.effect.by for ask in group]
    excess = sum(asked) - net
    if not excess:
        return asked
    pushers = [i for i, by in enumerate(asked) if by * excess > 0]
    pushed = sum(abs(asked[i]) for i in pushers)
    sign, left = (1, excess) if excess > 0 else (-1, -excess)
    cuts = {i: abs(asked[i]) * left // pushed for i in pushers}
    odd = left - sum(cuts.values())
    for i in sorted(pushers, key=lambda i: (-(abs(asked[i]) * left % pushed), i))[:odd]:
        cuts[i] += 1
    return [by - sign * cuts.get(i, 0) for i, by in enumerate(asked)]
