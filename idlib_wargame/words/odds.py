"""Odds and results as people read them.

Words for odds follow the United Kingdom's probability yardstick (Professional Head of Intelligence
Assessment); where a target's chance falls between two words, the nearer one is used.
"""

from __future__ import annotations

from typing import Protocol

from idlib_wargame.rules.odds import Band, chance_of_success
from idlib_wargame.words.figures import percent
from idlib_wargame.words.language import _, figures, fill


class Needed(Protocol):
    """Anything that has come to a need: an order's odds, or its card."""

    @property
    def need(self) -> int:
        """What two dice must come to, 2 to 12 and beyond either end."""


def band_words(band: Band) -> str:
    """A result inside a sentence: "strong success"."""
    return {
        Band.BACKFIRE: _("backfire"),
        Band.FAILURE: _("failure"),
        Band.PARTIAL: _("partial"),
        Band.SUCCESS: _("success"),
        Band.STRONG: _("strong success"),
    }[band]


def band_title(band: Band) -> str:
    """A result that stands alone: "Strong success"."""
    return {
        Band.BACKFIRE: _("Backfire"),
        Band.FAILURE: _("Failure"),
        Band.PARTIAL: _("Partial"),
        Band.SUCCESS: _("Success"),
        Band.STRONG: _("Strong success"),
    }[band]


def odds_word(need: int) -> str:
    """The need in a word of the yardstick: "Likely"."""
    if need <= 4:
        return _("Almost certain")
    if need >= 11:
        return _("Remote chance")
    return {
        5: _("Highly likely"),
        6: _("Likely"),
        7: _("Likely"),
        8: _("Realistic possibility"),
        9: _("Unlikely"),
        10: _("Highly unlikely"),
    }[need]


def odds_detail(odds: Needed) -> str:
    """What stands behind the word: "7+ on two dice, 58%"."""
    return fill(
        _("{target} on two dice, {chance}"),
        target=figures(f"{odds.need}+"),
        chance=percent(chance_of_success(odds.need)),
    )
