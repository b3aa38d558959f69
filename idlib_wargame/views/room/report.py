"""The situation report that the facilitator has released, in the facilitator's words if any."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import ROOM_VIEW, Length, Play, ReportText
from idlib_wargame.views.situation_report import situation_report


class Report(NamedTuple):
    """In Markdown; empty while none is released."""

    markdown: str

    @property
    def is_empty(self) -> bool:
        """Whether nobody may read one yet."""
        return not self.markdown


def report(scenario: Scenario, play: Play, sight: Sight) -> Report:
    """The last report that was released, in a whole exercise; what stands in it is the room's."""
    released = [turn for turn in play.closed if turn.number in play.released]
    if not released:
        return Report("")
    turn = released[-1]
    worded = play.reports.get(ReportText(turn.number, ROOM_VIEW, Length.PAGE), "")
    return Report(worded or situation_report(scenario, turn, sight, play.setup.numbers))
