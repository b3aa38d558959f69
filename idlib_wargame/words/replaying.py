"""What a replay says: which moment this is, how fast it runs, what stands in its tabs."""

from __future__ import annotations

from datetime import datetime

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.dates import dates
from idlib_wargame.words.language import _, fill, pgettext
from idlib_wargame.words.lists import facts
from idlib_wargame.words.phases import phase_name


def clock_time(at: str) -> str:
    """An entry's time (ISO 8601) on this machine's clock: "14:03:22"."""
    return f"{datetime.fromisoformat(at).astimezone():%H:%M:%S}"


def turn_of_words(turn: int, turns: int) -> str:
    """How far an exercise is: "Turn 2 of 8"."""
    return fill(_("Turn {turn} of {turns}"), turn=turn, turns=turns)


def moment_words(
    scenario: Scenario, turn: int, turns: int, phase: str, at: str, place: int, count: int
) -> str:
    """Which moment this is, the ``place``-th (from 1) of ``count``; ``at`` is when it was."""
    return facts(
        [
            turn_of_words(turn, turns),
            dates(scenario, turn),
            phase_name(phase),
            clock_time(at),
            fill(pgettext("moment of a replay", "{place} of {count}"), place=place, count=count),
        ]
    )


def line_words(at: str, text: str, struck: bool) -> str:
    """A line of the log as it is read aloud."""
    template = _("{time} {text} (struck)") if struck else pgettext("of the log", "{time} {text}")
    return fill(template, time=clock_time(at), text=text)


def said_by_words(who: str, text: str) -> str:
    """A line of the log with whose doing it was."""
    return fill(pgettext("of the log", "{who}: {text}"), who=who, text=text)


def results_words(turn: int | None) -> str:
    """Over the results: of which turn, if any has some."""
    return _("Results") if turn is None else fill(_("Results of turn {turn}"), turn=turn)


def messages_words(count: int) -> str:
    """Over the messages: how many there are so far."""
    return fill(_("Messages ({count})"), count=count) if count else _("Messages")


def marks_words(has_rulings: bool, has_messages: bool) -> str:
    """What the marks over the slider mean; of those that are on it."""
    marks = [
        _("◆ a ruling") if has_rulings else "",
        _("○ a message from the facilitator") if has_messages else "",
        _("▲ ▼ the ladder moved"),
    ]
    return "   ".join(mark for mark in marks if mark)


def speed_words(speed: int) -> str:
    """What a speed means: so many times the plain one."""
    return _("Plain speed") if speed == 1 else fill(_("{speed} times as fast"), speed=speed)


def with_key(what: str, key: str) -> str:
    """What a button does, and the key that does it too: "Play (Space)"."""
    return fill(pgettext("what a button does, and its key", "{what} ({key})"), what=what, key=key)
