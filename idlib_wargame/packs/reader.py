"""A pack as a Scenario, or else everything that is wrong with it.

Reading never raises for what a pack says: each mistake becomes a Problem, all of them at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from idlib_wargame.packs.kept import KeptPacks
from idlib_wargame.packs.problem import PackFault, Problem
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
    read the pack again: the text of each file by its name in the pack, sorted.
    """

    # Kept out of the text form, which would otherwise run to hundreds of pages.
    scenario: Scenario | None = field(repr=False)
    problems: tuple[Problem, ...]
    files: dict[str, str] = field(repr=False)


def read_pack(path: Path) -> PackReading:
    """The pack in a folder or in a zip of one."""
    files, problems = gather(path)
    return _read(files, problems) if files else PackReading(None, _in_order(problems), {})


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


def _checked(files: dict[str, str], problems: list[Problem]) -> PackReading:
    # The YAML parser and the models take a while to import, and only reading needs them.
    from idlib_wargame.packs.tables import read_tables

    problems = [*problems, *check_files(files, {problem.file for problem in problems})]
    scenario, more = read_tables(files, {problem.file for problem in problems})
    found = worded(scenario) if scenario else None
    return PackReading(found, _in_order([*problems, *more]), files)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))
