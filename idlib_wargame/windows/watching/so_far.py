"""The results that the room was shown of an open turn, over those of the turn before."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.views.room.results import Result, Results
from idlib_wargame.windows.cards.band_label import BandLabel
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import NameLabel, emptied, label
from idlib_wargame.windows.parts.marks import Swatch
from idlib_wargame.words.language import _, fill


class SoFar(QWidget):
    """One sheet a result; hidden where nothing of an open turn was shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.SPACE)
        self._column.setSpacing(theme.SPACE)
        self._shown: tuple[Results | None, int] = (None, 0)
        self.hide()

    def show_results(self, results: Results | None, before: int) -> None:
        """Show them; ``before`` is the turn whose results stand below, 0 where there is none."""
        if self._shown == (results, before):
            return
        self._shown = (results, before)
        emptied(self._column)
        if results is not None:
            self._column.addWidget(label(results.heading, "heading", wrap=True))
            self._column.addWidget(label(results.how_many, "muted", wrap=True))
            for result in results.results:
                self._column.addWidget(_sheet(result))
            if before:
                said = fill(_("Results of turn {turn}"), turn=before)
                self._column.addWidget(label(said, "heading", wrap=True))
        self.setVisible(results is not None)


def _sheet(result: Result) -> Sheet:
    sheet = Sheet(result.table_colour)
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE)
    for seat in result.seats:
        row.addWidget(Swatch(seat.colour))
        row.addWidget(NameLabel(seat.name, bold=True))
    if result.table:
        table = label(result.table)
        table.setProperty("table_colour", result.table_colour)
        row.addWidget(table)
    row.addStretch()
    sheet.lines.addWidget(line)
    sheet.lines.addWidget(label(result.title, bold=True, wrap=True))
    if result.band is None:
        sheet.lines.addWidget(label(result.said, wrap=True))
    else:
        sheet.lines.addWidget(BandLabel(result.band, result.said))
    for told in result.told:
        sheet.lines.addWidget(label(told, "muted", wrap=True))
    return sheet
