"""How near a judgement in words came to what happened: the Brier score over several endings.

Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather
Review 78 (1950), 1-3, in its first form: the squared differences between what was forecast and what
came, added up over all that could have come. 0 is best, 2 is worst.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from idlib_wargame.rules.yardstick import BY_ID

DECIMALS = 2  # more would say more than words can


def shares(words: Mapping[str, str]) -> dict[str, float]:
    """What the words for some endings, of which one must come, stand for together: adding to 1.

    ``words`` are ids of the yardstick by ending. The middle of the least word is above nought, so
    that there is always something to share out.
    """
    middles = {ending: BY_ID[word].middle for ending, word in words.items()}
    whole = sum(middles.values())
    return {ending: middle / whole for ending, middle in middles.items()}


def total(words: Iterable[str]) -> float:
    """What words for endings, of which one must come, add up to in percent; 100 would be even."""
    return sum(BY_ID[word].middle for word in words)


def brier(words: Mapping[str, str], came: str) -> float:
    """The score of a judgement, rounded as it is shown. ``came`` is the ending that came."""
    forecast = shares(words)
    whole = sum((share - (ending == came)) ** 2 for ending, share in forecast.items())
    return round(whole + (came not in forecast), DECIMALS)
