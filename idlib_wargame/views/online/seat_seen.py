"""All that a seat's page in a browser is drawn from, taken at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from idlib_wargame.views.bargains.writing import Reading
from idlib_wargame.views.drawing import Drawing
from idlib_wargame.views.first_look import FirstLook
from idlib_wargame.views.own_history import OwnTurn
from idlib_wargame.views.seat import SeatView
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.views.seat_notes import OwnNotes


@dataclass(frozen=True)
class SeatSeen:
    """Made by ``seat_seen``. ``readings`` say how each half-written offer reads, by its place."""

    view: SeatView
    drawing: Drawing
    notes: OwnNotes
    history: tuple[OwnTurn, ...]
    first_look: FirstLook
    readings: Mapping[int, Reading]


def seat_seen(door: SeatDoor) -> SeatSeen:
    """What a seat's page shows now; asked for on the session's own thread."""
    view = door.view()
    drafts = view.ledger.drafts if view.ledger is not None else ()
    return SeatSeen(
        view=view,
        drawing=door.drawing(),
        notes=door.own.notes(),
        history=door.own.history(),
        first_look=door.own.first_look(),
        readings={each.place: door.reading_of(each.offer, each.answers) for each in drafts},
    )
