"""JSON text to the tree of a map: the same tree as a table's."""

from __future__ import annotations

import json
import re

from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.tree import Branch, Document, Leaf, Node, Table, plain
from idlib_wargame.packs.text.yaml_reader import MOST_NESTED
from idlib_wargame.words.language import _, fill, ngettext

MOST_CELLS = 200_000
_BLANK = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[-\u2212\u2013]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
_DECODER = json.JSONDecoder()


def read_json(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The tree of a JSON file and every problem with its JSON; no tree where it cannot be read."""
    tree = _JsonTree(file, text)
    try:
        root = tree.whole()
    except _NotJsonError as fault:
        line, column = tree.spot(fault.place)
        told = Problem(file, line, column, fault.found, fault.expected)
        return None, [*tree.problems, told]
    return Document(file, text, root, plain(root)), tree.problems


class _NotJsonError(Exception):
    """Where JSON stops being JSON."""

    def __init__(self, place: int, found: str, expected: str) -> None:
        super().__init__(found)
        self.place = place
        self.found = found
        self.expected = expected


class _JsonTree:
    """A tree that grows as its text is read from left to right."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self._cells = 0
        # Lines are counted on from the last place asked for, as most are asked for in order.
        self._line, self._line_start, self._counted = 1, 0, 0

    def spot(self, place: int) -> tuple[int, int]:
        """Line and column of a place in the text, from 1; places must not go backwards."""
        breaks = self.text.count("\n", self._counted, place)
        if breaks:
            self._line += breaks
            self._line_start = self.text.rfind("\n", 0, place) + 1
        self._counted = max(self._counted, place)
        return self._line, place - self._line_start + 1

    def whole(self) -> Node:
        """The one value that the text is."""
        root, place = self._value(self._blank(0), 0)
        place = self._blank(place)
        if place < len(self.text):
            raise self._unexpected(place, _("the end of the file"))
        return root

    def _blank(self, place: int) -> int:
        match = _BLANK.match(self.text, place)
        return match.end() if match else place

    def _unexpected(self, place: int, expected: str) -> _NotJsonError:
        char = self.text[place : place + 1]
        return _NotJsonError(place, quoted(char) if char else _("the end of the file"), expected)

    def _value(self, place: int, depth: int) -> tuple[Node, int]:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise _NotJsonError(
                place,
                fill(
                    ngettext("more than {count} cell", "more than {count} cells", MOST_CELLS),
                    count=MOST_CELLS,
                ),
                _("a smaller map"),
            )
        if depth > MOST_NESTED:
            raise _NotJsonError(
                place,
                fill(
                    ngettext(
                        "more than {count} list within lists",
                        "more than {count} lists within lists",
                        MOST_NESTED,
                    ),
                    count=MOST_NESTED,
                ),
                _("a flat map"),
            )
        char = self.text[place : place + 1]
        if char == "{":
            return self._table(place, depth)
        if char == "[":
            return self._branch(place, depth)
        return self._leaf(place)

    def _leaf(self, place: int) -> tuple[Leaf, int]:
        line, column = self.spot(place)
        if self.text[place : place + 1] == '"':
            try:
                word, end = _DECODER.raw_decode(self.text, place)
            except json.JSONDecodeError:
                raise _NotJsonError(
                    place, _("text that does not end well"), _("quoted text on one line")
                ) from None
            return Leaf(line, column, word, '"', place, end), end
        match = _WORD.match(self.text, place)
        if match is None:
            raise self._unexpected(place, _("a value"))
        return Leaf(line, column, match.group(), "", place, match.end()), match.end()

    def _branch(self, place: int, depth: int) -> tuple[Branch, int]:
        branch = Branch(*self.spot(place))
        place = self._blank(place + 1)
        if self.text[place : place + 1] == "]":
            return branch, place + 1
        while True:
            node, place = self._value(place, depth + 1)
            branch.items.append(node)
            place = self._blank(place)
            if self.text[place : place + 1] == "]":
                return branch, place + 1
            place = self._past(place, ",", _("a comma or ']'"))

    def _table(self, place: int, depth: int) -> tuple[Table, int]:
        table = Table(*self.spot(place))
        place = self._blank(place + 1)
        if self.text[place : place + 1] == "}":
            return table, place + 1
        while True:
            if self.text[place : place + 1] != '"':
                raise self._unexpected(place, _("a key in quotation marks"))
            key, place = self._leaf(place)
            place = self._past(self._blank(place), ":", "':'")
            node, place = self._value(place, depth + 1)
            self._hang(table, key, node)
            place = self._blank(place)
            if self.text[place : place + 1] == "}":
                return table, place + 1
            place = self._past(place, ",", fill(_("a comma or '{sign}'"), sign="}"))

    def _past(self, place: int, sign: str, expected: str) -> int:
        if self.text[place : place + 1] != sign:
            raise self._unexpected(place, expected)
        return self._blank(place + 1)

    def _hang(self, table: Table, key: Leaf, node: Node) -> None:
        problem = table.hang(self.file, key, node)
        if problem:
            self.problems.append(problem)
