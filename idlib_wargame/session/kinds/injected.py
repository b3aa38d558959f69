"""The facilitator sends an inject, of the pack or written since; its effects follow at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.state import State
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.injects import unsent_inject
from idlib_wargame.session.kinds.kind import ActKind, EntryKind, Folding, Json, Position
from idlib_wargame.session.kinds.messages import (
    INJECT,
    addressees,
    fold_message,
    message_from_entry,
    message_line,
    message_to_body,
)
from idlib_wargame.session.letters import Message
from idlib_wargame.session.play import Play


@dataclass(frozen=True, slots=True)
class SendInject(Act):
    """The facilitator sends an inject; its effects follow at once."""

    inject: str


def _body(act: SendInject, by: str, at: Position) -> Json:
    row = unsent_inject(act.inject, at)
    sent = at.referee.messages.send(at.play.state, row, taken_place_of(row, at))
    message = Message(
        at="",
        turn=at.play.turn,
        to=row.to,
        sender=row.sender,
        means=row.means,
        title=row.title,
        text=row.text,
        inject=row.id,
        effects=sent.effects,
    )
    return {**message_to_body(message), "state": sent.state.to_dict()}


def taken_place_of(row: Inject, at: Position) -> Iterator[str]:
    """The injects of the pack that count as sent with this one: those that it is a copy of.

    Only where it goes to all whom they were for: nobody learns of a message by what follows it.
    """
    for original in at.play.msel.stands_for(row.id):
        to = at.scenario.inject_by_id[original].to
        if not row.to or (to and set(to) <= set(row.to)):
            yield original


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    state = State.from_dict(folding.referee.layout, entry.body["state"])
    # What was agreed may have become vague by it, or be so no longer.
    state = folding.referee.bargaining.standing_in(state, play.ledger)
    sent = entry.body["inject"]
    kept = play.msel
    if sent in kept.written:
        kept = replace(kept, sent={**kept.sent, sent: entry.body["turn"]})
    return replace(fold_message(play, entry, folding), state=state, msel=kept)


def _fold_taken_back(play: Play, entry: Entry, folding: Folding) -> Play:
    message = message_from_entry(entry)._replace(effects=(), taken_back=True)
    return replace(play, messages=play.messages.plus(message))


# Its turn was re-opened. People have read it all the same.
TAKEN_BACK = EntryKind(
    name="taken_back",
    shape=INJECT,
    fold=_fold_taken_back,
    line=message_line,
    audience=addressees,
)
INJECTED = ActKind(
    name="injected",
    shape=INJECT,
    act=SendInject,
    body=_body,
    fold=_fold,
    line=message_line,
    audience=addressees,
    undoable=True,
    goes_with_turn=True,
    left_of_it=TAKEN_BACK,
    ends_redo=True,
)
