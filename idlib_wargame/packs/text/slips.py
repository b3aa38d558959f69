"""Slips of the pen in YAML, told where they were made.

A parser stops where it can read no further, which is often a line or a page after the slip. So the
lines before that place are looked through for what people commonly leave out or put in; what is
suspected is mended in a copy, and blamed if the copy then reads further than the file did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from idlib_wargame.packs.text.suspects import Suspect, suspects

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_SLIPS = 20
# Lines above the place where reading stops that are looked through, and characters read in trying.
_FAR = 60
_MOST_READ = 2_500_000


class Stop(NamedTuple):
    """Where a parser stopped, as a line from 0, and why."""

    line: int
    fault: yaml.MarkedYAMLError


def stop_of(text: str) -> Stop | None:
    """Where YAML stops being read; None where it reads to its end. Raises other YAMLErrors."""
    try:
        for _event in yaml.parse(text, Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as fault:
        mark: Any = fault.problem_mark or fault.context_mark
        return Stop(mark.line, fault)
    return None


def slips(text: str) -> tuple[list[Suspect], Stop | None]:
    """The slips that keep a file from being read, in order; then where it stops all the same."""
    found: list[Suspect] = []
    stop = stop_of(text)
    while stop is not None and len(found) < MOST_SLIPS:
        blamed = _blamed(text, stop)
        if blamed is None or any(blamed.suspect.line == each.line for each in found):
            break  # a second slip in a line may come of how the first was mended
        found.append(blamed.suspect)
        text, stop = blamed.mended, blamed.stop
    return found, stop


class _Tried(NamedTuple):
    """A suspect, the text with it mended, and where that stops."""

    suspect: Suspect
    mended: str
    stop: Stop | None


def _blamed(text: str, stop: Stop) -> _Tried | None:
    """The suspect without which the file reads furthest; of several, the likeliest."""
    tried = [
        each for each in _try_all(text, stop) if each.stop is None or each.stop.line > stop.line
    ]
    return min(tried, key=lambda each: _rank(each, stop), default=None)


def _rank(tried: _Tried, stop: Stop) -> tuple[float, int, int]:
    reads_to = float("inf") if tried.stop is None else tried.stop.line
    return -reads_to, tried.suspect.unlikeliness, stop.line - tried.suspect.line


def _try_all(text: str, stop: Stop) -> Iterator[_Tried]:
    lines = text.split("\n")
    left = _MOST_READ
    for at in _places(lines, stop):
        for suspect in suspects(lines, at):
            left -= len(text)
            if left < 0:
                return
            mended = "\n".join([*lines[:at], suspect.mended, *lines[at + 1 :]])
            try:
                yield _Tried(suspect, mended, stop_of(mended))
            except yaml.YAMLError:
                continue


def _places(lines: list[str], stop: Stop) -> Iterator[int]:
    """Lines to look through: from where reading stops upwards, and where what it was in began."""
    last = min(stop.line, len(lines) - 1)
    first = max(last - _FAR, 0)
    yield from range(last, first - 1, -1)
    context: Any = stop.fault.context_mark
    if context is not None and context.line < first:
        yield context.line
