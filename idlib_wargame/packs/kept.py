"""Packs that this installation has found sound, kept as they are played, so as not to check again.

Checking a pack takes longer than all else that opens a session. What came of it is kept under the
fingerprint of the pack's files, so that it stands for those very texts and for no others, and under
a mark of the program that checked them, so that another version checks for itself.

It is plain JSON and names nothing but rows of packs: reading it runs no code. It stands where the
user's own settings stand; whoever can write there can change the program's other files too, so it
is guarded against damage and not against them. ``verify`` and ``check`` never look at it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from idlib_wargame import __version__
from idlib_wargame.files.whole import write_whole
from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario

MOST_KEPT = 40
ROWS = "idlib_wargame.rules."
ROOMS = (f"{ROWS}pack.", f"{ROWS}offer", f"{ROWS}conditions.")
TUPLE, SET, MAPPING, DAY, BAND = "tuple", "set", "mapping", "day", "band"


class KeptPacks:
    """The packs that were found sound, in a folder of the user's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, files: Mapping[str, str]) -> Scenario | None:
        """The scenario of these files; None where it is not kept, or cannot be read."""
        try:
            head, text = self._place(files).read_text(encoding="utf-8").split("\n", 1)
            if head != _digest(text):
                return None
            scenario = _value(json.loads(text))
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return None
        return scenario if isinstance(scenario, Scenario) else None

    def keep(self, files: Mapping[str, str], scenario: Scenario) -> None:
        """Keep what was found sound. Where that fails, it is checked again the next time."""
        try:
            text = json.dumps(_plain(scenario), ensure_ascii=False, separators=(",", ":"))
            # Whole, so that no other window reads half of it.
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self._place(files), f"{_digest(text)}\n{text}".encode())
            self._drop_oldest()
        except (OSError, ValueError, TypeError):
            return

    def _place(self, files: Mapping[str, str]) -> Path:
        return self._folder / f"{fingerprint(files)}-{_mark_of_program()[:16]}.json"

    def _drop_oldest(self) -> None:
        kept = sorted(self._folder.glob("*.json"), key=lambda each: each.stat().st_mtime)
        for each in kept[:-MOST_KEPT]:
            each.unlink(missing_ok=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _mark_of_program() -> str:
    """What says which program checked: its versions, and the files that read packs and play them.

    The files tell a developer's changes apart, which bear no version yet.
    """
    mark = hashlib.sha256(f"{__version__} {RULES_VERSION} {sys.version}".encode())
    home = Path(__file__).parent.parent
    for room in ("packs", "rules"):
        for file in sorted((home / room).rglob("*.py")):
            found = file.stat()
            mark.update(f"\n{file.relative_to(home)} {found.st_size} {found.st_mtime_ns}".encode())
    return mark.hexdigest()


def _plain(value: object) -> Any:
    """A value of a pack as JSON has it; a list begins with what it is a list of."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Band):
        return [BAND, int(value)]
    if isinstance(value, date):
        return [DAY, value.isoformat()]
    if isinstance(value, Mapping):
        return [MAPPING, *([_plain(key), _plain(each)] for key, each in value.items())]
    if isinstance(value, frozenset):
        return [SET, *(_plain(each) for each in sorted(value))]
    if type(value) is tuple:
        return [TUPLE, *(_plain(each) for each in value)]
    name = type(value).__name__
    if _row_types().get(name) is not type(value):
        raise TypeError(f"found {type(value)}, expected a row of a pack")
    return [name, *(_plain(each) for each in _parts(value))]


def _parts(row: object) -> Iterable[object]:
    if isinstance(row, Enum):
        return (row.value,)
    if isinstance(row, tuple):
        return row
    assert is_dataclass(row)
    return (getattr(row, part.name) for part in fields(row) if part.init)


def _value(plain: Any) -> Any:
    if type(plain) is not list:
        return plain
    name, *parts = plain
    if name == MAPPING:
        return {_value(key): _value(each) for key, each in parts}
    if name == BAND:
        return Band(parts[0])
    if name == DAY:
        return date.fromisoformat(parts[0])
    values = [_value(each) for each in parts]
    if name == TUPLE:
        return tuple(values)
    return frozenset(values) if name == SET else _row_types()[name](*values)


@cache
def _row_types() -> dict[str, type]:
    """Every type that a scenario may be made of, by its name."""
    return {
        name: each
        for module in [*sys.modules.values()]
        if getattr(module, "__name__", "").startswith(ROOMS)
        for name, each in vars(module).items()
        if isinstance(each, type)
        and each.__module__ == module.__name__
        and (is_dataclass(each) or hasattr(each, "_fields") or issubclass(each, Enum))
    }
