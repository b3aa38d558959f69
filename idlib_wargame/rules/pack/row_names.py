"""Names of rows, so that a result can say which row of the pack it comes from: ``limit.mercy``."""

from __future__ import annotations

from enum import StrEnum

# In place of the name of a row that a reader may not know.
HIDDEN = "hidden"


class RowKind(StrEnum):
    """What stands before the first dot of a row's name."""

    MODIFIER = "modifier"  # modifier.MOVE.N, counted from 1 within the move
    JOINT = "joint"  # joint.N, counted from 1 within the pack
    PRINCIPALS = "principals"  # principals.MOVE
    SHIFT = "shift"
    CONTRADICTION = "contradiction"
    CONTEST = "contest"
    CHANCE = "chance"
    UPKEEP = "upkeep"
    CONVERSION = "conversion"
    LIMIT = "limit"
    CONSEQUENCE = "consequence"  # of signing, keeping, breaking … an agreement
    EVENT = "event"  # event.MOVE.N, counted from 1 within the move

    def of(self, *place: str | int) -> str:
        """The name of that row: ``RowKind.LIMIT.of("mercy")`` is ``limit.mercy``."""
        return ".".join((self.value, *map(str, place)))


def kind_of(row: str) -> str:
    """What a row is: the word before the first dot of its name."""
    return row.partition(".")[0]
