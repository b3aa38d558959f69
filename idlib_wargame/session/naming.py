"""Names of people: as they are written, and who is the same person.

"Olga" and "olga " are one, however a keyboard or a hurried hand put the letters together; where
several are told, the first spelling stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize


def as_written(name: str) -> str:
    """A name as it is kept and shown: its own letters, one blank between words."""
    return " ".join(normalize("NFC", name).split())


def told_apart_by(name: str) -> str:
    """What two names have in common that are the same person's; nothing to be read by anybody."""
    return " ".join(normalize("NFKC", normalize("NFKC", name).casefold()).split())


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
