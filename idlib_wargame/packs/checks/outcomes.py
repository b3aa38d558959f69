"""Outcomes are read from the top, and the last one always holds."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.spots import Documents, Spot, listed, rows_of
from idlib_wargame.words.language import _


def check_outcomes(documents: Documents) -> Iterator[Problem]:
    """Every outcome that can never be reached, and a last one that may fail."""
    document = documents.get("outcomes.yaml")
    rows = list(rows_of(documents, "outcomes.yaml", "outcomes"))
    if document and listed(document, "outcomes") == []:
        place = Spot(document, ("outcomes",))
        yield place.problem(_("no outcome"), _("at least one that always holds"))
    for place, row in rows[:-1]:
        if "when" not in row:
            found = _("an outcome without 'when' before the last")
            yield place.problem(found, _("'when', as no outcome after it could ever be reached"))
    for place, row in rows[-1:]:
        if "when" in row:
            found = _("'when' in the last outcome")
            expected = _("none, so that the last outcome always holds")
            yield (place / "when").problem(found, expected, on_key=True)
