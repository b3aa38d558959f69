"""Beside the chart: what the chosen turn came to, and the orders that moved it, most first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.rules.pack.row_names import RowKind, kind_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.views.escalation import AfterTurn, change_words, movers
from idlib_wargame.windows.chart.mover_list import MoverList, MoverRow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.figures import dates, day_words
from idlib_wargame.words.results import points_words
from idlib_wargame.words.rows import why_words

NOTHING_YET = (
    "When a turn is closed, its step on the ladder is drawn here and its orders are listed, "
    "the one that moved most first."
)
START = "This is where play began. Choose a turn to read what moved it."
NOBODY = "No order moved this turn."
LEAST_WIDTH, LEAST_HEIGHT = 220, 168
CHANCE_SHAPE = "dice_5"


class Readout(QWidget):
    """One turn in words."""

    card_chosen = Signal(object)

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self.title = label(bold=True)
        self.rung = label(wrap=True)
        self.flows = label(role="muted", wrap=True)
        self.heading = label("What moved it, most first", "eyebrow")
        self.empty = label(role="muted", wrap=True)
        self.orders = MoverList()
        self.orders.card_chosen.connect(self.card_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        column.setSpacing(2)
        for part in (self.title, self.rung, self.flows):
            column.addWidget(part)
        column.addSpacing(theme.SPACE)
        for part in (self.heading, self.empty):
            column.addWidget(part)
        column.addWidget(self.orders, 1)
        column.addStretch()

    def hasHeightForWidth(self) -> bool:
        """No: a turn with longer words must not make the chart beside them jump."""
        return False

    def sizeHint(self) -> QSize:
        """Room for the words above the list and two of its rows."""
        return QSize(theme.scaled(LEAST_WIDTH), theme.scaled(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: what is longer scrolls."""
        return self.sizeHint()

    def show_start(self, point: AfterTurn, played: bool) -> None:
        """The start of play; ``played`` says whether there are turns to choose."""
        self.title.setText(f"Start · {day_words(point.day)}")
        self.rung.setText(f"The ladder stands at {_rung_words(point)}.")
        self._show_flows("")
        self._show_orders([], START if played else NOTHING_YET)

    def show_turn(self, before: AfterTurn, point: AfterTurn, result: TurnResult) -> None:
        """A turn that was played."""
        self.title.setText(f"Turn {point.turn} · {dates(self._scenario, point.turn)}")
        self.rung.setText(f"{_rung_words(point)} — {change_words(before, point)}")
        goldstein = f"{point.flow / 100:+.1f}".replace("-", "−")
        self._show_flows(f"Severity {points_words(point.severity_points)} · Goldstein {goldstein}")
        self._show_orders([*self._rows(result), *self._flags(point)], NOBODY)

    def _rows(self, result: TurnResult) -> list[MoverRow]:
        rows = []
        for card, text in movers(self._scenario, result):
            assert card.final is not None
            colour, shape = theme.BANDS[card.final]
            seats = tuple(self._scenario.seat_by_id[seat].colour for seat in card.seats)
            rows.append(MoverRow(seats, shape, colour, text, card.address))
        chances = [
            row for row in result.after if kind_of(row.row) == RowKind.CHANCE and row.effects
        ]
        muted = theme.colours().muted
        return rows + [
            MoverRow(
                (), CHANCE_SHAPE, muted, f"By chance: {why_words(self._scenario, row.row)}", None
            )
            for row in chances
        ]

    def _show_flows(self, words: str) -> None:
        self.flows.setText(words)
        self.flows.setVisible(bool(words))

    def _show_orders(self, rows: list[MoverRow], otherwise: str) -> None:
        self.orders.show_rows(rows)
        self.empty.setText(otherwise)
        self.empty.setVisible(not rows)
        for part in (self.heading, self.orders):
            part.setVisible(bool(rows))

    def _flags(self, point: AfterTurn) -> list[MoverRow]:
        names = {flag.id: flag.name for flag in self._scenario.flags}
        lit = ", ".join(names[flag] for flag in point.flags)
        words = f"Holding at the turn's end: {lit}"
        return [MoverRow((), "flag", theme.colours().muted, words, None)] if lit else []


def _rung_words(point: AfterTurn) -> str:
    return f"{point.rung} {point.rung_name}"
