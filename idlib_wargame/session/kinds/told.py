"""The facilitator tells some actors something of the moment."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Json, Position, no_such_seat
from idlib_wargame.session.kinds.messages import (
    WORDS,
    addressees,
    fold_message,
    message_line,
    message_to_body,
)
from idlib_wargame.session.letters import Message
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class Tell(Act):
    """The facilitator tells some actors something of the moment; to nobody named means to all."""

    to: tuple[str, ...]
    sender: str
    text: str


def _body(act: Tell, by: str, at: Position) -> Json:
    text, actors = act.text.strip(), set(at.scenario.actor_of.values())
    empty = [] if not says_nothing(text) else [_("The message is empty; write a few words first.")]
    reasons = empty + [no_such_seat(actor) for actor in act.to if actor not in actors]
    if reasons:
        raise Refused(*reasons)
    sender = act.sender.strip()
    return message_to_body(Message("", at.play.turn, act.to, sender, means="", title="", text=text))


TOLD = ActKind(
    name="told",
    shape=WORDS,
    act=Tell,
    body=_body,
    fold=fold_message,
    line=message_line,
    audience=addressees,
    undoable=True,
)
