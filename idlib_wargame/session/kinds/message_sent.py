"""A seat or control writes to seats, or to control: what must be on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import EVERYONE, FACILITATOR, Audience
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.letters import (
    WHEN_AND_WHICH,
    answerable,
    answers_nothing,
    check_all,
    check_is_theirs,
    correspondent,
    in_order,
    inject_told,
    letter_of,
    next_key,
    recipient_names,
    room_may_read,
    seats_among,
    shown,
    some_of_them,
    strangers,
    too_long,
    writer_name,
)
from idlib_wargame.session.kinds.shapes import or_empty, row, text, yes_or_no
from idlib_wargame.session.letters import Letter
from idlib_wargame.session.play import Play
from idlib_wargame.session.sent import SENT
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class SendMessage(Act):
    """Whoever does it writes to those of ``to``: ids of seats, or FACILITATOR for control.

    ``request`` asks control alone for information. ``answers`` is the key of the message that this
    one answers, or the name of an inject (``inject.cold_spring``), empty for none.
    """

    to: tuple[str, ...]
    text: str
    request: bool = False
    answers: str = ""


def _body(act: SendMessage, by: str, at: Position) -> Json:
    check_is_theirs(by, at)
    check_all([*_faults(act, by, at)])
    to = in_order(at.scenario, act.to)
    return {
        "turn": at.play.turn,
        "phase": at.play.phase,
        "key": next_key(at.play, by, to),
        "sender": by,
        "to": list(to),
        "request": act.request,
        "answers": act.answers,
        "text": act.text.strip(),
    }


def _faults(act: SendMessage, by: str, at: Position) -> Iterator[str]:
    text = act.text.strip()
    if says_nothing(text):
        yield _("The message is empty; write a few words first.")
    yield from too_long(len(text))
    if not act.to:
        yield _("The message is to nobody; pick at least one to write to.")
    yield from strangers(at.scenario, act.to)
    if by in act.to:
        yield _("The message is to its own writer; pick others to write to.")
    if act.request and (by == FACILITATOR or set(act.to) != {FACILITATOR}):
        yield _("Only a seat asks for information, and only of the facilitator.")
    if act.answers:
        yield from _faults_of_answer(act, by, at)


def _faults_of_answer(act: SendMessage, by: str, at: Position) -> Iterator[str]:
    if inject_told(at, by, act.answers) is not None:
        if FACILITATOR not in act.to:
            yield _("An answer to what the facilitator sent goes to the facilitator too.")
        return
    unknown = answers_nothing(at, by, act.answers)
    asked = letter_of(at.play, act.answers)
    if unknown or asked is None:
        yield from unknown
    elif asked.sender not in act.to:
        said = _("An answer goes to {seat} too, who wrote what it answers.")
        yield fill(said, seat=writer_name(at.scenario, asked.sender))


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    """What its writer had half written is sent now, or was sent from a page, which has its own."""
    body = entry.body
    letter = Letter(
        key=body["key"],
        at=entry.at,
        turn=body["turn"],
        phase=body["phase"],
        sender=body["sender"],
        to=tuple(body["to"]),
        text=body["text"],
        request=body["request"],
        answers=body["answers"],
        after=len(play.messages),
    )
    written = () if SENT in body else (letter.sender,)
    drafts = {who: each for who, each in play.letter_drafts.items() if who not in written}
    return replace(
        play,
        letters=play.letters.plus(letter),
        letter_drafts=drafts,
        unanswered=_unanswered(play.unanswered, letter),
    )


def _unanswered(before: tuple[str, ...], letter: Letter) -> tuple[str, ...]:
    if letter.request:
        return (*before, letter.key)
    if letter.sender == FACILITATOR:
        return tuple(key for key in before if key != letter.answers)
    return before


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    places = {"sender": writer_name(scenario, body["sender"]), "text": shown(body["text"])}
    if body["request"]:
        return fill(_("{sender} asks the facilitator: {text}"), **places)
    to = recipient_names(scenario, body["sender"], body["to"])
    if body["sender"] == FACILITATOR:
        return fill(_("The facilitator writes to {to}: {text}"), to=to, **places)
    return fill(_("{sender} writes to {to}: {text}"), to=to, **places)


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    if room_may_read(scenario, entry.body["sender"], entry.body["to"]):
        return EVERYONE
    return Audience.of_seats(seats_among(entry, "sender", "to"))


MESSAGE_SENT = ActKind(
    name="message_sent",
    shape=row(
        **WHEN_AND_WHICH,
        sender=correspondent,
        to=some_of_them,
        request=yes_or_no,
        answers=or_empty(answerable),
        text=text,
    ),
    act=SendMessage,
    body=_body,
    fold=_fold,
    line=_line,
    audience=_audience,
    open_to_seats=True,
)
