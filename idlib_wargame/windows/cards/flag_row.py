"""One flag of a pack, on or not, on a line of its own."""

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
    """A flag with its mark; why it matters is told on hover."""

    def __init__(self, line: FlagLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(theme.SPACE)
        mark = Glyph("circle", "danger", 12) if line.is_on else Glyph("ring", "border", 12)
        row.addWidget(mark, 0, TOP)
        role = "" if line.is_on else "muted"
        row.addWidget(label(line.words, role, bold=line.is_on, wrap=True), 1)
        self.setToolTip(in_tooltip(line.why))
        self.setAccessibleName(line.words)
