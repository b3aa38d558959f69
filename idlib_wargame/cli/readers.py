"""For whom a saved session is told: the facilitator, or the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idlib_wargame.cli.speaking import option
from idlib_wargame.words.language import _

if TYPE_CHECKING:
    from idlib_wargame.session.reading import SavedSession
    from idlib_wargame.views.retelling import Retelling

room_option = option(
    "--room", is_flag=True, says=lambda: _("As the room may read it: what every player may know.")
)


def retold(saved: SavedSession, for_room: bool) -> Retelling:
    """The session as the room, or the facilitator, may follow it."""
    from idlib_wargame.rules.audience import CONTROL, ROOM
    from idlib_wargame.views.retelling import Retelling

    return Retelling.of(saved, ROOM if for_room else CONTROL)
