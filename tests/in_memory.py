"""Where a quick run keeps its files: in memory, where the system has a folder that lies there.

Each act of an exercise is flushed to the disk before it counts, thousands of times in a run. What
is written and read is the same; `make prove` waits for the disk.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # on Linux
ENOUGH = 2**30  # bytes; in a container there may be next to nothing


def has_room(folder: Path) -> bool:
    """Whether a run may keep its files there."""
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ENOUGH
