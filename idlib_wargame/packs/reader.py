"""A pack as a Scenario, or else everything that is wrong with it.

Reading never raises for what a pack says: each mistake becomes a Problem, all of them at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from idlib_wargame.packs.kept import KeptPacks
from idlib_wargame.packs.problem import PackFault, Problem
from idlib_wargame.packs.registry import SITREP, is_table
from idlib_wargame.packs.telling import told_well
from idlib_wargame.packs.text.file_names import is_for_people, written_our_way
from idlib_wargame.packs.text.gather import check_files, gather
from idlib_wargame.rules.pack.wording import worded

if TYPE_CHECKING:
    from idlib_wargame.rules.pack.scenario import Scenario


class _Kept:
    """Where packs are kept that were found sound; None for nowhere."""

    packs: KeptPacks | None = None


def keep_sound_packs(folder: Path | None) -> None:
    """From now on check no pack again that this installation has found sound; None ends that.

    Only the windows ask for it. Whoever checks or verifies wants it done.
    """
    _Kept.packs = KeptPacks(folder) if folder else None


@dataclass(frozen=True)
class PackReading:
    """What came of reading a pack.

    ``scenario`` is None if and only if there are ``problems``. ``files`` is all that is needed to
    read the pack again: the text of each file by its name in the pack, sorted. For the author alone
    are ``passed_over``, the files that were not read (but for what systems and editors leave
    behind), and ``unread``, the Markdown files that no row names.
    """

    # Kept out of the text form, which would otherwise run to hundreds of pages.
    scenario: Scenario | None = field(repr=False)
    problems: tuple[Problem, ...]
    files: dict[str, str] = field(repr=False)
    passed_over: tuple[str, ...] = field(default=(), compare=False)
    unread: tuple[str, ...] = field(default=(), compare=False)


def read_pack(path: Path) -> PackReading:
    """The pack in a folder or in a zip of one."""
    files, problems, passed_over = gather(path)
    if files:
        reading = _read(files, problems)
        return replace(reading, passed_over=passed_over, unread=_unread(files))
    return PackReading(None, told_well(problems), {}, passed_over)


def read_files(files: Mapping[str, str]) -> PackReading:
    """The pack whose files have these texts, by their names in the pack."""
    return _read({name: files[name] for name in sorted(files)}, [])


def load(path: Path) -> Scenario:
    """The scenario of a pack. Raises PackFault with every problem where there are any."""
    reading = read_pack(path)
    if reading.scenario is None:
        raise PackFault(reading.problems)
    return reading.scenario


def _read(files: dict[str, str], problems: list[Problem]) -> PackReading:
    kept = _Kept.packs
    if kept is None or problems:
        return _checked(files, problems)
    scenario = kept.find(files)
    if scenario is not None:
        return PackReading(worded(scenario), (), files)
    reading = _checked(files, problems)
    if reading.scenario is not None:
        kept.keep(files, reading.scenario.as_written or reading.scenario)
    return reading


def _unread(files: Mapping[str, str]) -> tuple[str, ...]:
    """The briefs that no table names, in any spelling; what tells people of the pack is none."""
    tables = [written_our_way(text).casefold() for name, text in files.items() if is_table(name)]
    briefs = [name for name in files if name.endswith(".md") and name != SITREP]
    return tuple(
        name
        for name in briefs
        if not is_for_people(name) and not any(name.casefold() in text for text in tables)
    )


def _ends(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[at:]) for at in range(len(parts))]


def _checked(files: dict[str, str], problems: list[Problem]) -> PackReading:
    # The YAML parser and the models take a while to import, and only reading needs them.
    from idlib_wargame.packs.tables import read_tables

    known = {name for problem in problems for name in (problem.file, problem.nearest) if name}
    problems = [*problems, *check_files(files, known)]
    spoilt = {problem.file for problem in problems}
    # A table beside the folder of a pack is told with that folder: its last parts are its name.
    meant = {part for problem in problems for part in _ends(problem.nearest)}
    spoilt |= meant - files.keys()
    scenario, more = read_tables(files, spoilt)
    found = worded(scenario) if scenario else None
    return PackReading(found, told_well([*problems, *more]), files)
