"""A list as a spreadsheet saves it: bytes to cells, and cells to bytes. It knows of no inject.

What comes in may be UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs, whatever ends
its lines. What goes out is UTF-8 with a mark that spreadsheets look for.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

DELIMITERS = ",;\t|"
MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
_BOM = "\ufeff"
_SEP = re.compile(r'"?sep=(?P<sign>.)"?\r?\n?', re.IGNORECASE)  # Excel's own first line
# A spreadsheet takes a cell that begins so for a formula, and would run it.
_FORMULA = re.compile(r"'*[=+\-@\t]")
_QUOTED_FORMULA = re.compile(r"'+[=+\-@\t]")


class NotAList(ValueError):
    """What was read is no list in text: it is empty, too large, or a file of another kind.

    ``kind`` says which: "empty", "large" or "other".
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Line(NamedTuple):
    """A row of cells. ``number`` is the line of the file where it begins, from 1."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


class Cut(NamedTuple):
    """A text cut into cells in one way. ``broken`` is the line where the cells end, 0 for none."""

    delimiter: str
    lines: tuple[Line, ...]
    broken: int = 0


def text_of(data: bytes) -> str:
    """The text of a file. Raises NotAList for what is none."""
    if len(data) > MOST_BYTES:
        raise NotAList("large")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NotAList("other")  # a workbook or a paper, not saved as CSV
    text = _decoded(data).removeprefix(_BOM)
    if not text.strip():
        raise NotAList("empty")
    return text.replace("\0", "")


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):  # without its mark
        half = data[at : 400 + at : 2]
        if len(half) > 3 and half.count(0) > len(half) * 0.6:
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def cuts_of(text: str) -> Iterator[Cut]:
    """The text cut at each sign that could divide its cells; at the one it names, if it does."""
    named = _SEP.match(text)
    if named is not None:
        yield _cut(text[named.end() :], named["sign"], first=2)
        return
    for delimiter in DELIMITERS:
        if delimiter in text:
            yield _cut(text, delimiter)
    if not any(sign in text for sign in DELIMITERS):
        yield _cut(text, ",")


def _cut(text: str, delimiter: str, first: int = 1) -> Cut:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines: list[Line] = []
    begins = first
    try:
        for cells in reader:
            lines.append(Line(begins, tuple(plain(_in_lines(cell)) for cell in cells)))
            begins = first + reader.line_num
            if len(lines) >= MOST_ROWS:
                return Cut(delimiter, tuple(lines), begins)
    except csv.Error:
        return Cut(delimiter, tuple(lines), begins)
    return Cut(delimiter, tuple(lines))


def _in_lines(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def plain(cell: str) -> str:
    """A cell as somebody wrote it, where ``harmless`` made it such that no spreadsheet runs it."""
    return cell[1:] if _QUOTED_FORMULA.match(cell) else cell


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; ``plain`` gives back what it was."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bytes_of(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    """Rows of cells as a file that every spreadsheet opens."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
