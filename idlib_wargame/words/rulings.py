"""The words of a ruling: when it is told, and what its reason may be."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Release
from idlib_wargame.words.language import _


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
