"""What stands behind a result: every modifier, every limit, the dice and how to check them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from idlib_wargame.rules.odds import MOST_SHIFT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.figures import plain, signed
from idlib_wargame.words.odds import odds_detail
from idlib_wargame.words.rows import basis_words, source_words, why_words
from idlib_wargame.words.situation import effect_words

RECOMPUTE = (
    "HMAC-SHA-256 of this address, keyed with the session's seed, which is published when the "
    "exercise ends. Skip bytes of 252 and over; of the first two left, the remainder by six, plus "
    "one, gives the dice."
)


class CardDetails(QFrame):
    """Rows of a heading and what it says. ``why`` is the reason given, in quotation marks."""

    def __init__(
        self, scenario: Scenario, card: Card, why: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(2 * theme.SPACE)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._scenario = scenario
        self._odds(card)
        self._effects(scenario, card)
        self._flows(card)
        if card.dice:
            self._add("Dice address", str(card.address))
            self._add("To check the dice", RECOMPUTE, quiet=True)
        if why:
            self._add("Reason given", why)
        self._add("Source", basis_words(scenario.move_by_id[card.order.move].basis))

    def minimumSizeHint(self) -> QSize:
        """None of its own: a grid would ask for the height of its words in a column of no width."""
        return QSize(0, 0)

    def _odds(self, card: Card) -> None:
        if card.band is None:
            return
        for fired in card.fired:
            said = source_words(self._scenario, fired.row)
            source = f"  ({said})" if said else ""
            why = why_words(self._scenario, fired.row)
            self._add(f"Modifier {signed(fired.shift)}", f"{why}{source}")
        if not card.fired:
            self._add("Modifiers", "None held.")
        whole = sum(fired.shift for fired in card.fired)
        held = f", held from {signed(whole)} to the most of {MOST_SHIFT}"
        self._add(
            "Odds",
            f"Target {card.target}, shift {signed(card.shift)}"
            f"{held if whole != card.shift else ''}: {odds_detail(card)}",
        )

    def _effects(self, scenario: Scenario, card: Card) -> None:
        for number, line in enumerate(card.effects):
            self._add("" if number else "Effects", effect_words(scenario, line))

    def _flows(self, card: Card) -> None:
        if card.final is None:
            return
        flow = f"severity {plain(card.severity)}, Goldstein {_tenths(card.goldstein)}"
        coded = "; ".join(
            f"{event.cameo} {self._scenario.event_by_row[event.row].name}" for event in card.events
        )
        self._add("Coded as", f"{coded} ({flow})" if coded else flow.capitalize())

    def _add(self, heading: str, text: str, quiet: bool = False) -> None:
        row = self._grid.rowCount()
        name = label(heading, "muted")
        said = label(text, "muted" if quiet else "", wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)


def _tenths(hundredths: int) -> str:
    sign = "−" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) / 100:.1f}"
