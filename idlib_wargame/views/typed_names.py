"""Names of people as they are typed and pasted: one a line, with semicolons, or in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BETWEEN = re.compile(r"[;\r\n]")
_AND = re.compile(r"\s+(?:and|und|&)\s+", re.IGNORECASE)
_QUOTED = re.compile(r'(?:^|(?<=[,;\r\n]))[ \t]*"([^"]*)"[ \t]*(?=[,;\r\n]|$)')
# Of no alphabet: what begins a name that stood in quotation marks, and the signs in it.
_WHOLE, _COMMA, _SEMICOLON = "\ue000", "\ue001", "\ue002"


def ends_a_name(text: str) -> bool:
    """Whether something has been typed that stands between names and never in one."""
    return _BETWEEN.search(text) is not None


def names_in(text: str) -> list[str]:
    """The names in a text: apart by semicolons or line ends, or each in quotation marks.

    Without these, commas stand between names, and "and" does ("Anna, Ben and Cem").
    """
    parts = _BETWEEN.split(_QUOTED.sub(_as_one, text))
    names: list[str] = []
    for part in parts:
        by_commas = _WHOLE in part or len(parts) == 1
        listed = part.split(",") if by_commas else [part]
        for each in listed:
            names += [each] if _WHOLE in each else _AND.split(each)
    return [name for each in names if (name := _tidy(each))]


def names_typed(names: Sequence[str]) -> str:
    """A text that ``names_in`` takes apart into these names again."""
    text = "; ".join(names)
    return text if names_in(text) == list(names) else "; ".join(f'"{name}"' for name in names)


def _as_one(found: re.Match[str]) -> str:
    return _WHOLE + found[1].replace(",", _COMMA).replace(";", _SEMICOLON)


def _tidy(name: str) -> str:
    name = name.replace(_WHOLE, "").strip(" \t,")
    return " ".join(name.replace(_COMMA, ",").replace(_SEMICOLON, ";").split())
