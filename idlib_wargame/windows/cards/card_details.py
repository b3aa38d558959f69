"""What stands behind a result: every modifier, every limit, the dice and how to check them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from idlib_wargame.views.cards import Detail
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label


class CardDetails(QFrame):
    """Rows of a heading and what it says."""

    def __init__(self, details: Sequence[Detail], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(2 * theme.SPACE)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for detail in details:
            self._add(detail)

    def minimumSizeHint(self) -> QSize:
        """None of its own: a grid would ask for the height of its words in a column of no width."""
        return QSize(0, 0)

    def _add(self, detail: Detail) -> None:
        row = self._grid.rowCount()
        said = label(detail.text, "muted" if detail.is_aside else "", wrap=True, leads=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(label(detail.heading, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)
