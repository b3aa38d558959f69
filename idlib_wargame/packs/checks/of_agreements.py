"""The other rows about agreements: each must say something, and none may stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import Documents, raw, rows_of
from idlib_wargame.rules.names import Prefix
from idlib_wargame.words.language import _, fill

_VAGUE = re.compile(rf"\b{Prefix.VAGUE}\.")


def check_of_agreements(documents: Documents) -> Iterator[Problem]:
    """Vagueness that means every agreement, and shifts that another table has already."""
    for place, row in rows_of(documents, AGREEMENTS, "vague"):
        if not row.keys() & {"lacks", "when"}:
            found = _("a kind of vagueness that all agreements have")
            yield place.problem(found, _("'lacks' or 'when'"))
        if _VAGUE.search(raw(row, "when")):
            # It would be so only while it is not so, or the other way round.
            found = _("a kind of vagueness that asks what is vague")
            yield (place / "when").problem(found, _("a condition that reads no 'vague.' name"))
    shifts = rows_of(documents, "interactions.yaml", "shifts")
    first = {raw(row, "id"): place for place, row in shifts}
    for place, row in rows_of(documents, AGREEMENTS, "shifts"):
        id = raw(row, "id")
        if id and id in first:
            found = fill(_("shift {id}, which another table has"), id=quoted(id))
            expected = fill(_("an id of its own (the other is at {first})"), first=first[id])
            yield (place / "id").problem(found, expected)
