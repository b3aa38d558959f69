"""What a seat wants and keeps to itself; at the end, whether it came to be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.views.aims import aims_summary
from idlib_wargame.views.seat import AimLine, SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _

TOP = Qt.AlignmentFlag.AlignTop


class AimsList(QWidget):
    """The aims of one seat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_view(self, view: SeatView) -> None:
        """Show the aims as the exercise stands."""
        emptied(self._column)
        for aim in view.aims:
            self._column.addLayout(_line(aim))
        self._column.addWidget(label(aims_summary(view), "muted", wrap=True))


def _line(aim: AimLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE)
    tone = "good" if aim.met else "danger"
    if aim.met is None:
        mark = Glyph("star", "muted", 16)
    else:
        mark = Glyph("check" if aim.met else "cross", tone, 16)
    row.addWidget(mark, 0, TOP)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(aim.text, wrap=True, leads=True))
    if aim.met is not None:
        words.addWidget(label(_("Met") if aim.met else _("Not met"), tone))
    row.addLayout(words, 1)
    return row
