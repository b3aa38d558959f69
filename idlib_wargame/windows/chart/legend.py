"""What the colours and marks of the chart mean, in one wrapped line."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import wrapped
from idlib_wargame.words.language import _, isolated

SPACE = "\N{NO-BREAK SPACE}"
BETWEEN = " &nbsp; "


class Legend(QLabel):
    """Seats in their colours; rulings, messages and clocks where there are any."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._seats: Sequence[str] = ()
        self._marks: Sequence[tuple[str, str, str]] = ()
        self.setProperty("text_size", 11)
        self.setTextFormat(Qt.TextFormat.RichText)
        wrapped(self)
        theme.changes().changed.connect(self._write)

    def show_marks(
        self, seats: Sequence[str], rulings: bool, clocks: bool, messages: bool = False
    ) -> None:
        """Explain these seats' colours, and whichever marks the chart has."""
        self._seats = seats
        self._marks = [
            *([("◆", "focus", _("ruling"))] if rulings else []),
            *([("○", "focus", _("message from control"))] if messages else []),
            *([("┆", "muted", _("clock"))] if clocks else []),
        ]
        self._write()

    def _write(self) -> None:
        now = theme.colours()
        by_id = self._scenario.seat_by_id
        parts = [
            _part("■", theme.seat_colour(by_id[seat].colour), isolated(by_id[seat].name))
            for seat in self._seats
        ]
        parts += [_part(sign, getattr(now, colour), words) for sign, colour, words in self._marks]
        self.setText(f'<span style="color:{now.muted}">{BETWEEN.join(parts)}</span>')
        self.setVisible(bool(parts))
        self._keep_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another number of lines."""
        super().resizeEvent(event)
        self._keep_lines()

    def _keep_lines(self) -> None:
        """The chart above shrinks before a line of the legend is drawn over it."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def _part(sign: str, colour: str, words: str) -> str:
    return f'<span style="color:{colour}">{sign}</span>{SPACE}{escape(words).replace(" ", SPACE)}'
