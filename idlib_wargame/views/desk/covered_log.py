"""The log as a projector may show it: what is sealed for the turn in play is not told."""

from __future__ import annotations

from collections.abc import Iterable

from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.play import INJECTS, ORDERS, TALKS, Play
from idlib_wargame.words.language import _, fill


def covered_log(lines: Iterable[LogLine], play: Play, uncovered: bool) -> tuple[LogLine, ...]:
    """The same lines; those that tell sealed orders say only that they were sealed."""
    if uncovered or play.phase not in (INJECTS, TALKS, ORDERS):
        return tuple(lines)
    return tuple(
        line._replace(text=fill(_("{seat} seals its orders."), seat=line.who))
        if line.kind == SEALED.name and line.turn == play.turn
        else line
        for line in lines
    )
