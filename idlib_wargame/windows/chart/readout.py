"""Beside the chart: what the chosen turn came to, and the orders that moved it, most first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.row_names import RowKind, kind_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.views.account import Account
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.views.escalation import AfterTurn, movers, steps_between
from idlib_wargame.views.order_accounts import weights
from idlib_wargame.windows.chart.mover_list import MoverList, MoverRow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.words.escalation import (
    by_agreement_words,
    by_chance_words,
    flows_words,
    holding_words,
    moved_words,
    mover_words,
    rungs_explained,
    standing_words,
    start_title,
    turn_title,
)
from idlib_wargame.words.language import _
from idlib_wargame.words.rows import why_words

LEAST_WIDTH, LEAST_HEIGHT = 220, 168
CHANCE_SHAPE = "dice_5"


class Readout(QWidget):
    """One turn in words. ``numbers`` is False where the exercise is told in words alone.

    ``least_rows`` of what moved the turn are always in sight, where the readout itself is.
    """

    card_chosen = Signal(object)

    def __init__(
        self, scenario: Scenario, least_rows: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scenario = scenario
        self.numbers = True
        self.title = label(bold=True)
        self.rung = label(wrap=True)
        self._rung_number = Number(self.rung)
        self.flows = label(role="muted", wrap=True)
        self._flows_number = Number(self.flows)
        self.heading = label(_("What moved it, most first"), "eyebrow")
        self.empty = label(role="muted", wrap=True)
        self.orders = MoverList(least_rows)
        self.orders.card_chosen.connect(self.card_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        column.setSpacing(2)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        column.addLayout(self._top)
        for part in (self.rung, self.flows):
            column.addWidget(part)
        column.addSpacing(theme.SPACE)
        for part in (self.heading, self.empty):
            column.addWidget(part)
        column.addWidget(self.orders, 1)
        column.addStretch()

    def put_beside_title(self, button: QWidget) -> None:
        """Let a button stand at the end of the first line."""
        self._top.addWidget(button)

    def hasHeightForWidth(self) -> bool:
        """No: a turn with longer words must not make the chart beside them jump."""
        return False

    def sizeHint(self) -> QSize:
        """Room for the words above the list and two of its rows."""
        return QSize(theme.scaled(LEAST_WIDTH), theme.scaled(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same, or what the words above the list need at this width: the list scrolls."""
        column = self.layout()
        words = self.width() if column is not None and self.width() else 0
        needed = column.minimumHeightForWidth(words) if column is not None and words else 0
        return self.sizeHint().expandedTo(QSize(0, needed))

    def show_start(self, point: AfterTurn, played: bool) -> None:
        """The start of play; ``played`` says whether there are turns to choose."""
        self.title.setText(start_title(point.day))
        self.rung.setText(standing_words(point.rung, self.numbers))
        self._rung_number.tell()
        self._show_flows("")
        self._show_orders([], _start_words() if played else _nothing_yet())

    def show_turn(
        self,
        before: AfterTurn,
        point: AfterTurn,
        result: TurnResult,
        agreements: Sequence[TurnMark] = (),
        ladder: Account | None = None,
    ) -> None:
        """A turn that was played, what became of agreements in it, and how the ladder moved."""
        self.title.setText(turn_title(self.scenario, point.turn))
        self.rung.setText(moved_words(point.rung, steps_between(before, point), self.numbers))
        self._rung_number.tell(ladder, note=rungs_explained())
        self._show_flows(flows_words(point.severity_points, point.flow) if self.numbers else "")
        self._flows_number.tell(*weights(self.scenario, result))
        nobody = _("No order moved this turn.")
        rows = [*self._rows(result), *_agreement_rows(agreements), *self._flags(point)]
        self._show_orders(rows, nobody)

    def _rows(self, result: TurnResult) -> list[MoverRow]:
        rows = []
        for card in movers(result):
            assert card.final is not None, "an order that was not rolled moves nothing"
            colour, shape = theme.BANDS[card.final]
            seats = tuple(self.scenario.seat_by_id[seat].colour for seat in card.seats)
            words = mover_words(self.scenario, card, self.numbers)
            rows.append(MoverRow(seats, shape, colour, words, card.address))
        chances = (
            row for row in result.after if kind_of(row.row) == RowKind.CHANCE and row.effects
        )
        by_chance = (by_chance_words(why_words(self.scenario, row.row)) for row in chances)
        muted = theme.colours().muted
        rows += [MoverRow((), CHANCE_SHAPE, muted, words, None) for words in by_chance]
        followed = (
            row for row in result.after if kind_of(row.row) == RowKind.CONSEQUENCE and row.effects
        )
        agreed = (by_agreement_words(why_words(self.scenario, row.row)) for row in followed)
        return rows + [MoverRow((), "copy", muted, words, None) for words in agreed]

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
        names = {flag.id: flag.name for flag in self.scenario.flags}
        if not point.flags:
            return []
        words = holding_words([names[flag] for flag in point.flags])
        return [MoverRow((), "flag", theme.colours().muted, words, None)]


def _agreement_rows(marks: Sequence[TurnMark]) -> list[MoverRow]:
    now = theme.colours()
    looks = {
        Became.SIGNED: ("check", now.good),
        Became.BROKEN: ("cross", now.danger),
        Became.OVER: ("flag", now.warning),
        Became.SEATED: ("people", now.muted),
    }
    return [MoverRow((), *looks[mark.became], mark.words, None) for mark in marks]


def _nothing_yet() -> str:
    return _(
        "When a turn is closed, its step on the ladder is drawn here and its orders are listed, "
        "the one that moved most first."
    )


def _start_words() -> str:
    return _("This is where play began. Choose a turn to read what moved it.")
