"""What the two large presses say while injects are due: send them all, or go on without."""

from __future__ import annotations

from idlib_wargame.rules.pack.phases import INJECTS
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext


def send_all_words(count: int, due: int) -> str:
    """What the button says that sends so many of what is due; what is optional is left out."""
    if not count:
        return _("Send all due")
    if due > count:
        return fill(_("Send {count} of {due} due"), count=count, due=due)
    return fill(ngettext("Send {count} due", "Send all {count} due", count), count=count)


def leave_words(play: Play, count: int) -> str:
    """What the button says that goes on with so many unsent; "" where that is no question."""
    if not count or play.phase != INJECTS:
        return ""
    said = ngettext("Go on, leave {count} unsent", "Go on, leave {count} unsent", count)
    return fill(said, count=count)
