"""A seat has turned to its brief, so that the facilitator knows whom to wait for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.session.kinds.seat_once import SeatOnce, seat_once
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class ReadBrief(SeatOnce):
    """A seat has turned to its brief."""


BRIEF_READ = seat_once(
    "brief_read",
    ReadBrief,
    have=lambda play: play.briefs_read,
    with_these=lambda play, seats: replace(play, briefs_read=seats),
    not_yours=lambda: _("This brief is for {seat} alone."),
    again=lambda: _("{seat} has read its brief."),
)
