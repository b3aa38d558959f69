"""The facilitator lets seats that a message was not for, or everybody, have a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import EVERYONE, FACILITATOR, Audience
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.letters import (
    WHEN_AND_WHICH,
    check_all,
    correspondent,
    in_order,
    is_to_all_seats,
    key,
    letter_of,
    next_key,
    seats_among,
    shown,
    some_of_them,
    strangers,
    writer_name,
    writer_names,
)
from idlib_wargame.session.kinds.shapes import list_of, row, seat, text
from idlib_wargame.session.letters import Letter
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class LeakMessage(Act):
    """Seats are given a copy of the message of that key; to nobody named means to everybody.

    What was read cannot be unread, so no undo takes a leak back.
    """

    key: str
    to: tuple[str, ...] = ()


def _body(act: LeakMessage, by: str, at: Position) -> Json:
    letter = letter_of(at.play, act.key)
    check_all([*_faults(act, letter, at)])
    assert letter is not None
    to = in_order(at.scenario, act.to)
    return {
        "turn": at.play.turn,
        "phase": at.play.phase,
        "key": next_key(at.play, FACILITATOR, to),
        "to": list(to),
        "leaks": letter.key,
        "leaked_from": letter.sender,
        "leaked_to": list(letter.to),
        "text": letter.text,
    }


def _faults(act: LeakMessage, letter: Letter | None, at: Position) -> Iterator[str]:
    if letter is None:
        yield _("There is no such message to leak.")
        return
    if letter.leaks:
        yield _("This is a leaked copy; leak the message that it was made of.")
    yield from strangers(at.scenario, (each for each in act.to if each != FACILITATOR))
    if FACILITATOR in act.to:
        yield _("The facilitator reads every message; pick seats to leak it to.")
    have = {*letter.people, *_leaked_to(at.play, letter.key)}
    for each in in_order(at.scenario, act.to):
        if each in have and each != FACILITATOR:
            yield fill(_("{seat} has this message already."), seat=writer_name(at.scenario, each))
    copies = (each for each in at.play.letters if each.leaks == letter.key)
    has_it = is_to_all_seats(at.scenario, letter.sender, letter.to)
    if has_it or any(each.is_for_everybody for each in copies):
        yield _("Everybody has this message already.")


def _leaked_to(play: Play, key: str) -> set[str]:
    return {who for each in play.letters if each.leaks == key for who in each.to}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    copy = Letter(
        key=body["key"],
        at=entry.at,
        turn=body["turn"],
        phase=body["phase"],
        sender=FACILITATOR,
        to=tuple(body["to"]),
        text=body["text"],
        leaks=body["leaks"],
        leaked_from=body["leaked_from"],
        leaked_to=tuple(body["leaked_to"]),
        after=len(play.messages),
    )
    return replace(play, letters=play.letters.plus(copy))


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    return fill(
        _("Leaked to {readers}, from {sender} to {to}: {text}"),
        readers=writer_names(scenario, body["to"]),
        sender=writer_name(scenario, body["leaked_from"]),
        to=writer_names(scenario, body["leaked_to"]),
        text=shown(body["text"]),
    )


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    """Neither its writer nor those it was for are told."""
    return Audience.of_seats(seats_among(entry, "to")) if entry.body["to"] else EVERYONE


MESSAGE_LEAKED = ActKind(
    name="message_leaked",
    shape=row(
        **WHEN_AND_WHICH,
        to=list_of(seat),
        leaks=key,
        leaked_from=correspondent,
        leaked_to=some_of_them,
        text=text,
    ),
    act=LeakMessage,
    body=_body,
    fold=_fold,
    line=_line,
    audience=_audience,
)
