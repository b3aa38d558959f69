"""YAML text to the tree of a file, from the parser's events.

Events and not composed nodes, because aliases can then be refused before they multiply, and nesting
can stop before it is deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml

from idlib_wargame.packs.problem import FIRST, Problem, quoted
from idlib_wargame.packs.text.slips import LOADER, slips
from idlib_wargame.packs.text.strange_signs import COLONS, sign_words
from idlib_wargame.packs.text.suspects import pair
from idlib_wargame.packs.text.tree import NOTHING, Branch, Document, Leaf, Node, Table, plain
from idlib_wargame.words.language import _, fill, ngettext

MOST_NESTED = 20
MOST_CELLS = 20_000
# A key and its value that YAML takes for one key, for what stands between them.
_UNPARTED = re.compile(
    rf"([A-Za-z_][A-Za-z0-9_]*|-?[0-9]+)(?:(:)(?=\S)|\s*([={COLONS}])\s*)(.+)", re.DOTALL
)
# A row or a key at the beginning of a line.
_ROWS = re.compile(r"\n[ \t]*(?:- [^\n]|- ?\n|[a-z_]+:[ \n])")


def read_yaml(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The tree of a file and every problem with its YAML; no tree where it cannot be read."""
    tree = _YamlTree(file, text)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            tree.take(event)
    except _TooMuchError:
        return None, tree.problems
    except yaml.MarkedYAMLError:
        return None, [*tree.problems, *_syntax_problems(file, text)]
    except yaml.YAMLError:
        whole = Problem(file, 0, 0, _("text that is not YAML"), _("YAML"), rank=FIRST)
        return None, [*tree.problems, whole]
    if tree.root is None:
        empty = Problem(file, 0, 0, _("an empty file"), _("keys and rows"), rank=FIRST)
        return None, [empty]
    if tree.has_swallowed:
        return None, tree.problems
    return Document(file, text, tree.root, plain(tree.root)), tree.problems


class _TooMuchError(Exception):
    """A file past all use; to read on, and to name every fault in it, would take an age."""


class _YamlTree:
    """A tree that grows by one event of the parser at a time; refusals go to ``problems``."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.has_swallowed = False
        self._open: list[Branch | Table] = []
        self._keys: list[Leaf | None] = []
        self._cells = 0

    def take(self, event: yaml.Event) -> None:
        """Grow by one event."""
        if isinstance(event, yaml.NodeEvent):
            self._count(event)
        if isinstance(event, yaml.ScalarEvent):
            self._take_word(_leaf(event), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Branch(*_spot(event)), event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Table(*_spot(event)), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            line, column = _spot(event)
            self._problem(
                event,
                fill(_("the alias {alias}"), alias=quoted(f"*{event.anchor}")),
                _("the rows written out"),
            )
            self._place(Leaf(line, column, refused=True), None)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._problem(event, _("a second document after '---'"), _("one document a file"))
            raise _TooMuchError

    def _take_word(self, leaf: Leaf, event: yaml.ScalarEvent) -> None:
        if leaf.style in ("'", '"') and _ROWS.search(self.text[leaf.start : leaf.end]):
            # It would be one long text to the parser, and every row in it would be gone.
            self.has_swallowed = True
            self._problem(event, *_unclosed())
        self._place(leaf, event)

    def _count(self, event: yaml.Event) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            self._problem(
                event,
                fill(
                    ngettext("more than {count} cell", "more than {count} cells", MOST_CELLS),
                    count=MOST_CELLS,
                ),
                _("a smaller table"),
            )
            raise _TooMuchError

    def _problem(self, event: yaml.Event, found: str, expected: str) -> None:
        self.problems.append(Problem(self.file, *_spot(event), found, expected, rank=FIRST))

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            found = fill(_("the anchor {anchor}"), anchor=quoted("&" + event.anchor))
            self._problem(event, found, _("the rows written out"))
        if event.tag is not None:
            self._problem(
                event,
                fill(_("the tag {tag}"), tag=quoted(event.tag)),
                _("plain text without a tag")
                if event.tag.startswith("tag:")
                else _("'not' in a condition, or quotation marks around text that begins with '!'"),
            )

    def _begin(self, node: Branch | Table, event: yaml.Event) -> None:
        if len(self._open) == MOST_NESTED:
            self._problem(
                event,
                fill(
                    ngettext(
                        "more than {count} list within lists",
                        "more than {count} lists within lists",
                        MOST_NESTED,
                    ),
                    count=MOST_NESTED,
                ),
                _("a flat table"),
            )
            raise _TooMuchError
        self._place(node, event)
        self._open.append(node)
        self._keys.append(None)

    def _end(self) -> None:
        self._open.pop()
        self._keys.pop()

    def _place(self, node: Node, event: yaml.Event | None) -> None:
        """Hang a node where it belongs: the root, the next item, the next key or its value."""
        if event is not None:
            self._refuse_marks(event)
            if isinstance(node, Leaf) and isinstance(event, yaml.ScalarEvent) and event.tag:
                node.refused = True  # told, and what is left of it is nothing
        if not self._open:
            if self.root is None:
                self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Branch):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(node)
        else:
            self._hang(parent, self._keys[-1], node)
            self._keys[-1] = None

    def _key(self, node: Node) -> Leaf:
        if isinstance(node, Leaf):
            return node
        kind = _("a list") if isinstance(node, Branch) else _("a table")
        self.problems.append(
            Problem(
                self.file,
                node.line,
                node.column,
                fill(_("{kind} as a key"), kind=kind),
                _("a word as a key"),
            )
        )
        return Leaf(node.line, node.column, refused=True)

    def _hang(self, parent: Table, key: Leaf, node: Node) -> None:
        if key.refused:
            return
        split = _without_space(key, node)
        if split:
            found, expected = _unparted(key.text)
            key, value = split
            node = value
            near = pair(key.text, value.text)
            place = (node.line, node.column)
            self.problems.append(Problem(self.file, *place, found, expected, near, rank=FIRST))
        problem = parent.hang(self.file, key, node)
        if problem:
            self.problems.append(problem)


def _without_space(key: Leaf, node: Node) -> tuple[Leaf, Leaf] | None:
    """Key and value of "id:talking" in a row between brackets, which YAML takes for a key."""
    match = _UNPARTED.fullmatch(key.text) if not key.style else None
    if match is None or not isinstance(node, Leaf) or node.value is not NOTHING:
        return None
    after = match.start(4)
    value = Leaf(key.line, key.column + after, match[4], "", key.start + after, key.end)
    return Leaf(key.line, key.column, match[1], "", key.start, key.start + after), value


def _unparted(text: str) -> tuple[str, str]:
    """What stands there for a key and its value, and what should stand between the two."""
    match = _UNPARTED.fullmatch(text)
    sign = match[3] if match else None
    if sign is None:
        return quoted(text), _("a space after the colon")
    return quoted(sign) if sign == "=" else sign_words(sign), _("':' and a space")


def _unclosed() -> tuple[str, str]:
    return _("a quotation mark without its pair"), _("one at the end too")


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


def _leaf(event: yaml.ScalarEvent) -> Leaf:
    start: Any = event.start_mark
    end: Any = event.end_mark
    return Leaf(*_spot(event), event.value, event.style or "", start.index, end.index)


# By the parser's own words: what was found, given the line on which a row or list began, and what
# was expected.
_SYNTAX: Final[tuple[tuple[str, Callable[[int], str], Callable[[], str]], ...]] = (
    (
        "mapping values are not allowed",
        lambda _begun: _("a second ':' in one line"),
        lambda: _("quotation marks around text that holds ': '"),
    ),
    (
        "',' or '}'",
        lambda begun: fill(_("no end to the row begun on line {line}"), line=begun),
        lambda: fill(_("a comma or '{sign}'"), sign="}"),
    ),
    (
        "',' or ']'",
        lambda begun: fill(_("no end to the list begun on line {line}"), line=begun),
        lambda: _("a comma or ']'"),
    ),
    (
        "found unexpected ':'",
        lambda _begun: _("a ':' with nothing after it"),
        lambda: _("a value"),
    ),
    (
        "could not find expected ':'",
        lambda _begun: _("a line without ':'"),
        lambda: _("'key: value'"),
    ),
    (
        "did not find expected key",
        lambda _begun: _("a line that does not fit those above it"),
        lambda: _("'key: value' under the key above"),
    ),
    (
        "'-' indicator",
        lambda _begun: _("a line that does not fit those above it"),
        lambda: _("'-' under the '-' above"),
    ),
    (
        "<block end>",
        lambda _begun: _("a line that does not fit those above it"),
        lambda: _("the same indentation as above"),
    ),
    (
        "<document start>",
        lambda _begun: _("text after the end of the table"),
        lambda: _("the rows of one table"),
    ),
    (
        "node content",
        lambda _begun: _("the end of a list or row that is not there"),
        lambda: _("a value"),
    ),
)


def _syntax_problems(file: str, text: str) -> Iterator[Problem]:
    """Every slip that keeps a file from being read, or else what the parser says of it."""
    found, stop = slips(text)
    for slip in found:
        place = (slip.line + 1, slip.column + 1)
        yield Problem(file, *place, slip.found, slip.expected, slip.nearest, rank=FIRST)
    if stop and not found:
        yield _syntax_problem(file, text, stop.fault)


def _syntax_problem(file: str, text: str, fault: yaml.MarkedYAMLError) -> Problem:
    line, column, found, expected = _told(text, fault)
    return Problem(file, line, column, found, expected, rank=FIRST)


def _told(text: str, fault: yaml.MarkedYAMLError) -> tuple[int, int, str, str]:
    mark: Any = fault.problem_mark or fault.context_mark
    line, column = mark.line + 1, mark.column + 1
    words = str(fault.problem)
    char = text[mark.index : mark.index + 1]
    if "unexpected end of stream" in words and fault.context_mark:
        # The end of the file is no help; what matters is where the quotation began.
        mark = fault.context_mark
        return mark.line + 1, mark.column + 1, *_unclosed()
    if "cannot start any token" in words:
        expected = _("spaces") if char == "\t" else _("quotation marks around the text")
        found = _("a tab") if char == "\t" else quoted(char)
        return line, column, found, expected
    for sign, found_on, wanted in _SYNTAX:
        if sign in words:
            begun = fault.context_mark.line + 1 if fault.context_mark else line
            return line, column, found_on(begun), wanted()
    found = fill(_("YAML that does not read ({words})"), words=words)
    return line, column, found, _("valid YAML")
