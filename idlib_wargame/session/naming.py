"""Names of people: as they are written, and who is the same person.

"Olga" and "olga " are one, however a keyboard or a hurried hand put the letters together; where
several are told, the first spelling stands. Who is who is decided here and nowhere else: lists,
seats, PINs, devices and what is kept for somebody all ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, normalize

from idlib_wargame.rules.unseen import is_unseen

# They say how letters join, which some scripts spell names with.
_JOINERS = "\u200c\u200d"
# They pick one shape of the sign before them, and draw nothing of their own.
# Keyboards put one for the other by themselves.
_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
)
_SHAPES = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def as_written(name: str) -> str:
    """A name as it is kept and shown: its own letters, one blank between words, nothing unseen."""
    around = zip(f" {name}", name, f"{name[1:]} ", strict=False)
    seen = (sign for before, sign, after in around if _shows(before, sign, after))
    return " ".join(normalize("NFC", "".join(seen)).split())


def _shows(before: str, sign: str, after: str) -> bool:
    """Whether somebody reads a sign, or how it has the letters beside it join."""
    if sign in _JOINERS:
        return category(before)[0] in "LM" and category(after)[0] in "LM"
    return not is_unseen(sign)


@lru_cache(maxsize=4096)  # asked of everybody at the exercise after each change
def told_apart_by(name: str) -> str:
    """What two names have in common that are the same person's; nothing to be read by anybody.

    What nobody sees tells no two people apart, nor do signs that join letters or pick their shape.
    """
    alike = _seen(name).translate(_ALIKE)  # before some are pulled apart, with a blank
    seen = _seen(normalize("NFKC", alike).casefold())
    return " ".join(normalize("NFKC", seen).split())


def _seen(name: str) -> str:
    return "".join(sign for sign in _SHAPES.sub("", name) if not is_unseen(sign))


def same_in(people: Iterable[str], name: str) -> str | None:
    """The one among these whose name that is, as it is written there; None for nobody."""
    sought = told_apart_by(name)
    return next((each for each in people if told_apart_by(each) == sought), None)


def each_once(people: Iterable[str]) -> tuple[str, ...]:
    """Each person once, in their order. Blanks are nobody."""
    found: dict[str, str] = {}
    for name in people:
        found.setdefault(told_apart_by(name), as_written(name))
    found.pop("", None)
    return tuple(found.values())
