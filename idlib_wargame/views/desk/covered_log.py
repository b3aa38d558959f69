"""The log as a projector may show it: what is sealed for the turn in play is not told."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.pack.phases import INJECTS, ORDERS, TALKS
from idlib_wargame.session.kinds.registry import kind_named
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.log import LogLine, log_line, who_of
from idlib_wargame.session.session import Session


class LogNews(NamedTuple):
    """What a log took in: how many lines came, and whether any that were there read otherwise."""

    added: int
    changed: bool


class CoveredLog:
    """Control's log, line by line; lines that tell sealed orders say only that they were sealed.

    A line is worked out when it is looked at, and ``catch_up`` goes through what is new alone, so
    that neither costs more the longer the record is. ``speakers`` are all who did anything, each
    with a row that is theirs.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entries: list[Entry] = []
        self._read = 0
        self._struck: frozenset[int] = frozenset()
        self._opened: frozenset[int] = frozenset()
        self._covered_turn = 0
        self.speakers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, row: int) -> LogLine:
        """The line of a row, the oldest at 0."""
        session, entry = self._session, self._entries[row]
        line = log_line(session.scenario, entry, self._struck, self._opened, CONTROL)
        if line.kind == SEALED.name and line.turn == self._covered_turn:
            return line._replace(text=SEALED.covered_line(session.scenario, entry))
        return line

    def catch_up(self, uncovered: bool) -> LogNews:
        """Take in what has happened since; with ``uncovered``, sealed orders are told."""
        shown = (self._struck, self._opened, self._covered_turn)
        if self._struck != self._session.struck:
            self._struck = frozenset(self._session.struck)
        if len(self._opened) != len(self._session.opened):
            self._opened = frozenset(self._session.opened)
        self._covered_turn = 0 if uncovered else _covered_turn(self._session)
        changed = shown != (self._struck, self._opened, self._covered_turn)
        return LogNews(self._take_in(), changed)

    def _take_in(self) -> int:
        entries, before = self._session.entries, len(self)
        for place in range(self._read, len(entries)):
            entry = entries[place]
            if kind_named(entry.kind).has_line:
                self.speakers.setdefault(who_of(self._session.scenario, entry), len(self))
                self._entries.append(entry)
        self._read = len(entries)
        return len(self) - before


def _covered_turn(session: Session) -> int:
    """The turn whose sealed orders nobody may read yet; 0 where all have been opened."""
    play = session.play
    return play.turn if play.phase in (INJECTS, TALKS, ORDERS) else 0
