"""Odds and results as people read them.

Words for odds follow the United Kingdom's probability yardstick (Professional Head of Intelligence
Assessment); where a target's chance falls between two words, the nearer one is used.
"""

from __future__ import annotations

from typing import Protocol

from idlib_wargame.rules.odds import Band, chance_of_success
from idlib_wargame.rules.yardstick import (
    ALMOST_CERTAIN,
    HIGHLY_LIKELY,
    HIGHLY_UNLIKELY,
    LIKELY,
    REALISTIC,
    REMOTE,
    UNLIKELY,
)
from idlib_wargame.words.figures import percent
from idlib_wargame.words.language import _, figures, fill, ngettext

# What two dice must come to where odds are said in a word, from the likeliest down: seats that vote
# and the facilitator mean the same by each. The ends lie within the words' own ranges.
SET_BY_WORD = (3, 5, 7, 8, 9, 10, 12)


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


def likelihood_word(word: str) -> str:
    """A word of the yardstick, by its id: "Likely"."""
    return {
        REMOTE.id: _("Remote chance"),
        HIGHLY_UNLIKELY.id: _("Highly unlikely"),
        UNLIKELY.id: _("Unlikely"),
        REALISTIC.id: _("Realistic possibility"),
        LIKELY.id: _("Likely"),
        HIGHLY_LIKELY.id: _("Highly likely"),
        ALMOST_CERTAIN.id: _("Almost certain"),
    }[word]


def odds_inside(need: int) -> str:
    """The need in a word of the yardstick inside a sentence: "likely"."""
    word = odds_word(need)
    return word[:1].lower() + word[1:]


def odds_word(need: int) -> str:
    """The need in a word of the yardstick: "Likely"."""
    if need <= 4:
        return likelihood_word(ALMOST_CERTAIN.id)
    if need >= 11:
        return likelihood_word(REMOTE.id)
    words = {
        5: HIGHLY_LIKELY,
        6: LIKELY,
        7: LIKELY,
        8: REALISTIC,
        9: UNLIKELY,
        10: HIGHLY_UNLIKELY,
    }
    return likelihood_word(words[need].id)


def odds_set_words(voted: bool) -> str:
    """That people set the odds of an order, for whoever learns of it."""
    return _("Odds set by a vote") if voted else _("Odds set by the facilitator")


def vote_words(count: int) -> str:
    """Which of so many votes counts, inside a sentence: "the median of 3 votes"."""
    if not count:
        return _("the median of its votes")
    if count % 2 == 0:
        said = ngettext(
            "of {count} vote, the less likely of the two in the middle",
            "of {count} votes, the less likely of the two in the middle",
            count,
        )
        return fill(said, count=count)
    return fill(ngettext("{count} vote", "the median of {count} votes", count), count=count)


def odds_detail(odds: Needed) -> str:
    """What stands behind the word: "7+ on two dice, 58%"."""
    return fill(
        _("{target} on two dice, {chance}"),
        target=figures(f"{odds.need}+"),
        chance=percent(chance_of_success(odds.need)),
    )
