"""Rows of a pack that had a part in a result, in words: why, and on whose word."""

from __future__ import annotations

from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import facts


def why_words(scenario: Scenario, row: str) -> str:
    """Why a row counted, in the author's words.

    Raises KeyError for a row that the pack does not have.
    """
    if row == HIDDEN:
        return _("a reason not known to you")
    return scenario.rows[row].why


def source_words(scenario: Scenario, row: str) -> str:
    """On whose word a row stands; empty for a bound or a row that the reader may not know."""
    found = scenario.rows.get(row)
    return basis_words(found.basis) if found else ""


def basis_words(basis: Basis) -> str:
    """ "S1¶2 · UN OCHA", or that a row is the designer's judgement."""
    cited = [*basis.cites, *([basis.outside] if basis.outside else [])]
    return facts(cited) or _("designer's judgement")
