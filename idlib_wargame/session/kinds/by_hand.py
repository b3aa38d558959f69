"""The facilitator does by hand what goes by itself, or lets it go by itself again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import among, row, yes_or_no
from idlib_wargame.session.play import BY_ITSELF, INJECTS_GO, REPORTS_GO, ROLLS_GO, Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class TakeInHand(Act):
    """One of BY_ITSELF is done by hand from now on, or where ``by_hand`` is False, by itself."""

    what: str
    by_hand: bool = True


def _body(act: TakeInHand, by: str, at: Position) -> Json:
    if act.what not in BY_ITSELF:
        raise Refused(fill(_("Nothing called “{what}” goes by itself."), what=act.what))
    if act.by_hand == (act.what in at.play.by_hand):
        raise Refused(_("It is so already."))
    return {"what": act.what, "by_hand": act.by_hand}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    what = {entry.body["what"]}
    taken = entry.body["by_hand"]
    return replace(play, by_hand=play.by_hand | what if taken else play.by_hand - what)


def _line(scenario: Scenario, entry: Entry) -> str:
    return _said(entry.body)


def _said(body: Mapping[str, Any]) -> str:
    taken, what = body["by_hand"], body["what"]
    if what == INJECTS_GO:
        if taken:
            return _("Injects go out when the facilitator sends them.")
        return _("Injects go out by themselves when they are due.")
    if what == REPORTS_GO:
        if taken:
            return _("Reports wait until the facilitator releases them.")
        return _("Reports may be read as soon as their turn is closed.")
    if what == ROLLS_GO:
        if taken:
            return _("Orders are opened before they are rolled.")
        return _("Orders are rolled as they are opened.")
    if taken:
        return _("Seats that habits play do not bargain by themselves.")
    return _("Seats that habits play bargain by themselves as talks close.")


BY_HAND = ActKind(
    name="by_hand",
    shape=row(
        what=among(
            lambda ground: BY_ITSELF, lambda: _("“injects”, “bargaining”, “reports” or “rolls”")
        ),
        by_hand=yes_or_no,
    ),
    act=TakeInHand,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
)
