"""Wrong tries at PINs, kept for the user of this machine, so that starting anew is no way round.

They do not stand in the session file: a replay writes to none, and a copy of a file has the same
hash and so the same count.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.files.settings import read_settings
from idlib_wargame.files.whole import write_whole

MOST_KEPT = 200
LONGEST_WAIT = 300.0  # seconds after a wrong try, however many there were
_LONGEST_FILE = 100_000  # bytes; nothing that was written here is longer

_log = logging.getLogger(__name__)


class Tries(NamedTuple):
    """How many wrong tries in a row, and when the last was, in seconds since 1970.

    ``at_desk`` where they were at the facilitator's PIN.
    """

    wrong: int = 0
    at: float = 0.0
    at_desk: bool = False

    def may_wait(self, now: float) -> bool:
        """Whether somebody may wait for them still. A clock that was set back adds nothing."""
        return abs(now - self.at) < LONGEST_WAIT


class TryBook:
    """The tries by the hash of the PIN, in a file of the user's, or in memory without one.

    The file is read each time, as another window of this program may have counted meanwhile. One
    that is damaged counts for empty, and one that cannot be written is told to the log.

    What is old makes room for what is new. Nobody washes a wait away by it: not while it may run,
    and tries at a facilitator's PIN make room for such alone.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._rows: dict[str, Tries] = {}

    def of(self, pin_hash: str) -> Tries:
        """The tries at the PIN of that hash."""
        self._read()
        return self._rows.get(_key(pin_hash), Tries())

    def keep(self, pin_hash: str, tries: Tries) -> None:
        """Take down the tries at the PIN of that hash."""
        self._read()
        key = _key(pin_hash)
        self._rows.pop(key, None)
        self._rows[key] = tries
        self._make_room(key)
        self._write()

    def forget(self, pin_hash: str) -> None:
        """The right PIN was given."""
        self._read()
        if self._rows.pop(_key(pin_hash), None) is not None:
            self._write()

    def _read(self) -> None:
        if self._file is not None:
            self._rows = _read(self._file) or self._rows

    def _make_room(self, newest: str) -> None:
        rows, now = self._rows, self._rows[newest].at
        alike = [key for key in rows if rows[key].at_desk == rows[newest].at_desk]
        old = [key for key in alike if key != newest and not rows[key].may_wait(now)]
        old.sort(key=lambda key: rows[key].at)
        for key in old[: max(len(alike) - MOST_KEPT, 0)]:
            del rows[key]

    def _write(self) -> None:
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(self._rows).encode())
        except OSError as fault:
            _log.warning("The wrong tries at PINs were not written: %s", fault)


def _key(pin_hash: str) -> str:
    """Tells PINs apart, and says nothing of them."""
    return hashlib.sha256(pin_hash.encode()).hexdigest()[:16]


def _read(file: Path) -> dict[str, Tries]:
    rows = read_settings(file, _LONGEST_FILE)
    found = {key: _row(row) for key, row in rows.items()} if isinstance(rows, dict) else {}
    return {key: tries for key, tries in found.items() if tries is not None}


def _row(row: object) -> Tries | None:
    match row:
        case [int(wrong), int() | float() as at] if wrong >= 0 and math.isfinite(at):
            return Tries(wrong, float(at))
        case [int(wrong), int() | float() as at, bool(at_desk)] if wrong >= 0 and math.isfinite(at):
            return Tries(wrong, float(at), at_desk)
    return None
