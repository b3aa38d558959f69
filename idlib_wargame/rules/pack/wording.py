"""The word for a turn, where a pack's texts leave it open: "a $turn_word without a shot"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
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
    if isinstance(value, str):
        return _OPEN.sub(lambda _: word, value) if "$" in value else value
    if isinstance(value, Mapping):
        said = {key: _said(each, word) for key, each in value.items()}
        return value if _same(value.values(), said.values()) else said
    if type(value) is tuple:
        rows = tuple(_said(each, word) for each in value)
        return value if _same(value, rows) else rows
    if is_dataclass(value) and not isinstance(value, type):
        old = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        new = {name: _said(each, word) for name, each in old.items()}
        changed = {name: each for name, each in new.items() if each is not old[name]}
        return replace(value, **changed) if changed else value
    return value


def _same(old: Any, new: Any) -> bool:
    return all(one is other for one, other in zip(old, new, strict=True))
