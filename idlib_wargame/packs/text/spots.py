"""Rows of files that may not have been checked yet, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from idlib_wargame.packs.nouns import noun
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.tree import Document, Path
from idlib_wargame.words.language import _, fill

Documents = Mapping[str, Document]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Spot:
    """A row or a word of some file."""

    document: Document
    path: Path

    def __truediv__(self, part: str | int) -> Spot:
        return Spot(self.document, (*self.path, part))

    def problem(
        self, found: str, expected: str, near: str = "", *, on_key: bool = False
    ) -> Problem:
        """A problem here."""
        return self.document.problem(self.path, found, expected, near, on_key=on_key)

    def __str__(self) -> str:
        return f"{self.document.file}:{self.document.mark(self.path)[0]}"


def rows_of(documents: Documents, file: str, *keys: str) -> Iterator[tuple[Spot, Row]]:
    """The rows under some keys of a file, or of every file of a folder."""
    for name, document in documents.items():
        if name == file or (file.endswith("/") and name.startswith(file)):
            for path, row in document.rows(*keys):
                yield Spot(document, path), row


def raw(row: Row, key: str) -> str:
    """A cell that should hold a word: its text, or "" where it holds none."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def twice(kind: str, cells: Iterator[tuple[Spot, str]]) -> Iterator[Problem]:
    """A problem for each word that stands in more than one of the cells."""
    first: dict[str, Spot] = {}
    for place, word in cells:
        if word and word in first:
            found = fill(_("{kind} {word} twice"), kind=noun(kind), word=quoted(word))
            yield place.problem(
                found, fill(_("it once (the first is at {first})"), first=first[word])
            )
        first.setdefault(word, place)


def words(listed: object) -> Iterator[str]:
    """The words of what should be a list of words; whatever else is in it is passed over."""
    if isinstance(listed, list):
        yield from (each for each in listed if isinstance(each, str))


def table_rows(listed: object) -> Iterator[dict[str, Any]]:
    """The rows of what should be a list of rows; whatever else is in it is passed over."""
    if isinstance(listed, list):
        yield from (each for each in listed if isinstance(each, dict))


def listed(document: Document, key: str) -> object:
    """What stands under a key of the file, of whatever kind; None for nothing."""
    return document.data.get(key) if isinstance(document.data, dict) else None


def habits_of(documents: Documents) -> Iterator[Document]:
    """The habits that are tables at all."""
    for name, document in documents.items():
        if name.startswith("habits/") and isinstance(document.data, dict):
            yield document
