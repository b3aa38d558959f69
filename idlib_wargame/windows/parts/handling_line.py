"""The line at the foot of every window that says how what is seen may be passed on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label


class HandlingLine(QFrame):
    """Takes no room while nobody has set one."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.words = label("", bold=True, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 2, 2 * theme.SPACE, 2)
        column.addWidget(self.words)
        self.hide()
        self._text = text
        self.words.setText(text)

    def say(self, text: str) -> None:
        """Say this from now on; nothing takes the line away."""
        if text != self._text:
            self._text = text
            self.words.setText(text)
            self.setVisible(bool(text))


def with_handling(window: QWidget, line: HandlingLine) -> QWidget:
    """What a window shows, with the line under it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window, 1)
    column.addWidget(line)
    line.setVisible(bool(line.words.text()))  # before it lay here, it would be a window
    return whole
