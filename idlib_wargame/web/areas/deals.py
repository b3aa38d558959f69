"""A seat's deals: what do we give, what do we get, by when, and who keeps what?

What waits for an answer stands first, then where offers are written, then by how things stand.
"""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.web.areas import deals_answers, deals_editing
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.deals_ledger import ledger_parts
from idlib_wargame.web.areas.deals_writing import writing_part
from idlib_wargame.words.language import _

PARTS = (
    "deals.said",
    "deals.waiting",
    "deals.writing",
    "deals.empty",
    "deals.tabled",
    "deals.in_force",
    "deals.over",
)


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """Every part by its name; all empty in an exercise in which nothing is agreed."""
    ledger = seen.view.ledger
    if ledger is None:
        return dict.fromkeys(PARTS, "")
    drawn = {**ledger_parts(ledger), "deals.writing": writing_part(seen)}
    return {name: drawn[name].strip() for name in PARTS}


DEALS = Area(
    name="deals",
    tab=Tab.DEALS,
    title=lambda: _("Deals"),
    parts=parts,
    acts={**deals_answers.ACTS, **deals_editing.ACTS},
)
