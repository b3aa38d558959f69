"""A break: what it is called, and until when by the clock on the wall."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.session.play import Play
from idlib_wargame.views.breaks import ends_at
from idlib_wargame.words.dates import hour_words
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
    return BreakScene(
        taken.name or _("Break"), fill(_("We go on at {time}"), time=hour_words(ends_at(taken)))
    )
