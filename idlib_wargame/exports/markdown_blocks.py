"""Markdown briefs as plain rows of blocks and runs of letters, for a typesetter that reads JSON.

A block is a mapping with its ``kind``: "heading" (``level``, ``runs``), "paragraph" (``runs``),
"list" (``numbered``, ``start``, ``items``, each a list of blocks), "quote" (``blocks``), "code"
(``text``), "table" (``rows`` of cells, each a list of runs; the first row is the head) or "rule".
A run is a mapping with its ``text`` and how it is set. Where text begins, ``rtl`` says which way it
runs. Text is only ever text here: no letter of an author's means anything to the typesetter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from idlib_wargame.words.language import fill, pgettext, runs_from_right

Block = dict[str, Any]
Run = dict[str, Any]

# The typesetter calls functions in each other at most 80 deep; nobody writes lists so deep.
_DEEPEST = 6
_SET_AS = {"strong": "strong", "em": "emph", "s": "struck"}


def blocks_of(markdown: str) -> list[Block]:
    """The blocks of a text, as the windows read it: tables too, and no HTML.

    What is set in each other deeper than can be read comes as it was written, line by line.
    """
    # Past its own limit the reader drops what it reads, without a word.
    options = {"html": False, "maxNesting": len(markdown)}
    reader = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    try:
        return list(_blocks(SyntaxTreeNode(reader.parse(markdown)), 0))
    except RecursionError:
        return [
            {"kind": "paragraph", "runs": [{"text": line}], "rtl": runs_from_right(line)}
            for line in markdown.splitlines()
            if line.strip()
        ]


def plain(runs: list[Run]) -> str:
    """The letters of runs alone."""
    return "".join(run["text"] for run in runs)


def _blocks(parent: SyntaxTreeNode, depth: int) -> Iterator[Block]:
    for node in parent.children:
        match node.type:
            case "heading":
                yield _line("heading", node) | {"level": int(node.tag[1])}
            case "paragraph":
                yield _line("paragraph", node)
            case "bullet_list" | "ordered_list" | "blockquote" if depth >= _DEEPEST:
                for each in node.children if node.type != "blockquote" else [node]:
                    yield from _blocks(each, depth)
            case "bullet_list" | "ordered_list":
                yield _list(node, depth)
            case "blockquote":
                yield {"kind": "quote", "blocks": list(_blocks(node, depth + 1))}
            case "table":
                yield {"kind": "table", "rows": [_cells(row) for row in _rows(node)]}
            case "hr":
                yield {"kind": "rule"}
            case _:  # code, fenced or set in
                yield {"kind": "code", "text": node.content.rstrip("\n").expandtabs(4)}


def _line(kind: str, node: SyntaxTreeNode) -> Block:
    runs = _inside(node)
    return {"kind": kind, "runs": runs, "rtl": runs_from_right(plain(runs))}


def _list(node: SyntaxTreeNode, depth: int) -> Block:
    return {
        "kind": "list",
        "numbered": node.type == "ordered_list",
        "start": int(node.attrs.get("start", 1)),
        "items": [list(_blocks(item, depth + 1)) for item in node.children],
        "rtl": runs_from_right(_first_text(node)),
    }


def _first_text(node: SyntaxTreeNode) -> str:
    return next((each.content for each in node.walk() if each.type == "inline"), "")


def _rows(table: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for part in table.children:
        yield from part.children


def _cells(row: SyntaxTreeNode) -> list[list[Run]]:
    return [_inside(cell) for cell in row.children]


def _inside(node: SyntaxTreeNode) -> list[Run]:
    return [run for child in node.children for run in _runs(child, {})]


def _runs(node: SyntaxTreeNode, manner: Run) -> Iterator[Run]:
    match node.type:
        case "text" | "code_inline" if node.content:
            code = {"code": True} if node.type == "code_inline" else {}
            yield {"text": node.content, **manner, **code}
        case "softbreak":
            yield {"text": " ", **manner}
        case "hardbreak":
            yield {"text": "\n", **manner}
        case "image":
            yield {"text": node.content, **manner}
        case kind:
            within = manner | ({_SET_AS[kind]: True} if kind in _SET_AS else {})
            for child in node.children:
                yield from _runs(child, within)
            yield from _address(node, manner)


def _address(node: SyntaxTreeNode, manner: Run) -> Iterator[Run]:
    """Paper cannot be clicked on, so a link's address is written out where its words differ."""
    address = str(node.attrs.get("href", "")) if node.type == "link" else ""
    said = "".join(each.content for each in node.walk() if each.type == "text")
    if address and address.removeprefix("mailto:") != said:
        yield {"text": " ", **manner}
        yield {"text": fill(pgettext("a link on paper", "({address})"), address=address), **manner}
