"""The record as lines that a person can read, one line an entry, for one reader."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import Reader
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.registry import kind_named
from idlib_wargame.words.language import _


class LogLine(NamedTuple):
    """One entry for people. ``turn`` is 0 before play; ``struck`` says it no longer stands.

    ``joined`` says that nothing is missing between it and the beginning of the record.
    """

    number: int
    at: str
    turn: int
    kind: str
    who: str
    text: str
    struck: bool
    joined: bool = True


def log_lines(
    scenario: Scenario,
    entries: Iterable[Entry],
    struck: Set[int],
    opened: Set[int],
    reader: Reader,
) -> tuple[LogLine, ...]:
    """The log as that reader may read it, first to last. What was struck is for control alone.

    ``opened`` are the numbers of the entries whose sealed orders somebody has opened since.
    """
    told = entries if reader.is_control else _told(entries, struck)
    lines = (log_line(scenario, entry, struck, opened, reader) for entry in told)
    return tuple(line for line in lines if line.text)


def log_line(
    scenario: Scenario, entry: Entry, struck: Set[int], opened: Set[int], reader: Reader
) -> LogLine:
    """One entry as that reader may read it; its text is "" where it says nothing."""
    return LogLine(
        entry.number,
        entry.at,
        _turn_of(entry),
        entry.kind,
        who_of(scenario, entry),
        line_for(scenario, entry, reader, opened),
        entry.number in struck,
    )


def line_for(
    scenario: Scenario, entry: Entry, reader: Reader, opened: Set[int] = frozenset()
) -> str:
    """What an entry says to a reader, in one sentence; "" where it says nothing."""
    kind = kind_named(entry.kind)
    unopened = kind.covered_until_opened and entry.number not in opened
    if (reader.is_control and unopened) or not kind.audience(scenario, entry).admits(reader):
        return kind.covered_line(scenario, entry)
    return kind.line(scenario, entry)


def _told(entries: Iterable[Entry], struck: Set[int]) -> list[Entry]:
    """What stands and was not replaced, without results that may still change."""
    standing = [entry for entry in entries if entry.number not in struck]
    closed = {_turn_of(entry) for entry in standing if entry.kind == CLOSED.name}
    last = {kind_named(entry.kind).about(entry): entry.number for entry in standing}
    return [
        entry
        for entry in standing
        if last[kind_named(entry.kind).about(entry)] == entry.number
        and (not kind_named(entry.kind).waits_for_close or _turn_of(entry) in closed)
    ]


def _turn_of(entry: Entry) -> int:
    turn = entry.body.get("turn", 0)
    return turn if isinstance(turn, int) else 0


def who_of(scenario: Scenario, entry: Entry) -> str:
    """Who did it: a seat by its name, or the facilitator."""
    seat = scenario.seat_by_id.get(entry.by)
    if seat is not None:
        return seat.name
    return _("Facilitator") if entry.by == FACILITATOR else entry.by
