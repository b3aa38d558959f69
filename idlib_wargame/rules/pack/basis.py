"""Where a row of a pack comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a row comes from: claims of the source ("S1¶2"), an outside source, or judgement."""

    cites: tuple[str, ...] = ()
    outside: str = ""
    judgement: bool = False
