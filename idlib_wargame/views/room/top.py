"""The line along the top of the room's screen: which turn it is, and when. The clock is no view."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.phases import FINISHED
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.dates import dates
from idlib_wargame.words.day import hot_wash_name
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.phases import phase_name


class RoomTop(NamedTuple):
    """``practice`` says that this is the practice turn; empty in the exercise itself."""

    turn: str
    dates: str
    phase: str
    practice: str = ""


def room_top(scenario: Scenario, play: Play) -> RoomTop:
    """Where the exercise stands."""
    practice = _("Practice turn") if play.setup.practice else ""
    if play.phase == FINISHED:
        after = hot_wash_name() if play.day.hot_wash else ""
        return RoomTop(_("The exercise is finished"), "", after, practice)
    turn = fill(_("Turn {turn} of {turns}"), turn=play.turn, turns=play.setup.turns)
    return RoomTop(turn, dates(scenario, play.turn), phase_name(play.phase), practice)
