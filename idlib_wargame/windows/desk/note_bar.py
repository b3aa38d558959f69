"""A note for the record, written without leaving the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.language import _

PLACE = "note"


class NoteBar(QFrame):
    """Hidden until asked for. ``written`` carries the text; Escape leaves it."""

    written = Signal(str)

    def __init__(self, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.text = QLineEdit()
        self.text.setPlaceholderText(_("A note for the record; players never see it"))
        self.text.setAccessibleName(_("Note"))
        self.keep = QPushButton(_("Keep the note"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.text, 1)
        row.addWidget(self.keep)
        self.text.returnPressed.connect(self._send)
        self.text.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.clicked.connect(self._send)
        steady(self.keep, waits=False)
        sends(self._send, self.text)
        self.keep.setEnabled(False)
        half.watch(self.text, PLACE)
        self.hide()

    def begin(self) -> None:
        """Show the field, with what was left in it."""
        self.show()
        self.text.setFocus()

    def done(self) -> None:
        """The note is in the record."""
        self.text.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the field and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        if self.text.text().strip():
            self.written.emit(self.text.text().strip())
