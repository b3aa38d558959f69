"""The log as a projector may show it: what is sealed for the turn in play is not told."""

from __future__ import annotations

from idlib_wargame.rules.pack.phases import INJECTS, ORDERS, TALKS
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.session import Session


def covered_log(session: Session, uncovered: bool) -> tuple[LogLine, ...]:
    """The log for control; lines that tell sealed orders say only that they were sealed."""
    lines, play = session.log(), session.play
    if uncovered or play.phase not in (INJECTS, TALKS, ORDERS):
        return lines
    return tuple(
        line._replace(text=SEALED.covered_line(session.scenario, session.entries[line.number - 1]))
        if line.kind == SEALED.name and line.turn == play.turn
        else line
        for line in lines
    )
