"""A saved session, read for replay: as far as it is sound, and never written to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from idlib_wargame.packs.reader import read_files
from idlib_wargame.record.entry import Entry
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.salvage import Salvaged, salvage
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kinds.kind import Moment
from idlib_wargame.session.kinds.pack import PACK
from idlib_wargame.session.kinds.setup import SETUP, as_played, setup_from_body
from idlib_wargame.session.log import LogLine, log_lines
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True, eq=False)
class SavedSession:
    """A session as its file tells it.

    ``moments`` are the entries that stand, each with where the exercise stood after it, drafts
    left out; ``struck`` the numbers of those that do not, ``opened`` of sealed
    orders that were opened or looked at. ``log`` is control's. ``stopped`` says
    where and why reading stopped; empty for a whole file.
    """

    path: Path
    title: str
    scenario: Scenario
    referee: Referee
    entries: tuple[Entry, ...]
    moments: tuple[Moment, ...]
    struck: frozenset[int]
    opened: frozenset[int]
    log: tuple[LogLine, ...]
    complete: bool
    stopped: str
    seed: bytes | None

    @property
    def last(self) -> Play:
        """Where the exercise stood at the end of the file."""
        return self.moments[-1].play

    def log_for(self, reader: Reader) -> tuple[LogLine, ...]:
        """The log as that reader may read it."""
        return log_lines(self.scenario, self.entries, self.struck, self.opened, reader)


@collector_paused()
def read_session(path: Path) -> SavedSession:
    """Read a file for replay. Raises SessionFault only where not even the setup can be read."""
    try:
        salvaged = salvage(path)
    except RecordFault as fault:
        raise SessionFault(str(fault)) from fault
    chronicle = _folded(path, salvaged)
    scenario = chronicle.referee.scenario
    setup = chronicle.play.setup
    return SavedSession(
        path=path,
        title=setup.exercise or scenario.title,
        scenario=scenario,
        referee=chronicle.referee,
        entries=tuple(salvaged.entries),
        moments=tuple(moment for moment in chronicle.moments if moment.kind.has_line),
        struck=frozenset(chronicle.struck),
        opened=frozenset(chronicle.opened),
        log=log_lines(scenario, chronicle.entries, chronicle.struck, chronicle.opened, CONTROL),
        complete=salvaged.complete,
        stopped=salvaged.stopped,
        seed=salvaged.seed or None,
    )


def _folded(path: Path, salvaged: Salvaged) -> Chronicle:
    entries = salvaged.entries
    if not entries:
        raise SessionFault(salvaged.stopped or _nothing(path))
    if [entry.kind for entry in entries[:2]] != [PACK.name, SETUP.name]:
        raise SessionFault(_too_short(path, salvaged.stopped))
    reading = read_files(entries[0].body["files"])
    if reading.scenario is None:
        raise SessionFault(_unreadable(path, str(reading.problems[0])))
    scenario = as_played(reading.scenario, setup_from_body(entries[1].body))
    chronicle = Chronicle(Referee(scenario))
    chronicle.extend(entries)
    return chronicle


def _nothing(path: Path) -> str:
    return fill(_("{file} holds no entries, so there is nothing to show."), file=path.name)


def _too_short(path: Path, stopped: str) -> str:
    said = _("{file} stops before the exercise begins, so there is nothing to show.")
    begun = fill(said, file=path.name)
    return f"{begun} {stopped}".strip()


def _unreadable(path: Path, problem: str) -> str:
    said = _(
        "The pack inside {file} cannot be read by this version of the program ({problem}). "
        "Open it with the version that wrote it."
    )
    return fill(said, file=path.name, problem=problem)
