"""One flag of a pack on a line: on or not, told by shape and by weight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from idlib_wargame.views.pressures import FlagLine
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _

TOP = Qt.AlignmentFlag.AlignTop


class FlagRow(QWidget):
    """Those that are on stand out; why one matters is told on hover."""

    def __init__(self, line: FlagLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(theme.SPACE)
        mark = Glyph("circle", "danger" if line.is_on else "line", 12)
        row.addWidget(mark, 0, TOP)
        role = "" if line.is_on else "muted"
        row.addWidget(label(line.name, role, bold=line.is_on, wrap=True, leads=True), 1)
        row.addWidget(label(_("on") if line.is_on else _("not on"), "muted"), 0, TOP)
        self.setToolTip(in_tooltip(line.why))
        self.setAccessibleName(line.spoken)
