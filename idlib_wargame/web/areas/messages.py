"""Messages: what a seat was told, wrote and was sent, and where it writes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.letters import MOST
from idlib_wargame.views.correspondence import (
    Correspondent,
    LetterDraft,
    Writing,
    is_request,
    send_all_words,
    send_words,
)
from idlib_wargame.views.messages import MessageView, unread
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.words.language import _, isolated

TEMPLATE = "areas/messages.html"
ALL_SEATS = "*"  # no seat is called so
MOST_AT_ONCE = 20  # that are folded away together; as many to twice as many stand open
MOST_READ = 200  # marked at once; the next follow when these are


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """Where to write, and everything that was written, the newest first."""
    view = seen.view
    return {"messages.write": _form(view.seat.id, view.writing), **_lists(seen)}


def _form(seat: str, writing: Writing) -> str:
    """A new message. What somebody writes is on their own page until it is sent."""
    if not writing.is_open:
        return ""
    seats = [each for each in writing.to if not each.is_control]
    control = [each for each in writing.to if each.is_control]
    return draw(
        TEMPLATE,
        part="write",
        seats=seats,
        others=control,
        isolated=isolated,
        all_seats=ALL_SEATS if len(seats) > 1 else "",
        words=_button_words(seat, seats, control),
        most=MOST,
    )


def _button_words(
    seat: str, seats: Sequence[Correspondent], control: Sequence[Correspondent]
) -> dict[str, tuple[str, str]]:
    """What the button says by how many seats are picked, with a + where control is too.

    In short, and with everybody named; ``{1}`` stands for the first that is picked.
    """
    named = [Correspondent(each.id, f"{{{place}}}") for place, each in enumerate(seats, 1)]
    found = {}
    for count in range(len(seats) + 1):
        for sign, others in (("", ()), ("+", control)):
            to = (*named[:count], *others)
            asks = is_request(seat, LetterDraft(tuple(each.id for each in to)))
            words = send_words(to, len(seats), asks)
            found[f"{count}{sign}"] = (words, words if asks else send_all_words(to))
    return found


class Row(NamedTuple):
    """A message on the page: by which key it stands there, and the form that answers it."""

    key: str
    message: MessageView
    answer: AnswerForm | None


class AnswerForm(NamedTuple):
    """``id`` is the form's own on the page; ``send`` says whom the answer goes to."""

    id: str
    key: str
    to: str
    send: str


def _rows(messages: Sequence[MessageView], writing: Writing) -> Iterator[Row]:
    known = {each.id: each for each in writing.to}
    told = 0
    for each in messages:
        told += not each.key
        to = known.get(each.answer_to)
        answer = _answer_form(each.answers_as, to) if to is not None else None
        yield Row(each.key or f"told-{told}", each, answer)


def _answer_form(key: str, to: Correspondent) -> AnswerForm:
    """One that nothing else stands in by that id, whatever comes or is taken back above it."""
    own = hashlib.sha256(key.encode()).hexdigest()[:16]
    return AnswerForm(own, key, to.id, send_all_words((to,)))


def _lists(seen: SeatSeen) -> dict[str, str]:
    """The latest, and folded below them the older ones, which a new message leaves as they are."""
    view = seen.view
    new = [each.key for each in unread(view.messages)]
    rows = [*enumerate(_rows(view.messages, view.writing), 1)]
    older = max(len(rows) // MOST_AT_ONCE - 1, 0) * MOST_AT_ONCE
    latest = draw(
        TEMPLATE,
        part="list",
        turn=view.turn,
        rows=rows[older:][::-1],
        new=new,
        unread=new[-MOST_READ:] if view.writing.is_open else [],
        known=len(rows),
        most=MOST,
    )
    before = {
        "turn": view.turn,
        "rows": rows[:older][::-1],
        "new": [each for each in new if any(row.key == each for _place, row in rows[:older])],
        "most": MOST,
    }
    return {
        "messages.list": latest,
        "messages.older": draw(TEMPLATE, part="older", **before) if older else "",
    }


def _send(door: SeatDoor, fields: Fields) -> str:
    """Send what somebody wrote to those whom they picked."""
    known = door.view().writing.to
    picked = set(fields.texts("to"))
    if not picked <= {ALL_SEATS, *(each.id for each in known)}:
        raise Amiss("to")
    to = tuple(
        each.id
        for each in known
        if each.id in picked or (ALL_SEATS in picked and not each.is_control)
    )
    door.send_message(LetterDraft(to, fields.text("text")))
    return _sent_words()


def _answer(door: SeatDoor, fields: Fields) -> str:
    """Answer one message, to whoever wrote it."""
    to = fields.one_of("to", [each.id for each in door.view().writing.to])
    key = fields.text("key", 400)
    if not key:
        raise Amiss("key")
    door.send_message(LetterDraft((to,), fields.text("text"), key))
    return _sent_words()


def _sent_words() -> str:
    return _("The message is sent.")


def _read(door: SeatDoor, fields: Fields) -> str:
    """They have been on the screen."""
    keys = fields.texts("key", MOST_READ)
    with suppress(Refused):  # somebody else of the seat was quicker
        door.read_messages(keys)
    return ""


MESSAGES = Area(
    name="messages",
    tab=Tab.MESSAGES,
    title=lambda: _("Messages"),
    parts=parts,
    acts={"send_message": _send, "answer_message": _answer, "read_messages": _read},
)
