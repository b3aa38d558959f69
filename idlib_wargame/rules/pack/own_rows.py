"""Rows that were written during an exercise, and stand beside the pack's from then on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_WithId)


@dataclass(frozen=True, slots=True)
class OwnRows:
    """What an exercise has beside its pack. No two rows share an id, and none has one of the pack.

    A move's ``seats`` are those that may order it from now on; none, where it was written for one
    free order alone. Its conditions read no name that the pack's do not, and an inject has no cell
    in the situation, so that the layout stays the pack's. A move that is not told to all carries
    no tags: what the pack counts by tags is read by all.
    """

    moves: tuple[Move, ...] = ()
    injects: tuple[Inject, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moves or self.injects)

    def with_move(self, move: Move) -> OwnRows:
        """With that move, in place of one of the same id."""
        return replace(self, moves=_all(self.moves, (move,)))

    def with_inject(self, inject: Inject) -> OwnRows:
        """With that inject, in place of one of the same id."""
        return replace(self, injects=_all(self.injects, (inject,)))

    def joined(self, later: OwnRows) -> OwnRows:
        """All rows of both; of two with one id the later."""
        return OwnRows(_all(self.moves, later.moves), _all(self.injects, later.injects))

    def since(self, before: OwnRows) -> OwnRows:
        """The rows that were not there before, in this form."""
        moves, injects = set(map(id, before.moves)), set(map(id, before.injects))
        return OwnRows(
            tuple(each for each in self.moves if id(each) not in moves),
            tuple(each for each in self.injects if id(each) not in injects),
        )

    def added_to(self, scenario: Scenario) -> Scenario:
        """The pack with these rows after its own; those that it has already in their new form."""
        if not self:
            return scenario
        moves, injects = _all(scenario.moves, self.moves), _all(scenario.injects, self.injects)
        return replace(scenario, moves=moves, injects=injects)


def _all(rows: tuple[Row, ...], more: tuple[Row, ...]) -> tuple[Row, ...]:
    """All of both, each id once: where it stood first, as it was written last."""
    return tuple({row.id: row for row in (*rows, *more)}.values())


NO_ROWS = OwnRows()
