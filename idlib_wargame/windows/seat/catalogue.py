"""Everything that can be done at a seat beside what has keys of its own, for its palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractButton

from idlib_wargame.views.actions import ActionRow
from idlib_wargame.windows.parts.keys import tab_key_words
from idlib_wargame.windows.parts.palette import Doable
from idlib_wargame.windows.seat.orders_column import OrdersColumn
from idlib_wargame.windows.seat.pages import Pages
from idlib_wargame.words.language import _


def actions_of_orders(orders: OrdersColumn) -> list[Doable]:
    """The buttons under a seat's orders that are offered now; they ask as they do when pressed."""
    begin = [orders.begin] if orders.begin is not None else []
    offered = [each for each in (*begin, orders.seal, orders.unseal) if not each.isHidden()]
    return [
        Doable(
            ActionRow(
                button.text(),
                _("Orders"),
                why_not="" if button.isEnabled() else _why_not(button),
            ),
            button.click,
        )
        for button in offered
    ]


def _why_not(button: QAbstractButton) -> str:
    return button.accessibleDescription() or _("The orders are not open.")


def actions_of_pages(pages: Pages) -> list[Doable]:
    """A row for each page that is offered now, with its digit."""
    seen = [place for place in range(pages.count()) if pages.isTabVisible(place)]
    return [
        Doable(
            ActionRow(pages.name_of(place), _("Pages"), tab_key_words(digit)),
            partial(pages.setCurrentIndex, place),
        )
        for digit, place in enumerate(seen)
    ]
