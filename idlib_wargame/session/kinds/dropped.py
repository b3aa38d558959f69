"""The facilitator drops an inject: it is not offered again."""

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
class DropInject(Act):
    """The facilitator drops an inject; it is not offered again, and may be sent all the same."""

    inject: str


def _to_drop(act: DropInject, at: Position) -> Inject:
    found = inject_to_come(act.inject, at)
    if found.id in at.play.dropped:
        raise Refused(fill(_("“{title}” is dropped already."), title=found.title))
    return found


def _fold(play: Play, entry: Entry) -> Play:
    return replace(play, dropped=play.dropped | {entry.body["inject"]})


DROPPED = decision_kind(
    "dropped", DropInject, _to_drop, _fold, lambda body: _("Inject dropped: {title}.")
)
