"""What an inject and words of the moment share: how a message is kept, and who receives it."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import EVERYONE, Audience
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import effects_from_json, effects_to_json
from idlib_wargame.session.kinds.kind import Folding, Json
from idlib_wargame.session.kinds.result_shape import effect, state
from idlib_wargame.session.kinds.shapes import actor, inject, list_of, or_empty, row, text, turn
from idlib_wargame.session.letters import Message
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

_SENT = {
    "turn": turn,
    "to": list_of(actor),
    "sender": text,
    "means": text,
    "title": text,
    "text": text,
    "effects": list_of(effect),
}
WORDS = row(inject=or_empty(inject), **_SENT)
INJECT = row(inject=inject, state=state, **_SENT)


def message_to_body(message: Message) -> Json:
    """The body of a message; when it was sent, its entry says."""
    return {
        "turn": message.turn,
        "inject": message.inject,
        "to": list(message.to),
        "sender": message.sender,
        "means": message.means,
        "title": message.title,
        "text": message.text,
        "effects": effects_to_json(message.effects),
    }


def message_from_entry(entry: Entry) -> Message:
    """The message that ``message_to_body`` wrote."""
    body = entry.body
    return Message(
        at=entry.at,
        turn=body["turn"],
        to=tuple(body["to"]),
        sender=body["sender"],
        means=body["means"],
        title=body["title"],
        text=body["text"],
        inject=body["inject"],
        effects=effects_from_json(body["effects"]),
    )


def fold_message(play: Play, entry: Entry, folding: Folding) -> Play:
    """The play with one message more."""
    return replace(play, messages=play.messages.plus(message_from_entry(entry)))


def addressees(scenario: Scenario, entry: Entry) -> Audience:
    """The seats of the actors that it is to; everyone where it names none, or all of them."""
    to = entry.body["to"]
    seats = [seat.id for seat in scenario.seats if seat.actor in to]
    return EVERYONE if not to or len(seats) == len(scenario.seats) else Audience.of_seats(seats)


def message_line(scenario: Scenario, entry: Entry) -> str:
    """To whom, from whom, and its title, or its text where it has none."""
    body = entry.body
    to = series([scenario.actor_name(actor) for actor in body["to"]]) if body["to"] else ""
    sender, words = body["sender"], body["title"] or body["text"]
    if to and sender:
        said = _("To {to}, from {sender}: {words}")
        return fill(said, to=to, sender=sender, words=words)
    if to:
        return fill(_("To {to}, from the facilitator: {words}"), to=to, words=words)
    if sender:
        return fill(_("To all, from {sender}: {words}"), sender=sender, words=words)
    return fill(_("To all, from the facilitator: {words}"), words=words)
