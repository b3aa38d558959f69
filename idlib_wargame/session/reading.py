"""A saved session, read for replay: as far as it is sound, and never written to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from idlib_wargame.packs.reader import read_files
from idlib_wargame.record.entry import Entry
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.salvage import Salvaged, salvage
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session import bodies
from idlib_wargame.session.chronicle import Chronicle, Moment
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.log import LogLine, log_lines
from idlib_wargame.session.play import Play


@dataclass(frozen=True, slots=True, eq=False)
class SavedSession:
    """A session as its file tells it.

    ``moments`` are the entries that stand, each with where the exercise stood after it, drafts
    left out. ``stopped`` says where and why reading stopped; empty for a whole file.
    """

    path: Path
    title: str
    scenario: Scenario
    referee: Referee
    entries: tuple[Entry, ...]
    moments: tuple[Moment, ...]
    log: tuple[LogLine, ...]
    complete: bool
    stopped: str
    seed: bytes | None

    @property
    def last(self) -> Play:
        """Where the exercise stood at the end of the file."""
        return self.moments[-1].play


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
        moments=tuple(m for m in chronicle.moments if m.kind != bodies.DRAFT),
        log=log_lines(scenario, chronicle.entries, chronicle.struck),
        complete=salvaged.complete,
        stopped=salvaged.stopped,
        seed=salvaged.seed or None,
    )


def _folded(path: Path, salvaged: Salvaged) -> Chronicle:
    entries = salvaged.entries
    if not entries:
        raise SessionFault(
            salvaged.stopped or f"{path.name} holds no entries, so there is nothing to show."
        )
    if len(entries) < 2 or [e.kind for e in entries[:2]] != [bodies.PACK, bodies.SETUP]:
        raise SessionFault(
            f"{path.name} stops before the exercise begins, so there is nothing to show. "
            + salvaged.stopped
        )
    reading = read_files(entries[0].body["files"])
    if reading.scenario is None:
        raise SessionFault(
            f"The pack inside {path.name} cannot be read by this version of the program "
            f"({reading.problems[0]}). Open it with the version that wrote it."
        )
    scenario = bodies.played(reading.scenario, bodies.setup_from_body(entries[1].body))
    chronicle = Chronicle(Referee(scenario))
    chronicle.extend(entries)
    return chronicle
