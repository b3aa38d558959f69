"""One flag of a pack that is on, on a line of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from idlib_wargame.views.pressures import FlagLine
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph

TOP = Qt.AlignmentFlag.AlignTop


class FlagRow(QWidget):
    """A flag that is on; why it matters is told on hover."""

    def __init__(self, line: FlagLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(theme.SPACE)
        row.addWidget(Glyph("circle", "danger", 12), 0, TOP)
        row.addWidget(label(line.name, bold=True, wrap=True), 1)
        self.setToolTip(in_tooltip(line.why))
        self.setAccessibleName(line.spoken)
