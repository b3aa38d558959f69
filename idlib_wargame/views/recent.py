"""The list of recent sessions: a small file of the user's, which no exercise depends on."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from idlib_wargame.rules.names import RUNG
from idlib_wargame.words.starting import stands_words, title_of

if TYPE_CHECKING:
    from idlib_wargame.rules.pack.scenario import Scenario
    from idlib_wargame.session.play import Play

MOST_KEPT = 24
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recent:
    """A session as its card shows it.

    ``rungs`` are those of the ladder, from the start of play to the last turn closed; ``lowest``
    and ``highest`` are the ladder's ends. ``when`` is the moment it was last used, UTC, ISO 8601.
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
        return cls(
            path=Path(body["path"]),
            title=_text(body["title"]),
            pack=_text(body["pack"]),
            turn=int(body["turn"]),
            turns=int(body["turns"]),
            finished=bool(body["finished"]),
            when=_text(body["when"]),
            rungs=tuple(int(rung) for rung in body["rungs"]),
            lowest=int(body["lowest"]),
            highest=int(body["highest"]),
        )


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
        raise TypeError(f"found {value!r}, expected text")
    return value


def _read(file: Path) -> list[Recent]:
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [recent for row in rows if (recent := _row(row))] if isinstance(rows, list) else []


def _row(body: object) -> Recent | None:
    try:
        return Recent.from_json(body) if isinstance(body, dict) else None
    except (KeyError, TypeError, ValueError):
        return None


def _write(file: Path, rows: Sequence[Recent]) -> None:
    """All of it or nothing: the old list stays until the new one is whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".part")
    draft.write_text(json.dumps([row.to_json() for row in rows], indent=1), encoding="utf-8")
    draft.replace(file)
