"""What the colours and marks of the chart mean, in one line that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import FlowRow
from idlib_wargame.windows.parts.labels import NameLabel, emptied
from idlib_wargame.words.language import _

BETWEEN = 12  # pixels


class Legend(QWidget):
    """Seats in their colours; rulings, messages, clocks and agreements where there are any."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._seats: Sequence[str] = ()
        self._marks: Sequence[tuple[str, str, str]] = ()
        self._explained: list[str] = []
        self._kept_out = False
        self._row = FlowRow(BETWEEN, self, between_lines=2)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changes().changed.connect(self._write)

    def show_marks(
        self,
        seats: Sequence[str],
        rulings: bool,
        clocks: bool,
        messages: bool = False,
        agreements: Sequence[TurnMark] = (),
    ) -> None:
        """Explain these seats' colours, and whichever marks the chart has."""
        self._seats = seats
        became = {mark.became for mark in agreements}
        signed, broken, over, seated = (each in became for each in Became)
        self._marks = [
            *([("◆", "focus", _("ruling"))] if rulings else []),
            *([("○", "focus", _("message from the facilitator"))] if messages else []),
            *([("▲", "good", _("agreement signed"))] if signed else []),
            *([("✕", "danger", _("agreement broken"))] if broken else []),
            *([("▽", "warning", _("agreement declared over"))] if over else []),
            *([("◇", "muted", _("somebody came, left or handed over"))] if seated else []),
            *([("┆", "muted", _("clock"))] if clocks else []),
        ]
        self._write()

    def keep_out(self, on: bool) -> None:
        """Whether it stays away even where there is something to explain."""
        self._kept_out = on
        self.setVisible(bool(self._explained) and not on)

    def words(self) -> list[str]:
        """What is explained, in order."""
        return list(self._explained)

    def _write(self) -> None:
        now = theme.colours()
        seats = [self._scenario.seat_by_id[seat] for seat in self._seats]
        parts = [("■", theme.seat_colour(seat.colour), seat.name) for seat in seats]
        parts += [(sign, getattr(now, colour), words) for sign, colour, words in self._marks]
        emptied(self._row)
        for sign, colour, words in parts:
            self._row.addWidget(_part(sign, colour, words))
        self._explained = [words for _sign, _colour, words in parts]
        self.setVisible(bool(parts) and not self._kept_out)
        self._keep_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another number of lines."""
        super().resizeEvent(event)
        self._keep_lines()

    def _keep_lines(self) -> None:
        """The chart above shrinks before a line of the legend is drawn over it."""
        self.setMinimumHeight(max(0, self._row.heightForWidth(self.width())))


def _part(sign: str, colour: str, words: str) -> QWidget:
    """A sign with its words, each by itself: so the sign stays by them on every screen."""
    drawn = QLabel(f'<span style="color:{colour}">{sign}</span>')
    drawn.setTextFormat(Qt.TextFormat.RichText)
    drawn.setProperty("text_size", 11)
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE // 2)
    row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(NameLabel(words, "muted", size=11), 1)
    return part
