"""When a practice turn may be played, and what is said where it may not."""

from __future__ import annotations

from idlib_wargame.session.play import Play, TimerState
from idlib_wargame.words.language import _


def offers_practice(play: Play) -> bool:
    """Whether the desk offers a practice turn beside the first step of the exercise."""
    return play.timer.state is TimerState.WAITING and not play.setup.practice


def practice_refused(play: Play, seats_open: bool) -> str:
    """Why no practice turn can be opened now; empty where one can."""
    if play.setup.practice:
        return _("This is a practice turn already.")
    if play.timer.state is not TimerState.WAITING:
        return _("The exercise has begun, and a practice turn comes before it.")
    if seats_open:
        return _("A seat is open. Close its curtain first, then open the practice turn.")
    return ""
