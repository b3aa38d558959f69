"""Where a seat's people left off, so that the window that is opened next goes on from there."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.views.messages import MessageView


class LeftAt(NamedTuple):
    """Where a seat's people left off when their window closed.

    ``seen`` are the messages they have read; None where nobody remembers. ``page`` was in front in
    that turn and ``phase``. ``reasons`` are half typed, by the question that they are for.
    """

    seen: frozenset[MessageView] | None = None
    page: str = ""
    turn: int = 0
    phase: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
