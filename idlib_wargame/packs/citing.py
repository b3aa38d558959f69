"""Which row of a pack rests on what: every row that may cite, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from idlib_wargame.packs.nouns import noun
from idlib_wargame.packs.registry import table_of
from idlib_wargame.packs.schema.kinds import Grounded, Row
from idlib_wargame.packs.schema.models import model_of
from idlib_wargame.packs.schema.validation import inside
from idlib_wargame.packs.text.documents import read_document
from idlib_wargame.packs.text.tree import Document, Path
from idlib_wargame.words.language import _, fill

# Where a row's handle and its words are found, the first of each that it has. A row within another
# goes by its own id only: the move that a habit leans to is not what the leaning is called.
_HANDLES = ("id", "rung", "move")
_WORDS = ("name", "title", "text", "why", "move")


@dataclass(frozen=True)
class CitingRow:
    """A row, where it stands, and what it says it rests on.

    ``handle`` is its id, or what stands for one (a rung's number, the move of a row of principals),
    and "" where it has neither. ``within`` names the row that it is part of; "" for none.
    """

    file: str
    line: int
    noun: str
    handle: str
    code: str
    name: str
    within: str
    cites: tuple[str, ...]
    outside: str
    judgement: bool

    @property
    def title(self) -> str:
        """What people call it: kind, handle and words."""
        kind = noun(self.noun)
        if self.handle and self.name:
            said = _("{kind} {id} “{name}”")
            return fill(said, kind=kind, id=self.handle, name=self.name)
        if self.handle:
            return fill(_("{kind} {id}"), kind=kind, id=self.handle)
        return fill(_("{kind} “{name}”"), kind=kind, name=self.name) if self.name else kind


def citing_rows(files: Mapping[str, str]) -> Iterator[CitingRow]:
    """Every row of a sound pack, in the order of its files; ``files`` are their texts by name."""
    for name, text in files.items():
        table = table_of(name)
        document = read_document(name, text)[0] if table is not None else None
        if table is not None and document is not None:
            yield from _rows(document, model_of(table), (), document.data, "")


def _rows(
    document: Document, kind: Any, path: Path, value: Any, within: str
) -> Iterator[CitingRow]:
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from _rows(document, inside(kind, place), (*path, place), each, within)
    elif isinstance(value, dict):
        if isinstance(kind, type) and issubclass(kind, Grounded):
            row = _row(document, kind, path, value, within)
            yield row
            within = within or row.title
        for key, each in value.items():
            yield from _rows(document, inside(kind, key), (*path, key), each, within)


def _row(
    document: Document, kind: type[Row], path: Path, row: Mapping[str, Any], within: str
) -> CitingRow:
    line, _ = document.mark(path)
    return CitingRow(
        file=document.file,
        line=line,
        noun=kind.noun,
        handle=_first(row, _HANDLES[:1] if within else _HANDLES),
        code=_first(row, ("code",)),
        name=_first(row, _WORDS),
        within=within,
        cites=tuple(row.get("cites", ())),
        outside=_first(row, ("outside",)),
        judgement=row.get("judgement") == "true",
    )


def _first(row: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    found = (" ".join(row[key].split()) for key in keys if isinstance(row.get(key), str))
    return next(found, "")
