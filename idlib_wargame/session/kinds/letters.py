"""What the kinds of messages between seats and control share: keys, who may be named, the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.names import Prefix, parted
from idlib_wargame.rules.pack.phases import PHASES
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import Position, no_such_seat
from idlib_wargame.session.kinds.shapes import Ground, Strange, among, list_of, text, turn
from idlib_wargame.session.letters import Letter, Message
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed

MOST = 10_000  # characters of a message
# A message is sent from a draft, and one that is too long to be sent is kept all the same.
MOST_DRAFTED = 10 * MOST
_SHOWN = 200  # characters of it in a line of the log
_TO_ALL = "*"
_KEY = re.compile(r"[^\s>]+>[^\s>]+#[1-9]\d{0,8}", re.ASCII)


def _is_key(value: Any, ground: Ground) -> None:
    text(value, ground)
    if not _KEY.fullmatch(value):
        raise Strange(value, _("the key of a message, such as “astra>borea#1”"))


_INJECT = re.compile(rf"{Prefix.INJECT.value}\.[a-z][a-z0-9_]{{0,59}}", re.ASCII)


def _is_answerable(value: Any, ground: Ground) -> None:
    text(value, ground)
    if not _INJECT.fullmatch(value):
        _is_key(value, ground)


key = _is_key
answerable = _is_answerable  # a message by its key, or an inject by its name
phase = among(lambda ground: PHASES, lambda: _("a phase of a turn"))
correspondent = among(
    lambda ground: {*ground.scenario.seat_by_id, FACILITATOR},
    lambda: _("a seat of the pack, or the facilitator"),
)


def some_of_them(value: Any, ground: Ground) -> None:
    """Seats or control, at least one."""
    list_of(correspondent)(value, ground)
    if not value:
        raise Strange(value, _("at least one"))


# What entries of messages have in common.
WHEN_AND_WHICH = {"turn": turn, "phase": phase, "key": key}


def next_key(play: Play, sender: str, to: Sequence[str]) -> str:
    """The key of the next message from that sender to these."""
    stem = f"{sender}>{'+'.join(to) or _TO_ALL}"
    before = (each.key for each in reversed(play.letters) if each.key.rpartition("#")[0] == stem)
    last = next(before, f"{stem}#0")
    return f"{stem}#{int(last.rpartition('#')[2]) + 1}"


def letter_of(play: Play, key: str) -> Letter | None:
    """The message of that key; None where there is none. The last are looked through first."""
    return next((each for each in reversed(play.letters) if each.key == key), None)


def in_order(scenario: Scenario, to: Iterable[str]) -> tuple[str, ...]:
    """Each of them once, in the pack's order and control at the end; strangers are left out."""
    named = set(to)
    every = (*(seat.id for seat in scenario.seats), FACILITATOR)
    return tuple(each for each in every if each in named)


def strangers(scenario: Scenario, to: Iterable[str]) -> list[str]:
    """A sentence for each that is neither a seat of the exercise nor control."""
    known = {*scenario.seat_by_id, FACILITATOR}
    return [no_such_seat(each) for each in dict.fromkeys(to) if each not in known]


def check_is_theirs(by: str, at: Position) -> None:
    """Messages are written by the seats of the exercise and by control."""
    if by != FACILITATOR:
        at.seat(by)


def too_long(length: int, most: int = MOST) -> list[str]:
    """A sentence for a text with more characters than a message may have."""
    if length <= most:
        return []
    said = ngettext(
        "The message has {found} character and may have {most} at most; make it shorter.",
        "The message has {found} characters and may have {most} at most; make it shorter.",
        length,
    )
    return [fill(said, found=length, most=most)]


def inject_told(at: Position, who: str, named: str) -> Message | None:
    """The inject of that name (``inject.cold_spring``) as a seat was sent it; None for no such."""
    split = parted(named)
    seat = at.scenario.seat_by_id.get(who)
    if split is None or split[0] is not Prefix.INJECT or seat is None:
        return None
    return next(
        (
            each
            for each in reversed(at.play.messages)
            if each.inject == split[1] and (not each.to or seat.actor in each.to)
        ),
        None,
    )


def answers_nothing(at: Position, who: str, key: str) -> list[str]:
    """A sentence where that names no message that somebody has had, empty being none at all.

    Of one that went to others nothing is told, not even that there is one.
    """
    if inject_told(at, who, key) is not None:
        return []
    play = at.play
    asked = letter_of(play, key) if key else None
    if not key or (asked is not None and asked.reached(who)):
        return []
    return [_("Nobody has sent you the message that this answers.")]


def check_all(reasons: Sequence[str]) -> None:
    """Refuse with every reason at once, where there are any."""
    if reasons:
        raise Refused(*reasons)


def writer_name(scenario: Scenario, who: str) -> str:
    """A seat's name in a sentence, or the facilitator."""
    row = scenario.seat_by_id.get(who)
    return row.name if row is not None else _("the facilitator")


def writer_names(scenario: Scenario, who: Sequence[str]) -> str:
    """The same of several; everybody where nobody is named."""
    return listed([writer_name(scenario, each) for each in who]) if who else _("everybody")


def is_to_all_seats(scenario: Scenario, sender: str, to: Sequence[str]) -> bool:
    """Whether every seat has it, so that it is no secret among them.

    Where there is one seat to write to and no more, it is between those two.
    """
    others = {seat.id for seat in scenario.seats} - {sender}
    return len(others) > 1 and others <= set(to)


def room_may_read(scenario: Scenario, sender: str, to: Sequence[str]) -> bool:
    """Whether it is what control told all seats: what these write stays off the wall."""
    return sender == FACILITATOR and is_to_all_seats(scenario, sender, to)


def recipient_names(scenario: Scenario, sender: str, to: Sequence[str]) -> str:
    """Whom a message is to: all seats together, or each by name; everybody for nobody named."""
    if not is_to_all_seats(scenario, sender, to):
        return writer_names(scenario, to)
    return _("all seats and the facilitator") if FACILITATOR in to else _("all seats")


def shown(text: str) -> str:
    """The beginning of a text on one line, where all of it is too much."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"


def seats_among(entry: Entry, *keys: str) -> list[str]:
    """The seats that an entry names under those keys, control left out."""
    named = [each for name in keys for each in _listed(entry.body[name])]
    return [each for each in named if each != FACILITATOR]


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
