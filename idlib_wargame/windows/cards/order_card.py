"""A sealed order before it is adjudicated: whose, what, at what odds, and the reason given."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from idlib_wargame.views.cards import OrderView
from idlib_wargame.windows.cards.card_head import head_line
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number import Number


class OrderCard(Sheet):
    """One order as it was sealed."""

    def __init__(self, view: OrderView, parent: QWidget | None = None) -> None:
        super().__init__(view.head.table.colour, parent)
        self.lines.addWidget(head_line(view.head))
        self.lines.addWidget(label(view.head.title, bold=True, wrap=True))
        chance = label(view.odds, "muted")
        chance.setToolTip(in_tooltip(view.lapse))
        Number(chance).tell(*view.odds_accounts, note=view.lapse)
        self.lines.addWidget(chance)
        if view.reason:
            self.lines.addWidget(label(view.reason, wrap=True))
        self.setAccessibleName(view.spoken)
