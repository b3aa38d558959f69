"""How a seat's aims stand, in a sentence."""

from __future__ import annotations

from idlib_wargame.views.seat import SeatView
from idlib_wargame.words.language import _, fill


def aims_summary(view: SeatView) -> str:
    """That they are private; at the end, how many of them were met."""
    if not view.is_over:
        return _("Yours alone until the end, when each is met or not.")
    met = sum(aim.met is True for aim in view.aims)
    if not view.numbers:
        if met == len(view.aims):
            return _("All of them met.")
        return _("Some of them met.") if met else _("None of them met.")
    return fill(_("{met} of {aims} met."), met=met, aims=len(view.aims))
