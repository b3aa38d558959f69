"""One line of the record, and the digest that ties it to the line before.

The digest of an entry is the SHA-256, in hexadecimal, of six lines joined by a newline (none at
the end), in UTF-8: the previous entry's digest, the number in decimal, the time, the kind, who
did it, and the body's JSON text exactly as it is stored. Before entry 1 stand 64 zeros. Anyone
can recompute one::

    printf '%s\\n%s\\n%s\\n%s\\n%s\\n%s' PREVIOUS NUMBER AT KIND BY BODY | sha256sum
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

BEGINNING = "0" * 64
_write = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


# Whoever folds an entry, checks it or tells of it looks inside several times in a row.
@lru_cache(maxsize=4)
def _content_of(text: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(text)
    return content


def forget_contents() -> None:
    """Let go of what was read last: as plain values a body takes up seven times its text."""
    _content_of.cache_clear()


class Body(Mapping[str, Any]):
    """An entry's body: the JSON text as stored, read when someone looks inside, and not kept."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def content(self) -> dict[str, Any]:
        """The body as plain values, not to be changed."""
        return _content_of(self.text)

    def __getitem__(self, key: str) -> Any:
        return self.content[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.content)

    def __len__(self) -> int:
        return len(self.content)

    def __repr__(self) -> str:
        return f"Body({self.text!r})"


class Entry(NamedTuple):
    """One thing that happened.

    ``number`` counts from 1; ``at`` is UTC, ISO 8601 with milliseconds and a Z; ``kind``
    says what ``body`` holds; ``by`` who did it; ``digest`` is in hexadecimal.
    """

    number: int
    at: str
    kind: str
    by: str
    body: Body
    digest: str

    @property
    def row(self) -> tuple[int, str, str, str, str, str]:
        """The entry as its table stores it."""
        return self.number, self.at, self.kind, self.by, self.body.text, self.digest


def entry_after(head: str, number: int, at: str, kind: str, by: str, text: str) -> Entry:
    """The entry of that number whose body is that JSON text, chained to the digest ``head``."""
    return Entry(number, at, kind, by, Body(text), digest_of(head, number, at, kind, by, text))


def encode(body: Mapping[str, object]) -> str:
    """A body as compact JSON with sorted keys. TypeError or ValueError for what JSON cannot say.

    Half a character, from a broken paste, becomes the sign for one that is lost (U+FFFD): other
    programs could not read it, and it is no reason to lose a note. Two halves that belong together
    are one character.
    """
    text = _write(body)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def digest_of(previous: str, number: int, at: str, kind: str, by: str, body_text: str) -> str:
    """The digest of an entry after the one whose digest is ``previous``.

    ValueError where a line would not stay one line: then two entries could share a digest.
    """
    lines = (previous, str(number), at, kind, by, body_text)
    said = "\n".join(lines)
    if said.count("\n") != len(lines) - 1:
        raise ValueError(f"found a line break in entry {number}, expected six single lines")
    return hashlib.sha256(said.encode()).hexdigest()


def now() -> str:
    """This moment, as entries write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
