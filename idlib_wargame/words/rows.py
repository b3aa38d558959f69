"""Rows of a pack that had a part in a result, in words: why, and on whose word."""

from __future__ import annotations

from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Bound
from idlib_wargame.words.figures import plain, signed
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


def why_words(scenario: Scenario, row: str) -> str:
    """Why a row counted, in the author's words, or which bound of a track held something back.

    Raises KeyError for a row that the pack does not have.
    """
    if row == HIDDEN:
        return _("a reason not known to you")
    kind, _dot, number = row.partition(".")
    match kind:
        case Bound.RISE:
            return fill(_("at most {most} in one turn"), most=signed(int(number)))
        case Bound.FALL:
            return fill(_("at most {most} in one turn"), most=signed(-int(number)))
        case Bound.UP_TO:
            return fill(_("not past {bound} on this account"), bound=plain(int(number)))
        case Bound.DOWN_TO:
            return fill(_("not below {bound} on this account"), bound=plain(int(number)))
        case Bound.RANGE:
            return _("the scale ends here")
    return scenario.rows[row].why


def source_words(scenario: Scenario, row: str) -> str:
    """On whose word a row stands; empty where it does not say, or the reader may not know it."""
    found = scenario.rows.get(row)
    return basis_words(found.basis) if found and found.basis != Basis() else ""


def basis_words(basis: Basis) -> str:
    """ "S1¶2 · UN OCHA", that a row is the designer's judgement, or that it does not say."""
    said = [*basis.cites, *([basis.outside] if basis.outside else [])]
    if basis.judgement:
        said.append(_("designer's judgement"))
    return facts(said) or _("no source given")
