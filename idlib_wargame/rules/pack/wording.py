"""The word for a turn, where a pack's texts leave it open: "a $turn_word without a shot"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any

from idlib_wargame.rules.pack.scenario import Scenario

TURN_WORD = "turn_word"
# A doubled sign is the situation report's way to write one that stands for itself.
_OPEN = re.compile(rf"(?<!\$)\$(?:{TURN_WORD}\b|\{{{TURN_WORD}\}})")


def worded(scenario: Scenario) -> Scenario:
    """The pack with the word for a turn of its length in all its texts.

    What comes back remembers the pack as it was written, so that another length may be chosen.
    """
    written = scenario.as_written or scenario
    said: Scenario = _said(written, written.turn_word)
    if said is written:
        return written
    # Past the constructor, so that whoever replaces anything in the pack is not undone by it.
    object.__setattr__(said, "as_written", written)
    return said


def _said(value: Any, word: str) -> Any:
    """The value itself where nothing in it is open, so that most rows are shared and not copied."""
    kind: Any = type(value)
    if kind is str:
        return _OPEN.sub(lambda _: word, value) if "$" in value else value
    if kind is tuple:
        rows = tuple([_said(each, word) for each in value])
        return value if _same(value, rows) else rows
    if issubclass(kind, tuple):  # a row that is one, with a type of its own
        rows = tuple([_said(each, word) for each in value])
        return value if _same(value, rows) else kind(*rows)
    names = _names(kind)
    if names:
        new = {name: _said(getattr(value, name), word) for name in names}
        changed = {name: each for name, each in new.items() if each is not getattr(value, name)}
        return replace(value, **changed) if changed else value
    if issubclass(kind, Mapping):
        said = {key: _said(each, word) for key, each in value.items()}
        return value if _same(value.values(), said.values()) else said
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """What a row of this kind is made of; nothing for what is no row."""
    return tuple(each.name for each in fields(kind) if each.init) if is_dataclass(kind) else ()


def _same(old: Iterable[Any], new: Iterable[Any]) -> bool:
    return all(map(is_, old, new))
