"""What stands over the results of a turn, as one seat reads them."""

from __future__ import annotations

from idlib_wargame.views.seat import SeatView
from idlib_wargame.words.language import _


def how_to_read(view: SeatView) -> str:
    """How the figures on the cards are meant; or that there are none."""
    if not view.cards and view.beside:
        return _("No order of that turn has come to your knowledge.")
    if not view.cards:
        return _("Nothing of that turn has come to your knowledge.")
    if not view.numbers:
        return _("Each card says what moved, through the orders that you know of.")
    return _(
        "Each number leads on from where the turn found it, through the orders that you know of."
    )
