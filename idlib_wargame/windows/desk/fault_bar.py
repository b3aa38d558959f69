"""A calm line for as long as the record does not reach the disk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.session.session import Saved
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import label


class FaultBar(QFrame):
    """``save_pressed`` when it is to be saved elsewhere."""

    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = label(wrap=True)
        self.save = QPushButton("Save elsewhere…")
        self.save.setIcon(icons.icon("save", "muted"))
        self.save.clicked.connect(self.save_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.save)
        self.hide()

    def show_saved(self, saved: Saved) -> None:
        """Show the fault, or go."""
        self.setVisible(bool(saved.fault))
        self.words.setText(
            f"{saved.fault} Play goes on in memory; nothing is lost while the program is open."
            if saved.fault
            else ""
        )
