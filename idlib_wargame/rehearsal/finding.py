"""One thing that rehearsals tell of a pack."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One sentence under a topic, the rows it speaks of, and whether the pack is at fault."""

    topic: str
    text: str
    rows: tuple[str, ...] = ()
    fault: bool = False
