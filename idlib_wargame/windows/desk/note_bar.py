"""A note for the record, written without leaving the desk."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from idlib_wargame.session.notes import Tie
from idlib_wargame.views.notes.door import NoteDoor
from idlib_wargame.windows.notes.note_form import NoteForm
from idlib_wargame.windows.parts.half_typed import HalfTyped
from idlib_wargame.windows.parts.keys_back import KeysBack


class NoteBar(NoteForm):
    """Hidden until asked for. Escape leaves it, and the keys go back to where they were."""

    def __init__(self, door: NoteDoor, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(door, half, parent=parent)
        KeysBack(self)
        self.left.connect(self.hide)
        self.kept.connect(self.hide)
        self.hide()

    def begin(self, ties: Iterable[Tie] = ()) -> None:
        """Show the field, with what was left in it, tied to what is selected now."""
        self.show()
        super().begin(ties)
