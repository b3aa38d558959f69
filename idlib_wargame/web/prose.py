"""Markdown of briefs and reports as a page shows it: its text is only ever text."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markupsafe import Markup

# Under the headings of the page, whose own stand on the first three levels.
_LOWER = 3
_LOWEST = 6


@lru_cache(maxsize=256)  # a brief is drawn again with every change of its seat's page
def prose(markdown: str) -> Markup:
    """A text as the windows read it: tables too, no HTML, nothing fetched, and no link."""
    # Past its own limit the reader drops what it reads, without a word.
    options = {"html": False, "linkify": False, "maxNesting": len(markdown)}
    reader = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    reader.disable(["link", "image", "autolink", "reference"])
    try:
        tokens = reader.parse(markdown)
        for token in tokens:
            if token.type in ("heading_open", "heading_close"):
                token.tag = f"h{min(int(token.tag[1]) + _LOWER, _LOWEST)}"
            elif token.type in ("th_open", "td_open"):
                token.attrs.pop("style", None)  # no style stands in a page
            if token.nesting == 1 and token.tag:
                token.attrSet("dir", "auto")
        return Markup(reader.renderer.render(tokens, reader.options, {}))
    except RecursionError:
        lines = [line for line in markdown.splitlines() if line.strip()]
        return Markup("".join(f'<p dir="auto">{escape(line)}</p>' for line in lines))
