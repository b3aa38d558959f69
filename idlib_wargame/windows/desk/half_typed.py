"""What is half typed on the desk, in the record of its exercise."""

from __future__ import annotations

from PySide6.QtCore import QObject

from idlib_wargame.session.session import Session
from idlib_wargame.views.notes.door import keep_half
from idlib_wargame.windows.parts import half_typed


class HalfTyped(half_typed.HalfTyped):
    """The one of a desk, which hands it to all its fields."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(
            lambda place: session.play.desk_drafts.get(place, ""),
            lambda place, text: keep_half(session, place, text),
            parent,
        )
