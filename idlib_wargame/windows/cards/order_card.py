"""A sealed order before it is adjudicated: whose, what, at what odds, and the reason given."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.orders import Odds
from idlib_wargame.windows.cards.card_head import card_head
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.situation import fired_words, move_words


class OrderCard(Sheet):
    """One order as it was sealed. Odds are as they stand before other orders are known."""

    def __init__(
        self,
        scenario: Scenario,
        order: Order,
        why: str,
        odds: Odds,
        parent: QWidget | None = None,
    ) -> None:
        move = scenario.move_by_id[order.move]
        super().__init__(move.table, parent)
        name = move_words(scenario, order.move, order.choice)
        self.lines.addWidget(card_head(scenario, (order.seat,), move))
        self.lines.addWidget(label(name, bold=True, wrap=True))
        chance = label(f"{odds_word(odds.need)} ({odds.need}+)", "muted")
        chance.setToolTip(
            "\n".join([odds_detail(odds), *(fired_words(scenario, each) for each in odds.fired)])
        )
        self.lines.addWidget(chance)
        if why:
            self.lines.addWidget(label(f"“{why}”", wrap=True))
        self.setAccessibleName(f"{scenario.seat_by_id[order.seat].name}: {name}")
