"""A page of the guide as tests read it: its blocks of code, its tables of keys, its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.M | re.S)
_HEADING = re.compile(r"^(##+) (.+)$")
_KEY_ROW = re.compile(r"^\| `(\w+)` \| (.+) \| (.+) \|$")
_LINK = re.compile(r"\]\((?!http)([^)#]*)(?:#([^)]*))?\)")


class Block(NamedTuple):
    """A fenced block: its language, the file of a pack that it is of, and its text."""

    language: str
    file: str
    text: str


class KeyRow(NamedTuple):
    """A row of a table of keys, under its two headings, and what holds where it is left out."""

    section: str
    row: str
    key: str
    left_out: str


def page(name: str) -> str:
    """The text of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(text: str, *languages: str) -> Iterator[Block]:
    """The blocks in those languages, or in any, in order."""
    for match in _FENCE.finditer(text):
        if not languages or match[1] in languages:
            yield Block(match[1], match[2], match[3])


def files_of(text: str) -> dict[str, str]:
    """A pack's files as a page has them: the blocks of one file, one after another."""
    files: dict[str, str] = {}
    for block in blocks(text):
        files[block.file] = files.get(block.file, "") + block.text
    return files


def key_rows(text: str) -> Iterator[KeyRow]:
    """Every row of a table of keys: those whose first cell is one key."""
    section = row = ""
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading and len(heading[1]) == 2:
            section, row = heading[2], ""
        elif heading:
            row = heading[2]
        elif match := _KEY_ROW.match(line):
            yield KeyRow(section, row, match[1], match[3])


def links(text: str) -> Iterator[tuple[str, str]]:
    """Every link to a page of the project: its file and its heading, each "" where left out."""
    yield from ((match[1], match[2] or "") for match in _LINK.finditer(text))


def anchors(text: str) -> set[str]:
    """What a link may name of a page's headings, as they are shown on the web."""
    headings = [match[2] for line in text.splitlines() if (match := _HEADING.match(line))]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
