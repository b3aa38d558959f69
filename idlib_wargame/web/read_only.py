"""Pieces of a page for somebody who only looks: what acts is taken out before it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

_ACTING = frozenset({"form", "textarea", "select"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
# An area that looks on without words of its own says something by what stands in it.
_SAYING = frozenset({"svg", "input", "img", "hr", "br"})


@dataclass
class _Node:
    """An element: its name, how its start was written, its attributes, and what it holds."""

    name: str
    start: str
    attributes: dict[str, str | None]
    held: list[_Node | str] = field(default_factory=list)


@lru_cache(maxsize=512)  # most parts are as they were when anything changes
def read_only(html: str) -> str:
    """A piece without its forms and fields, and without what is empty then; links lead on.

    Fields that send nothing and choose what is seen stay: filters, and boxes beside no form.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(_written(each) for each in _kept(reader.top.held, _fields_left(reader.top)))


def _fields_left(node: _Node) -> frozenset[str]:
    """The ids of fields that stay, whose labels do too."""
    return frozenset(_ids(node))


def _ids(node: _Node) -> Iterator[str]:
    for each in node.held:
        if isinstance(each, _Node) and not _acts(each):
            if each.name == "input":
                yield each.attributes.get("id") or ""
            yield from _ids(each)


def _acts(node: _Node) -> bool:
    """Whether something is done by it."""
    attributes = node.attributes
    if node.name == "button":
        return "data-go" not in attributes and "data-close" not in attributes
    if node.name == "input":
        chooses = attributes.get("type") in ("radio", "checkbox") and "form" not in attributes
        return not (chooses or "data-filter" in attributes)
    return node.name in _ACTING


def _kept(held: list[_Node | str], fields: frozenset[str]) -> list[_Node | str]:
    found: list[_Node | str] = []
    for each in held:
        if isinstance(each, str):
            found.append(each)
        elif not _acts(each) and not _labels_nothing(each, fields):
            inside = _kept(each.held, fields)
            if not (_says_nothing(each.name, inside) and not _says_nothing(each.name, each.held)):
                found.append(_Node(each.name, each.start, each.attributes, inside))
    return found


def _labels_nothing(node: _Node, fields: frozenset[str]) -> bool:
    return node.name == "label" and (node.attributes.get("for") or "") not in fields


def _says_nothing(name: str, held: list[_Node | str]) -> bool:
    """Whether nothing is in it; of what opens, nothing beside its heading."""
    return not any(
        each.strip()
        if isinstance(each, str)
        else each.name in _SAYING
        or (not (name == "details" and each.name == "summary") and _holds(each))
        for each in held
    )


def _holds(node: _Node) -> bool:
    return not _says_nothing(node.name, node.held)


def _written(node: _Node | str) -> str:
    if isinstance(node, str):
        return node
    inside = "".join(_written(each) for each in node.held)
    end = "" if node.name in _VOID or node.start.endswith("/>") else f"</{node.name}>"
    return f"{node.start}{inside}{end}"


class _Reader(HTMLParser):
    """Reads what our own templates wrote: every element closed, all text escaped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.top = _Node("", "", {})
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        node = self._begin(tag, attrs)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One that holds nothing."""
        self._begin(tag, attrs)

    def _begin(self, tag: str, attrs: list[tuple[str, str | None]]) -> _Node:
        start = self.get_starttag_text() or f"<{tag}>"
        name = start[1 : 1 + len(tag)]  # as it was written: SVG tells small letters from large
        node = _Node(name if name.lower() == tag else tag, start, dict(attrs))
        self._open[-1].held.append(node)
        return node

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it what was left open in it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].name.lower() == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Text, as it was written."""
        self._open[-1].held.append(data)

    def handle_entityref(self, name: str) -> None:
        """The same of one sign by its name."""
        self._open[-1].held.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """The same by its number."""
        self._open[-1].held.append(f"&#{name};")
