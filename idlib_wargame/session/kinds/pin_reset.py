"""The facilitator's PIN was replaced from outside the desk. The PIN itself is in no entry."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import ActKind, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import row, turn, yes_or_no
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class ResetPin(Act):
    """The facilitator has another PIN; with ``is_set`` False, none."""

    is_set: bool


def _body(act: ResetPin, by: str, at: Position) -> Json:
    return {"turn": at.play.turn, "is_set": act.is_set}


def _line(scenario: Scenario, entry: Entry) -> str:
    if entry.body["is_set"]:
        return _("The facilitator's PIN was reset.")
    return _("The facilitator's PIN was taken away.")


# Everyone may read it, as anybody with the file can do it. No undo brings the old PIN back.
PIN_RESET = ActKind(
    name="pin_reset",
    shape=row(turn=turn, is_set=yes_or_no),
    act=ResetPin,
    body=_body,
    line=_line,
    audience=to_everyone,
    after_finish=True,
)
