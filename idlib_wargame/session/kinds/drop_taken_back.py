"""The facilitator takes back that an inject was dropped: it is offered again, and goes when due."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.injects import decision_kind, inject_to_come
from idlib_wargame.session.kinds.kind import Position
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class TakeBackDrop(Act):
    """An inject that was dropped, by itself or for its copy, is on the list again."""

    inject: str


def _to_bring_back(act: TakeBackDrop, at: Position) -> Inject:
    found = inject_to_come(act.inject, at)
    if found.id not in at.play.dropped:
        raise Refused(fill(_("“{title}” is not dropped."), title=found.title))
    return found


def _fold(play: Play, entry: Entry) -> Play:
    named = entry.body["inject"]
    copies = {old: new for old, new in play.msel.replaced_by.items() if old != named}
    kept = replace(play.msel, replaced_by=copies)
    return replace(play, dropped=play.dropped - {named}, msel=kept)


DROP_TAKEN_BACK = decision_kind(
    "drop_taken_back",
    TakeBackDrop,
    _to_bring_back,
    _fold,
    lambda body: _("Inject no longer dropped: {title}."),
)
