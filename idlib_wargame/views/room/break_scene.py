"""A break: what it is called, and until when by the clock on the wall."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from idlib_wargame.session.play import Break, Play
from idlib_wargame.words.language import _, fill


class BreakScene(NamedTuple):
    """``until`` says when it goes on."""

    name: str
    until: str

    @property
    def is_empty(self) -> bool:
        """Whether there is no break."""
        return not self.name


def break_scene(play: Play) -> BreakScene:
    """The break that is on."""
    taken = play.on_break
    if taken is None:
        return BreakScene("", "")
    return BreakScene(taken.name or _("Break"), _until(taken))


def _until(taken: Break) -> str:
    ends = datetime.fromisoformat(taken.since) + timedelta(minutes=taken.minutes)
    return fill(_("We go on at {time}"), time=f"{ends.astimezone():%H:%M}")
