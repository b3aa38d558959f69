"""Injects have a phase of their own, in which the facilitator is led to send each that is due."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.spots import Documents, Spot, rows_of
from idlib_wargame.rules.pack.phases import INJECTS
from idlib_wargame.words.language import _, fill


def check_moment_of_injects(documents: Documents, names: Names) -> Iterator[Problem]:
    """Injects that must be sent, in a pack whose turns never come to sending them.

    Those that are optional may be sent by hand in any phase, so they need none.
    """
    if "phase" in names.unread or INJECTS in names.ids["phase"]:
        return
    due = (
        row.get("optional") != "true" for _, row in rows_of(documents, "injects.yaml", "injects")
    )
    if any(due):
        spot = Spot(documents["pack.yaml"], ("phases",))
        expected = fill(
            _("'{injects}' first, as the pack has injects that are not optional"), injects=INJECTS
        )
        yield spot.problem(fill(_("phases without '{injects}'"), injects=INJECTS), expected)
