"""What a seat wants and keeps to itself; at the end, whether it came to be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.session.play import FINISHED
from idlib_wargame.session.seat_view import SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph

PRIVATE = "Yours alone until the end, when each is met or not."
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
        over = view.phase == FINISHED
        for aim in view.aims:
            self._column.addLayout(_line(aim.text, over, aim.id in view.aims_met))
        said = f"{len(view.aims_met)} of {len(view.aims)} met." if over else PRIVATE
        self._column.addWidget(label(said, "muted", wrap=True))


def _line(text: str, over: bool, met: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE)
    if over:
        mark = Glyph("check" if met else "cross", "good" if met else "danger", 16)
    else:
        mark = Glyph("star", "muted", 16)
    row.addWidget(mark, 0, TOP)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(text, wrap=True))
    if over:
        words.addWidget(label("Met" if met else "Not met", "good" if met else "danger"))
    row.addLayout(words, 1)
    return row
