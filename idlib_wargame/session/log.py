"""The record as lines that a person can read, one line an entry, for one reader."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
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
    entries = tuple(entries)
    told = entries if reader.is_control else _told(entries, struck)
    lines = (log_line(scenario, entry, struck, opened, reader, entries) for entry in told)
    return tuple(line for line in lines if line.text)


def log_line(
    scenario: Scenario,
    entry: Entry,
    struck: Set[int],
    opened: Set[int],
    reader: Reader,
    entries: Sequence[Entry] = (),
) -> LogLine:
    """One entry as that reader may read it; its text is "" where it says nothing.

    ``entries``, by number, are what it may tell of: one that was undone.
    """
    return LogLine(
        entry.number,
        entry.at,
        _turn_of(entry),
        entry.kind,
        who_of(scenario, entry),
        line_for(scenario, entry, reader, opened, entries),
        entry.number in struck,
    )


def line_for(
    scenario: Scenario,
    entry: Entry,
    reader: Reader,
    opened: Set[int] = frozenset(),
    entries: Sequence[Entry] = (),
) -> str:
    """What an entry says to a reader, in one sentence; "" where it says nothing."""
    kind = kind_named(entry.kind)
    unopened = kind.covered_until_opened and entry.number not in opened
    if (reader.is_control and unopened) or not kind.audience(scenario, entry).admits(reader):
        return kind.covered_line(scenario, entry)
    named = entry_named(entry, entries)
    if kind.retold is None or named is None:
        return kind.line(scenario, entry)
    return kind.retold(line_for(scenario, named, reader, opened))


def entry_named(entry: Entry, entries: Sequence[Entry]) -> Entry | None:
    """The entry, of those by number, that one tells of; None for most, and where it is lost."""
    if kind_named(entry.kind).retold is None:
        return None
    number = entry.body["number"]
    place = bisect_left(entries, number, key=lambda each: each.number)
    found = entries[place] if place < len(entries) else None
    return found if found is not None and found.number == number else None


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
