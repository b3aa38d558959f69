"""The strip along the bottom: is it saved, is it sound, which record is it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.session.session import Saved
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.marks import Glyph


def saved_words(saved: Saved) -> str:
    """ "Saved 14:03:22 · record sound · fingerprint 7F3A 91C2"."""
    at = datetime.fromisoformat(saved.at).astimezone()
    mark = saved.head[:8].upper()
    kept = f"Saved {at:%H:%M:%S} · record sound"
    if saved.fault:
        kept = f"Not on disk since {at:%H:%M:%S}"
    elif saved.in_memory:
        kept = "In memory only"
    return f"{kept} · fingerprint {mark[:4]} {mark[4:]}"


class StatusLine(QFrame):
    """``note_pressed`` when a note is to be taken."""

    note_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.words = ElidedLabel()
        self.words.setProperty("role", "muted")
        self._mark = Glyph("check", "good", 14)
        self.note = QPushButton("Note (Ctrl+N)")
        self.note.setProperty("role", "quiet")
        self.note.setIcon(icons.icon("note", "muted"))
        self.note.clicked.connect(self.note_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, 2, theme.SPACE, 2)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.note)

    def show_saved(self, saved: Saved) -> None:
        """Show how the record stands."""
        safe = not saved.fault and not saved.in_memory
        self._mark.become("check" if safe else "warning", "good" if safe else "warning")
        self.words.say(saved_words(saved))
        self.setToolTip(str(saved.path) if saved.path else "")
