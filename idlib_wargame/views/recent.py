"""The list of recent sessions: a small file of the user's, which no exercise depends on."""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from idlib_wargame.files.settings import read_settings
from idlib_wargame.files.whole import write_whole
from idlib_wargame.rules.names import RUNG
from idlib_wargame.words.lists import series
from idlib_wargame.words.starting import stands_words, title_of

if TYPE_CHECKING:
    from idlib_wargame.rules.pack.scenario import Scenario
    from idlib_wargame.session.play import Play

MOST_KEPT = 24
MOST_BYTES = 1_000_000  # a list of ours has some 20,000
MOST_LETTERS, MOST_RUNGS, LARGEST = 4_000, 1_000, 1_000_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recent:
    """A session as its card shows it.

    ``rungs`` are those of the ladder, from the start of play to the last turn closed; ``lowest``
    and ``highest`` are the ladder's ends. ``when`` is the moment it was last used, UTC, ISO 8601.
    ``people`` are the names of those who sit at its seats, as a list in words.
    """

    path: Path
    title: str
    pack: str
    turn: int
    turns: int
    finished: bool
    when: str
    rungs: tuple[int, ...] = ()
    lowest: int = 0
    highest: int = 0
    people: str = ""

    @classmethod
    def of(cls, path: Path, scenario: Scenario, play: Play, when: str) -> Recent:
        """The card of an exercise as it stands now."""
        setup = play.setup
        opening = play.closed[0].opening if play.closed else play.state
        return cls(
            path=path,
            title=title_of(setup.exercise, setup.group),
            pack=scenario.title,
            turn=play.turn,
            turns=setup.turns,
            finished=play.finished,
            when=when,
            rungs=(opening[RUNG], *(turn.result.rung for turn in play.closed)),
            lowest=min(scenario.rung_by_number, default=0),
            highest=max(scenario.rung_by_number, default=0),
            people=series([name for each in setup.seating for name in each.people]),
        )

    @property
    def stands(self) -> str:
        """How far it came, in words."""
        return stands_words(self.turn, self.turns, finished=self.finished)

    def to_json(self) -> dict[str, Any]:
        """Plain values for the file."""
        return {**asdict(self), "path": str(self.path)}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Recent:
        """The session that ``to_json`` wrote. Raises KeyError, TypeError or ValueError else."""
        rungs = body["rungs"]
        if not isinstance(rungs, list) or len(rungs) > MOST_RUNGS:
            raise ValueError("found other rungs than a session can have")
        return cls(
            path=_path(body["path"]),
            title=_text(body["title"]),
            pack=_text(body["pack"]),
            turn=_number(body["turn"]),
            turns=_number(body["turns"]),
            finished=bool(body["finished"]),
            when=_text(body["when"]),
            rungs=tuple(_number(rung) for rung in rungs),
            lowest=_number(body["lowest"]),
            highest=_number(body["highest"]),
            people=_text(body.get("people", "")),
        )


def told_apart(sessions: Sequence[Recent]) -> list[str]:
    """What tells each from the others with its title: its file, or where that is; else ""."""
    titles = Counter(each.title for each in sessions)
    names = Counter((each.title, each.path.name) for each in sessions)
    return [
        ""
        if titles[each.title] == 1
        else each.path.name
        if names[each.title, each.path.name] == 1
        else str(each.path)
        for each in sessions
    ]


class RecentSessions:
    """The sessions used last, newest first. A damaged file loses its bad rows and nothing else.

    A list that cannot be written is kept in memory: it must never stand in the way of play.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._rows = _read(file)

    def all(self) -> tuple[Recent, ...]:
        """Every session on the list, newest first."""
        return tuple(self._rows)

    def remember(self, recent: Recent) -> None:
        """Puts a session at the top of the list."""
        recent = replace(recent, path=recent.path.absolute())
        others = [row for row in self._rows if row.path != recent.path]
        self._keep([recent, *others][:MOST_KEPT])

    def forget(self, path: Path) -> None:
        """Takes a session off the list; its file stays where it is."""
        self._keep([row for row in self._rows if row.path != path.absolute()])

    def _keep(self, rows: list[Recent]) -> None:
        self._rows = rows
        try:
            _write(self._file, rows)
        except OSError as fault:
            _log.warning("The list of recent sessions was not written: %s", fault)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("found something else, expected text")
    if len(value) > MOST_LETTERS:
        raise ValueError("found a text that is none of ours")
    value.encode()  # ValueError for half of a character
    return value


def _path(value: object) -> Path:
    """The path of a file, which on Linux may be in no encoding at all."""
    if not isinstance(value, str):
        raise TypeError("found something else, expected a path")
    if len(value) > MOST_LETTERS or "\0" in value:
        raise ValueError("found what cannot be a path")
    return Path(os.fsdecode(os.fsencode(value)))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("found something else, expected a whole number")
    if abs(value) > LARGEST:
        raise ValueError("found a number that is none of ours")
    return int(value)


def _read(file: Path) -> list[Recent]:
    rows = read_settings(file, MOST_BYTES)
    found = rows[:MOST_KEPT] if isinstance(rows, list) else []
    return [recent for row in found if (recent := _row(row))]


def _row(body: object) -> Recent | None:
    try:
        return Recent.from_json(body) if isinstance(body, dict) else None
    except (KeyError, TypeError, ValueError):
        return None


def _write(file: Path, rows: Sequence[Recent]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, json.dumps([row.to_json() for row in rows], indent=1).encode())
