"""A seat has had its first look, or left it: it is not shown by itself again, on any laptop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.session.kinds.seat_once import SeatOnce, seat_once
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class EndFirstLook(SeatOnce):
    """A seat has had its first look, or left it."""


# It tells nobody anything, and no undo makes somebody new to the exercise.
FIRST_LOOK = seat_once(
    "first_look",
    EndFirstLook,
    have=lambda play: play.looked_round,
    with_these=lambda play, seats: replace(play, looked_round=seats),
    not_yours=lambda: _("This first look is for {seat} alone."),
    again=lambda: _("{seat} has had its first look."),
)
