"""What seats thought would happen, in sentences: while they say it, and beside what happened."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.brier import total
from idlib_wargame.rules.yardstick import BY_ID
from idlib_wargame.words.figures import decimal, percent
from idlib_wargame.words.language import _, figures, fill, ngettext
from idlib_wargame.words.odds import likelihood_word

# What words for all endings may add up to, in percent, before it is remarked on.
LEAST_TOTAL, MOST_TOTAL = 80, 125
# The highest score that still is so near; over the last of them it is far.
VERY_CLOSE, CLOSE, SOME_WAY = 0.2, 0.5, 1.0


def likelihood_choice(word: str, numbers: bool) -> str:
    """A word to pick, with the range it stands for: "Likely (55–75%)"."""
    if not numbers:
        return likelihood_word(word)
    row = BY_ID[word]
    span = figures(f"{row.low}–{row.high}%")
    return fill(_("{word} ({span})"), word=likelihood_word(word), span=span)


def another_ending() -> str:
    """The row that stands for every ending that is not asked about by name."""
    return _("Another ending")


def rung_asked() -> str:
    """What stands over the list of levels."""
    return _("Where the crisis will stand when this turn closes")


def sum_words(words: Sequence[str], is_whole: bool, numbers: bool) -> str:
    """What words for endings add up to so far; empty before the first.

    In words alone only that they come to too much or too little. They can be too little only once
    each ending has its word.
    """
    if not words:
        return ""
    adds = total(words)
    if not numbers:
        return _sum_alone(adds, is_whole)
    said = _sum_of_all(adds) if is_whole else _sum_so_far(adds)
    return fill(said, percent=round(adds))


def _sum_alone(adds: float, is_whole: bool) -> str:
    if adds > MOST_TOTAL:
        return _("Together that is more than can be, as only one ending comes.")
    if is_whole and adds < LEAST_TOTAL:
        return _("Together that is less than must be, as some ending comes.")
    return ""


def _sum_of_all(adds: float) -> str:
    if adds > MOST_TOTAL:
        return _("Together that comes to about {percent}%, and only one ending comes.")
    if adds < LEAST_TOTAL:
        return _("Together that comes to about {percent}%, and some ending comes.")
    return _("Together that comes to about {percent}%, near the 100% of one ending.")


def _sum_so_far(adds: float) -> str:
    if adds > MOST_TOTAL:
        return _("So far that comes to about {percent}%, and only one ending comes.")
    return _("So far that comes to about {percent}%; all endings together make about 100%.")


def score_words(score: float, numbers: bool) -> str:
    """A Brier score, its scale, and what it means."""
    if not numbers:
        return _nearness(score)
    return fill(_numbered(score), score=decimal(score, 2))


def gave_words(word: str, share: float, numbers: bool) -> str:
    """How likely a seat had called what happened, in figures; empty in words alone.

    ``share``, 0 to 1, is that of all that its words came to: by it the score is reckoned.
    """
    if not numbers:
        return ""
    row = BY_ID[word]
    span = figures(f"{row.low}–{row.high}%")
    said = _("It gave what happened {span}, which is about {share} of all that it gave.")
    return fill(said, span=span, share=percent(share))


def score_explained() -> str:
    """How the figure is reckoned, for whoever asks."""
    return _(
        "The Brier score. What the words count for is shared out so that all endings come to 100%; "
        "then the squares of how far each share was from what came are added up."
    )


def _nearness(score: float) -> str:
    if score <= VERY_CLOSE:
        return _("Very close to what happened")
    if score <= CLOSE:
        return _("Close to what happened")
    if score <= SOME_WAY:
        return _("Some way from what happened")
    return _("Far from what happened")


def _numbered(score: float) -> str:
    if score <= VERY_CLOSE:
        return _("Score {score} (0 is perfect, 2 is worst): very close to what happened")
    if score <= CLOSE:
        return _("Score {score} (0 is perfect, 2 is worst): close to what happened")
    if score <= SOME_WAY:
        return _("Score {score} (0 is perfect, 2 is worst): some way from what happened")
    return _("Score {score} (0 is perfect, 2 is worst): far from what happened")


def rung_words(rung: str, by: int, numbers: bool) -> str:
    """The rung that a seat named, and by how many rungs it lies lower than the crisis stood."""
    if not by:
        return fill(_("“{rung}”, where it stood"), rung=rung)
    return fill(_lower(by, numbers) if by > 0 else _higher(-by, numbers), rung=rung, by=abs(by))


def _lower(by: int, numbers: bool) -> str:
    if not numbers:
        return _("“{rung}”, lower than it was")
    if by == 1:
        return _("“{rung}”, one level lower than it was")
    return ngettext(
        "“{rung}”, {by} level lower than it was", "“{rung}”, {by} levels lower than it was", by
    )


def _higher(by: int, numbers: bool) -> str:
    if not numbers:
        return _("“{rung}”, higher than it was")
    if by == 1:
        return _("“{rung}”, one level higher than it was")
    return ngettext(
        "“{rung}”, {by} level higher than it was", "“{rung}”, {by} levels higher than it was", by
    )
