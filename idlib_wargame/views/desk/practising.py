"""When a practice turn may be played, how it is named, and how it ends."""

from __future__ import annotations

from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill


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


def in_practice(play: Play, action: str) -> str:
    """What a button does, named so that nobody takes practice for the exercise."""
    return fill(_("Practice: {action}"), action=action) if play.setup.practice else action


def practice_end_question() -> Question:
    """Before a practice turn is left that is not over."""
    text = _("End the practice here? Nothing of it counts, and people sit as they sit now.")
    return Question(text, _("End the practice"), _("Go on practising"))
