"""The words of a ruling: when it is told, and what its reason may be."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Release
from idlib_wargame.words.figures import percent
from idlib_wargame.words.language import _, fill, ngettext


def release_words(release: Release) -> str:
    """From when on players may read a ruling, in a sentence."""
    if release is Release.NOW:
        return _("Players may read this ruling once the turn is closed.")
    return _("Held for the hot wash: players see its result alone until it is told there.")


def release_name(release: Release) -> str:
    """What a choice is called of when a ruling is told."""
    return _("When the turn closes") if release is Release.NOW else _("In the hot wash")


def ruling_reasons(scenario: Scenario) -> tuple[str, ...]:
    """A few reasons to pick one from: the pack's own, where it brings any."""
    return scenario.ruling_reasons or (
        _("The plan was well argued and fits what is known."),
        _("The plan overlooks what stands in its way."),
        _("Another order of this turn bears on it more than the tables say."),
        _("The dice gave what nobody here would find likely."),
        _("It serves what the exercise is held for."),
    )


def overruled_words(ruled: int, count: int, numbers: bool = True) -> str:
    """ "2 of 14 orders ruled otherwise, 14%": of one turn. In words alone without the share."""
    if not numbers:
        bare = ngettext(
            "{ruled} of {count} order ruled otherwise",
            "{ruled} of {count} orders ruled otherwise",
            count,
        )
        return fill(bare, ruled=ruled, count=count)
    said = ngettext(
        "{ruled} of {count} order ruled otherwise, {share}",
        "{ruled} of {count} orders ruled otherwise, {share}",
        count,
    )
    return fill(said, ruled=ruled, count=count, share=percent(ruled / count if count else 0))


def overruled_of(turn: tuple[int, int], every: tuple[int, int], numbers: bool = True) -> str:
    """The same of this turn, and of the exercise so far."""
    said = _("This turn: {turn} · in the exercise: {every}")
    counted = (overruled_words(*each, numbers) for each in (turn, every))
    return fill(said, **dict(zip(("turn", "every"), counted, strict=True)))
