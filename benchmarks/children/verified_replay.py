"""Replays a session with verification: its digests, its fold, and every adjudication again.

Argument: the file. Each answer is in orders a second.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.worker import serve
from idlib_wargame.session.verifying import verify


def orders_a_second(path: Path) -> float:
    """One measurement."""
    begun = time.perf_counter()
    found = verify(path)
    seconds = time.perf_counter() - begun
    if not found.well:
        raise SystemExit(next(check.text for check in found.checks if not check.well))
    return found.orders / seconds


if __name__ == "__main__":
    file = Path(sys.argv[1])
    serve(lambda _: orders_a_second(file))
