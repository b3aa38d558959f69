"""An act with its texts as they can be kept, read aloud and printed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from idlib_wargame.rules.unseen import without_controls

Typed = TypeVar("Typed")


def as_kept(typed: Typed) -> Typed:
    """The same, however deep its texts lie, without signs that steer a terminal or a page."""
    return cast(Typed, _kept(typed))


def _kept(what: Any) -> Any:
    if type(what) is str:
        return what if what.isprintable() else without_controls(what)
    if is_dataclass(what) and not isinstance(what, type):
        kept = {each.name: _kept(getattr(what, each.name)) for each in fields(what) if each.init}
        return replace(what, **kept)
    if isinstance(what, tuple):
        made = getattr(type(what), "_make", type(what))
        return made(_kept(each) for each in what)
    return what
