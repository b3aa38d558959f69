"""The name and password of the Wi-Fi on the room's screen, for those who type them from there."""

from __future__ import annotations

import re
from typing import NamedTuple

from markupsafe import Markup, escape

_LONG, _LONGEST = 70, 100  # characters beyond which a line is smaller
_RUNS = re.compile(r"(\S{17,})")


class WifiLine(NamedTuple):
    """A line about the Wi-Fi, and whether it is "", "long" or "longest"."""

    words: Markup
    length: str


def wifi_line(text: str) -> WifiLine:
    """That line as large as a long one can be."""
    length = "longest" if len(text) > _LONGEST else "long" if len(text) > _LONG else ""
    return WifiLine(_in_groups(text), length)


def _in_groups(text: str) -> Markup:
    """Broken, where it must be, only where whoever copies it finds the place again."""
    parts = []
    for part in _RUNS.split(text):
        fours = (part[at : at + 4] for at in range(0, len(part), 4))
        parts += [Markup("<wbr>").join(fours) if _RUNS.fullmatch(part) else escape(part)]
    return Markup("").join(parts)
