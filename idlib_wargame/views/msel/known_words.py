"""The words by which lists are understood, as ``known_words.txt`` has them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def known_words(name: str) -> tuple[str, ...]:
    """Those of a line of the file: of a column, "everybody", "dropped" or "by_hand"."""
    return _lines().get(name, ())


@cache
def _lines() -> dict[str, tuple[str, ...]]:
    text = files("idlib_wargame.views.msel").joinpath("known_words.txt").read_text("utf-8")
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            name, _colon, line = line.partition(":")
        found[name] = f"{found.get(name, '')} {line.strip()}"
    return {
        name: tuple(word.strip() for word in words.split(",") if word.strip())
        for name, words in found.items()
    }
