"""What an agreement moved at a turn's close, beside the orders: what was done, why, how far."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.came_of import CameOf
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.words.lists import facts


class BesideCard(QFrame):
    """Three short lines; a screen reader hears them as one."""

    def __init__(self, line: CameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(4)
        column.addWidget(label(line.happened, bold=True, wrap=True))
        if line.why:
            column.addWidget(label(line.why, "muted", wrap=True))
        moved = label(line.moved, wrap=True)
        Number(moved).tell(*line.accounts)
        column.addWidget(moved)
        self.setAccessibleName(facts([*filter(None, (line.happened, line.why, line.moved))]))
