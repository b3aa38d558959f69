"""A planned break whose moment has come: begin it, or take it out of today's plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.views.breaks import BreakDue
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class BreakBar(QFrame):
    """Hidden where no break is due. ``begun`` carries the break, ``dropped`` the plan without."""

    begun = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: BreakDue | None = None
        self.words = label("", wrap=True)
        self.begin = QPushButton(_("Begin it"))
        self.drop = QPushButton(_("Not today"))
        self.begin.setProperty("role", "soft")
        self.drop.setProperty("role", "quiet")
        self.begin.clicked.connect(self._begin)
        self.drop.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        for button in (self.begin, self.drop):
            steady(button)
            row.addWidget(button)
        KeysBack(self)
        self.hide()

    def show_due(self, due: BreakDue | None) -> None:
        """Offer that break."""
        self._due = due
        if due is not None:
            self.words.setText(due.words)
            for button in (self.begin, self.drop):
                button.setAccessibleDescription(due.words)
        self.setVisible(due is not None)

    def _begin(self) -> None:
        if self._due is not None:
            self.begun.emit(self._due.planned)

    def _drop(self) -> None:
        if self._due is not None:
            self.dropped.emit(self._due.dropped)
