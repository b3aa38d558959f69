"""A saved session, read for replay: as far as it is sound, and never written to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import Entry
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.joining import Loose
from idlib_wargame.record.salvage import Salvaged, salvage
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.rules.dice import fingerprint_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kept_pack import kept_pack
from idlib_wargame.session.kinds.kind import Moment
from idlib_wargame.session.kinds.pack import PACK
from idlib_wargame.session.kinds.setup import SETUP
from idlib_wargame.session.log import LogLine, log_lines
from idlib_wargame.session.opening import content_of, folded
from idlib_wargame.session.pins import secret_name
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True, eq=False)
class SavedSession:
    """A session as its file tells it.

    ``moments`` are the entries that stand, each with where the exercise stood after it, drafts
    left out; ``struck`` the numbers of those that do not, ``opened`` of sealed orders that were
    opened or looked at. ``stopped`` says where and why reading stopped; empty for a whole file.
    ``referee`` and ``scenario`` are of the pack with every row that was written in the exercise.
    ``strange`` says which entries hold what their kind has not, a sentence each, for control alone,
    as it quotes them. ``loose`` are entries after a gap, which only control's log shows, marked:
    whether they stand is not known. ``files`` are the pack's texts as the file has them,
    ``pack_fingerprint`` what entries say of them. ``remarks`` are sentences about a file that may
    be whole. ``pin_hash`` is that of the facilitator's PIN, empty for none.
    """

    path: Path
    title: str
    scenario: Scenario
    referee: Referee
    entries: tuple[Entry, ...]
    moments: tuple[Moment, ...]
    struck: frozenset[int]
    opened: frozenset[int]
    complete: bool
    stopped: str
    seed: bytes | None
    loose: tuple[Loose, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    pack_fingerprint: str = ""
    remarks: tuple[str, ...] = ()
    readable: tuple[Entry, ...] = ()
    loose_readable: tuple[Entry, ...] = ()
    strange: tuple[str, ...] = ()
    pin_hash: str = field(default="", repr=False)

    @property
    def told(self) -> str:
        """All that anybody may be told of the file, in sentences; empty where nothing is amiss."""
        passed_over = _passed_over(len(self.strange)) if self.strange else ""
        return " ".join(filter(None, (self.stopped, passed_over, *self.remarks)))

    @property
    def log(self) -> tuple[LogLine, ...]:
        """The log as control may read it."""
        return self.log_for(CONTROL)

    @property
    def last(self) -> Play:
        """Where the exercise stood at the end of the file."""
        return self.moments[-1].play

    def log_for(self, reader: Reader) -> tuple[LogLine, ...]:
        """The log as that reader may read it."""
        log = log_lines(self.scenario, self.readable, self.struck, self.opened, reader)
        loose = _loose_lines(self.scenario, self.loose_readable) if reader.is_control else ()
        return (*log, *loose)


@collector_paused()
def read_session(path: Path) -> SavedSession:
    """Read a file for replay. Raises SessionFault only where not even the setup can be read."""
    try:
        salvaged = salvage(path)
    except RecordFault as fault:
        raise SessionFault(str(fault)) from fault
    entries, loose = _to_fold(path, salvaged)
    wanted = _pack_fingerprint(entries)
    pack = kept_pack(salvaged.files, wanted)
    lost = _lost_texts(entries[0], salvaged.files)
    if pack.reading.scenario is None and lost:
        raise SessionFault(_pack_lost(path, lost))
    chronicle = _folded(path, pack.reading, entries)
    referee = chronicle.telling
    scenario = referee.scenario
    setup = chronicle.play.setup
    loose_readable = tuple(chronicle.readable(each.entry) for each in loose)
    return SavedSession(
        path=path,
        title=setup.name_in(scenario),
        scenario=scenario,
        referee=referee,
        entries=entries,
        moments=tuple(moment for moment in chronicle.moments if moment.kind.has_line),
        struck=frozenset(chronicle.struck),
        opened=frozenset(chronicle.opened),
        readable=tuple(chronicle.entries),
        loose_readable=loose_readable,
        strange=tuple(chronicle.strange),
        complete=salvaged.complete,
        stopped=salvaged.stopped,
        seed=salvaged.seed or None,
        loose=loose,
        files=salvaged.files,
        pack_fingerprint=wanted,
        remarks=(*salvaged.remarks, *([_stood_in(path)] if pack.stands_in else ())),
        pin_hash=salvaged.secrets.get(secret_name(FACILITATOR), ""),
    )


def _to_fold(path: Path, salvaged: Salvaged) -> tuple[tuple[Entry, ...], tuple[Loose, ...]]:
    """The entries that play follows from, and those that nothing joins to them."""
    entries, loose = salvaged.entries, salvaged.loose
    if not entries and _begins(salvaged):
        entries = _run_of(loose)
        return entries, loose[len(entries) :]
    if not entries:
        raise SessionFault(salvaged.stopped or _nothing(path))
    if [entry.kind for entry in entries[:2]] != [PACK.name, SETUP.name]:
        raise SessionFault(_too_short(path, salvaged.stopped))
    return entries, loose


def _begins(salvaged: Salvaged) -> bool:
    """Whether the setup is there and proved though the pack's entry, which comes first, is lost.

    Its digest proves it where that of entry 1 is left; else the seed does, by its fingerprint.
    """
    if not salvaged.loose:
        return False
    setup, proved = salvaged.loose[0]
    if (setup.number, setup.kind) != (2, SETUP.name):
        return False
    seed = salvaged.seed
    return proved or (bool(seed) and content_of(setup).get("fingerprint") == fingerprint_of(seed))


def _run_of(loose: tuple[Loose, ...]) -> tuple[Entry, ...]:
    """The setup and what is proved to follow on it without a gap."""
    run = [loose[0].entry]
    for (before, _proved), (entry, proved) in pairwise(loose):
        if not proved or entry.number != before.number + 1:
            break
        run.append(entry)
    return tuple(run)


def _pack_fingerprint(entries: tuple[Entry, ...]) -> str:
    first = entries[0]
    key = "fingerprint" if first.kind == PACK.name else "pack_fingerprint"
    return str(content_of(first).get(key, ""))


def _lost_texts(first: Entry, files: Mapping[str, str]) -> list[str]:
    """The files of the pack that its entry names and that the record no longer has."""
    named = content_of(first).get("files") if first.kind == PACK.name else None
    return sorted(set(named) - set(files)) if isinstance(named, dict) else []


def _folded(path: Path, reading: PackReading, entries: tuple[Entry, ...]) -> Chronicle:
    if reading.scenario is None:
        raise SessionFault(_unreadable(path, str(reading.problems[0])))
    return folded(reading.scenario, entries)


def _loose_lines(scenario: Scenario, entries: tuple[Entry, ...]) -> tuple[LogLine, ...]:
    lines = log_lines(scenario, entries, frozenset(), frozenset(), CONTROL)
    said = _("{text} (not joined to what came before)")
    return tuple(line._replace(text=fill(said, text=line.text), joined=False) for line in lines)


def _passed_over(count: int) -> str:
    said = ngettext(
        "{count} entry holds what this version cannot read and is passed over; the facilitator's "
        "log says which.",
        "{count} entries hold what this version cannot read and are passed over; the "
        "facilitator's log says which.",
        count,
    )
    return fill(said, count=count)


def _pack_lost(path: Path, lost: list[str]) -> str:
    said = ngettext(
        "Nothing in {file} can be shown, because {count} file of the pack inside is lost "
        "({files}), and no pack that is installed here is the same.",
        "Nothing in {file} can be shown, because {count} files of the pack inside are lost "
        "({files}), and no pack that is installed here is the same.",
        len(lost),
    )
    return fill(said, file=path.name, count=len(lost), files=series(lost))


def _stood_in(path: Path) -> str:
    said = _(
        "The pack inside {file} is damaged; the same pack, which is installed here, stands in "
        "for it."
    )
    return fill(said, file=path.name)


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
