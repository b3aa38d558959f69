"""A note for the record, written without leaving the desk."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from idlib_wargame.session.play import Tie
from idlib_wargame.views.notes.door import NoteDoor
from idlib_wargame.windows.notes.note_form import NoteForm
from idlib_wargame.windows.parts.half_typed import HalfTyped


class NoteBar(NoteForm):
    """Hidden until asked for. Escape leaves it, and the keys go back to where they were."""

    def __init__(self, door: NoteDoor, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(door, half, parent=parent)
        self._back_to: QWidget | None = None
        self.left.connect(self._go)
        self.kept.connect(self._go)
        self.hide()

    def begin(self, ties: Iterable[Tie] = ()) -> None:
        """Show the field, with what was left in it, tied to what is selected now."""
        on = QApplication.focusWidget()
        if on is not None and not self.isAncestorOf(on):
            self._back_to = on
        self.show()
        super().begin(ties)

    def _go(self) -> None:
        back, self._back_to = self._back_to, None
        had_keys = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        if had_keys and back is not None and isValid(back) and back.isVisible():
            back.setFocus()
