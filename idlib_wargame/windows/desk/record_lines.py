"""The two lines about the record: the strip along the bottom, and a calm one while it fails."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.views.desk.record_lines import RecordLines
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill


class StatusLine(QFrame):
    """Is it saved, is it sound, which record is it. ``note_pressed`` when a note is wanted."""

    note_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.words = ElidedLabel()
        self.words.setProperty("role", "muted")
        self._mark = Glyph("check", "good", 14)
        self.note = QPushButton(fill(_("Note ({keys})"), keys=key_words(Where.DESK, "new")))
        self.note.setProperty("role", "quiet")
        self.note.setIcon(icons.icon("note", "muted"))
        self.note.clicked.connect(self.note_pressed)
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, 2, theme.SPACE, 2)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.note)

    def show_record(self, lines: RecordLines) -> None:
        """Show how the record stands."""
        safe = lines.safe
        self._mark.become("check" if safe else "warning", "good" if safe else "warning")
        self.words.say(lines.words, about="\n".join((*lines.about, lines.place)).strip())
        self.words.setAccessibleDescription(" ".join(lines.about))


class FaultBar(QFrame):
    """Shown for as long as the record does not reach the disk; ``save_pressed`` to mend that."""

    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = label(wrap=True)
        self.save = QPushButton(_("Save elsewhere…"))
        self.save.setIcon(icons.icon("save", "muted"))
        self.save.clicked.connect(self.save_pressed)
        steady(self.save)
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.save)
        self.hide()

    def show_record(self, lines: RecordLines) -> None:
        """Show the fault, or go."""
        self.setVisible(bool(lines.fault))
        self.words.setText(lines.fault)
