"""YAML text as a tree that remembers where every word stood.

No value is guessed to be a number, a date or a truth: what a word means is for the schema to say,
so ``no``, ``1.0`` and ``010`` stay as they were written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from idlib_wargame.packs.problem import Fault, Problem, quoted
from idlib_wargame.words.language import _, fill

_NOTHING_WORDS = ("", "~", "null", "Null", "NULL")


class Absent:
    """What stands where a value should: nothing at all, or something already refused.

    ``written`` is the word for nothing that an author wrote, mostly without knowing it for one.
    """

    def __init__(self, name: str, written: str = "") -> None:
        self._name = name
        self.written = written

    def __repr__(self) -> str:
        return self._name


_NOTHINGS = {word: Absent("nothing", word) for word in _NOTHING_WORDS}
NOTHING: Final = _NOTHINGS[""]
REFUSED: Final = Absent("refused")

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Leaf:
    """A word. ``start`` and ``end`` are places in the file's text; lines and columns from 1."""

    line: int
    column: int
    text: str = ""
    style: str = ""
    start: int = 0
    end: int = 0
    refused: bool = False

    @property
    def value(self) -> str | Absent:
        """The text, or NOTHING for an empty place, or a word for nothing, or REFUSED."""
        if self.refused:
            return REFUSED
        return self.text if self.style else _NOTHINGS.get(self.text, self.text)


@dataclass(slots=True)
class Branch:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Keys and what they hold."""

    line: int
    column: int
    keys: dict[str, Leaf] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)

    def hang(self, file: str, key: Leaf, node: Node) -> Problem | None:
        """Take in a key and its value; a key that is there already is a problem and is dropped."""
        first = self.keys.get(key.text)
        if first is None:
            self.keys[key.text] = key
            self.values[key.text] = node
            return None
        found = fill(_("the key {text} twice"), text=quoted(key.text))
        expected = fill(_("it once (the first is on line {line})"), line=first.line)
        return Problem(file, key.line, key.column, found, expected)


Node = Leaf | Branch | Table


def plain(node: Node) -> Any:
    """The node as Python lists, dicts, strings, NOTHING and REFUSED."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Branch):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()}


@dataclass(frozen=True)
class Document:
    """One file that could be read: its tree, and the same as plain values."""

    file: str
    text: str
    root: Node
    data: Any

    def rows(self, *keys: str) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Each row of the lists under these keys of the file, with its path; others are skipped."""
        for key in keys:
            listed = self.data.get(key) if isinstance(self.data, dict) else None
            for index, row in enumerate(listed if isinstance(listed, list) else []):
                if isinstance(row, dict):
                    yield (key, index), row

    def mark(
        self, path: Path, *, on_key: bool = False, offset: int | None = None
    ) -> tuple[int, int]:
        """Line and column of what stands at the path, or of the nearest thing around it.

        ``on_key`` marks the key rather than its value; ``offset`` counts within a word's text.
        """
        node: Node = self.root
        for index, part in enumerate(path):
            if isinstance(node, Table) and part in node.values:
                if on_key and index == len(path) - 1:
                    node = node.keys[str(part)]
                else:
                    node = node.values[str(part)]
            elif isinstance(node, Branch) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
            else:
                break
        if isinstance(node, Leaf) and offset is not None:
            return self._spot(_place_in_source(self.text, node, offset))
        return node.line, node.column

    def _spot(self, place: int) -> tuple[int, int]:
        return self.text.count("\n", 0, place) + 1, place - self.text.rfind("\n", 0, place)

    def problem(
        self, path: Path, found: str, expected: str, nearest: str = "", *, on_key: bool = False
    ) -> Problem:
        """A problem at a path of this file."""
        return self.faulty(path, Fault(found, expected, nearest, on_key=on_key))

    def faulty(self, path: Path, fault: Fault) -> Problem:
        """The problem that a fault is, of the value at a path of this file."""
        where = (*path, *fault.inside)
        line, column = self.mark(where, on_key=fault.on_key, offset=fault.offset)
        return Problem(
            file=self.file,
            line=line,
            column=column,
            found=fault.found,
            expected=fault.expected,
            nearest=fault.nearest,
            rank=fault.rank,
            unknown=fault.unknown,
        )


def _place_in_source(source: str, leaf: Leaf, offset: int) -> int:
    """Where a character of a word stands in the file; YAML may have folded the lines between.

    Folding changes blanks only, so the other characters are counted off one by one.
    """
    start = leaf.start
    if leaf.style in ("|", ">"):
        start = source.find("\n", start, leaf.end) + 1 or start
    elif leaf.style:
        start += 1
    before = sum(not char.isspace() for char in leaf.text[:offset])
    past_the_end = not leaf.text[offset:].strip()
    seen = 0
    for place in range(start, leaf.end):
        if source[place].isspace():
            continue
        if seen == before and not past_the_end:
            return place
        seen += 1
        if seen == before and past_the_end:
            return place + 1
    return start
