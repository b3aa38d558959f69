"""What the rows of devices are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.one_press import steady


def lay_out(row: QWidget, parts: Sequence[QWidget], below: QWidget) -> None:
    """A line with what unfolds under it by its last part, a button."""
    mark, name, said, *buttons = parts
    more = buttons[-1]
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(name)
    texts.addWidget(said)
    across = QHBoxLayout()
    across.setSpacing(theme.SPACE)
    across.addWidget(mark)
    across.addLayout(texts, 1)
    for button in buttons:
        across.addWidget(button)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(4)
    column.addLayout(across)
    column.addWidget(below)
    below.hide()
    assert isinstance(more, QPushButton)
    more.toggled.connect(below.setVisible)


def more_button() -> QPushButton:
    """What unfolds the rest."""
    button = QPushButton()
    button.setProperty("role", "quiet")
    button.setIcon(icons.icon("more", "muted"))
    button.setCheckable(True)
    steady(button)
    return button


def soft_button() -> QPushButton:
    """One of what is unfolded."""
    button = QPushButton()
    button.setProperty("role", "soft")
    steady(button)
    return button
