"""The facilitator holds an inject back this turn, or the next while a report is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.injects import decision_kind, inject_to_hold
from idlib_wargame.session.kinds.kind import Position
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class SkipInject(Act):
    """The facilitator holds an inject back this turn; it is offered again until it is dropped."""

    inject: str


def _to_hold(act: SkipInject, at: Position) -> Inject:
    return inject_to_hold(act.inject, at)


def _fold(play: Play, entry: Entry) -> Play:
    return replace(play, skipped=play.skipped | {(entry.body["turn"], entry.body["inject"])})


SKIPPED = decision_kind(
    "skipped", SkipInject, _to_hold, _fold, lambda body: _("Inject held back: {title}.")
)
