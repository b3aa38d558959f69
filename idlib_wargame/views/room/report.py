"""The situation report that the facilitator has released, in the facilitator's words if any."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.audience import ROOM
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play
from idlib_wargame.views.situation_report import report_text


class Report(NamedTuple):
    """In Markdown; empty while none is released."""

    markdown: str

    @property
    def is_empty(self) -> bool:
        """Whether nobody may read one yet."""
        return not self.markdown


def report(referee: Referee, play: Play) -> Report:
    """The last report that was released, in a whole exercise; what stands in it is the room's."""
    released = [turn.number for turn in play.closed if turn.number in play.released]
    if not released:
        return Report("")
    return Report(report_text(referee, play, ROOM, released[-1]).text)
