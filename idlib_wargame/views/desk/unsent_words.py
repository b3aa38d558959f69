"""What the two large presses say while injects are due: send them all, or go on without."""

from __future__ import annotations

from idlib_wargame.rules.pack.phases import INJECTS, REPORT
from idlib_wargame.session.play import INJECTS_GO, Play
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.words.language import _, fill, ngettext


def send_all_words(count: int, due: int) -> str:
    """What the button says that sends so many of what is due; what is optional is left out."""
    if not count:
        return _("Send all due")
    if due > count:
        return fill(_("Send {count} of {due} due"), count=count, due=due)
    return fill(ngettext("Send {count} due", "Send all {count} due", count), count=count)


def as_it_starts_words(session: Session) -> str:
    """That what is due goes by itself as the turn starts, and where to change that; "" for none."""
    play = session.play
    is_over = play.finished or (play.phase == REPORT and play.turn >= play.setup.turns)
    is_before = play.phase == REPORT or play.timer.state is TimerState.WAITING
    if is_over or not is_before or INJECTS_GO in play.by_hand:
        return ""
    turn = play.turn + (play.phase == REPORT)
    due = (each for each in session.due_injects() if not each.optional)
    count = sum((turn, each.id) not in play.skipped for each in due)
    said = ngettext(
        "{count} goes by itself as turn {turn} starts, unless “Injects wait for me” is set (menu "
        "{menu}).",
        "{count} go by themselves as turn {turn} starts, unless “Injects wait for me” is set (menu "
        "{menu}).",
        count,
    )
    return fill(said, count=count, turn=turn, menu=_("Exercise")) if count else ""


def leave_words(play: Play, count: int) -> str:
    """What the button says that goes on with so many unsent; "" where that is no question."""
    if not count or play.phase != INJECTS:
        return ""
    said = ngettext("Go on, leave {count} unsent", "Go on, leave {count} unsent", count)
    return fill(said, count=count)
