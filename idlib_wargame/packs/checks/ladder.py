"""The ladder of the situation stands on a rung 0."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.names import whole_number
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.spots import Documents, Spot, listed, raw, rows_of
from idlib_wargame.words.language import _


def check_ladder(documents: Documents) -> Iterator[Problem]:
    """A ladder without its lowest rung; one that cannot be read may have been meant for it."""
    rungs = rows_of(documents, "escalation.yaml", "ladder")
    numbers = [whole_number(raw(row, "rung")) for _, row in rungs]
    document = documents.get("escalation.yaml")
    if document and isinstance(listed(document, "ladder"), list) and not {0, None} & {*numbers}:
        place = Spot(document, ("ladder",))
        yield place.problem(_("a ladder without rung 0"), _("a rung 0 to stand on"))
