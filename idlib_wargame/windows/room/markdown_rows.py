"""A report in Markdown as rows: its headings larger, its lists with dots."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument

from idlib_wargame.windows.room.rows import (
    BODY,
    GAP,
    HEADING,
    TITLE,
    Block,
    Lead,
    Row,
    gap,
    text_rows,
)

SIZES = {1: TITLE, 2: HEADING, 3: 40}
STEP = 48.0  # units that a list within a list is set in


def markdown_blocks(markdown: str, width: float) -> list[Block]:
    """A paragraph a block; a heading stands on one page with what it is about."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    found: list[Block] = []
    held: Block = ()
    block = document.begin()
    while block.isValid():
        rows = tuple(_rows(block, width))
        if block.blockFormat().headingLevel():
            held += tuple(row._replace(keeps=True) for row in rows)
        elif rows:
            found.append((*held, *rows))
            held = ()
        block = block.next()
    return [*found, held] if held else found


def _rows(block: QTextBlock, width: float) -> Iterator[Row]:
    text = block.text().strip()
    if not text:
        return
    level, listed = block.blockFormat().headingLevel(), block.textList()
    if level:
        yield gap()
        yield from text_rows(text, width, SIZES.get(level, BODY), bold=True)
        yield gap(GAP / 2)
        return
    if listed is None:
        yield from text_rows(text, width, BODY)
    else:
        indent = STEP * max(listed.format().indent() - 1, 0)
        dot = Lead("bullet", "muted", 40)
        yield from text_rows(text, width, BODY, indent=indent, lead=dot)
    yield gap(GAP / 2)
