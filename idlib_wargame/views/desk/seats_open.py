"""Closing the desk while somebody is at a seat, or while it is covered."""

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


def room_stays_words() -> str:
    """Told to whoever closes a covered desk, whose room is open to devices."""
    return _(
        "The desk stays open: closing it would let go the devices in the room. Its curtain has to "
        "be lifted first; then close it again."
    )


def unsaved_stays_words() -> str:
    """Told to whoever closes a covered desk, of which something is not in a file."""
    return _(
        "The desk stays open: closing it would lose what is not saved. Its curtain has to be "
        "lifted first; then close it again."
    )
