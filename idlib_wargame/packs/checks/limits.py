"""Limits on tracks: each must limit something, within bounds that can both hold."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.names import whole_number
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.spots import Documents, raw, rows_of
from idlib_wargame.words.language import _, fill


def check_limits(documents: Documents) -> Iterator[Problem]:
    """Every limit that limits nothing, or that nothing can meet."""
    for place, row in rows_of(documents, "upkeep.yaml", "limits"):
        held = any(row.get(key, "false") != "false" for key in ("no_rise", "no_fall"))
        if not held and not row.keys() & {"at_most", "at_least"}:
            expected = _("'at_most', 'at_least', 'no_rise' or 'no_fall'")
            yield place.problem(_("a limit that limits nothing"), expected)
        low, high = (whole_number(raw(row, key)) for key in ("at_least", "at_most"))
        if low is not None and high is not None and low > high:
            found = fill(_("at_least {low} over at_most {high}"), low=low, high=high)
            yield (place / "at_least").problem(found, _("the lower bound below the upper"))
