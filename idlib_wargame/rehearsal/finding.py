"""One thing that rehearsals tell of a pack."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.words.rehearsing import Topic


class Finding(NamedTuple):
    """One sentence under a topic, the rows it speaks of, and whether the pack is at fault."""

    topic: Topic
    text: str
    rows: tuple[str, ...] = ()
    fault: bool = False
