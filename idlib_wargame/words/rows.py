"""Rows of a pack that had a part in a result, in words: why, and on whose word."""

from __future__ import annotations

from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


def why_words(scenario: Scenario, row: str) -> str:
    """Why a row counted, in the author's words.

    Raises KeyError for a row that the pack does not have.
    """
    if row == HIDDEN:
        return _("a reason that is not public")
    return scenario.rows[row].why


def source_words(scenario: Scenario, row: str) -> str:
    """On whose word a row stands; empty where it does not say, or the reader may not know it."""
    found = scenario.rows.get(row)
    return basis_words(found.basis) if found and found.basis != Basis() else ""


def source_explained(source: str) -> str:
    """What marks such as "S1¶2" are, for whoever meets them on a screen."""
    said = _("This rests on: {source}. The marks are the pack's own names for its sources.")
    return fill(said, source=source)


def basis_words(basis: Basis) -> str:
    """ "S1¶2 · UN OCHA", that a row is the designer's judgement, or that it does not say."""
    said = [*basis.cites, *([basis.outside] if basis.outside else [])]
    if basis.judgement:
        said.append(_("designer's judgement"))
    return facts(said) or _("no source given")
