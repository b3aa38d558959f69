"""Closing the desk while somebody is at a seat."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.views.desk.questions import Question
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed


def seats_open_question(seats: Sequence[str]) -> Question:
    """Asked where the windows of these seats, by name, would close with the desk."""
    said = ngettext(
        "The window of {seats} is open and closes with the desk. What was picked and written there "
        "is kept. Close all the same?",
        "The windows of {seats} are open and close with the desk. What was picked and written "
        "there is kept. Close all the same?",
        len(seats),
    )
    return Question(fill(said, seats=listed(seats)), _("Close the desk"), _("Keep it open"))
