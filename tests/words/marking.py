"""Looks through source for sentences that no translator would see, or could not translate.

``python -m tests.words.marking views windows/desk`` lists what is left in those folders.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

PACKAGE = Path(__file__).parents[2] / "idlib_wargame"

MARKS = {"_": (0,), "ngettext": (0, 1), "pgettext": (1,)}  # and where the sentences stand
FILLING = ("fill", "of")  # ``fill`` and ``Clause.of``: a marked sentence first, then its places
# What shows its argument to people: there a single word is a sentence too. And where it stands.
SHOWING = {
    **dict.fromkeys(("QLabel", "QPushButton", "QToolButton", "QAction", "QCheckBox"), 0),
    **dict.fromkeys(("QRadioButton", "QGroupBox", "ElidedLabel", "label", "button"), 0),
    **dict.fromkeys(("setText", "setTitle", "setWindowTitle", "setPlaceholderText"), 0),
    **dict.fromkeys(("setToolTip", "setStatusTip", "setWhatsThis", "setSpecialValueText"), 0),
    **dict.fromkeys(("setAccessibleName", "setAccessibleDescription", "setSuffix"), 0),
    **dict.fromkeys(("addAction", "addMenu", "addItem", "setHtml", "setPlainText"), 0),
    **dict.fromkeys(("echo", "tell", "say", "fill", "showMessage", "setHeaderLabels"), 0),
    **dict.fromkeys(("addTab", "setTabText", "setTabToolTip"), 1),
}
# What only programs read: the calls, and the errors that are ours and never a user's.
UNSEEN_CALLS = frozenset(
    {
        *("getattr", "setattr", "hasattr", "cast", "TypeVar", "NewType", "Literal", "Field"),
        *("debug", "info", "warning", "error", "exception", "critical", "warn", "getLogger"),
        *("compile", "match", "fullmatch", "sub", "finditer", "findall", "maketrans"),
        *("startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition"),
        *("split", "rsplit", "strip", "lstrip", "rstrip", "encode", "find", "index", "count"),
        *("execute", "executescript", "executemany", "query", "strftime", "strptime"),
        *("setStyleSheet", "setObjectName", "setProperty", "fromString", "QByteArray"),
        *("ValueError", "TypeError", "KeyError", "IndexError", "LookupError", "RuntimeError"),
        *("AssertionError", "NotImplementedError", "AttributeError"),
    }
)
SQL = re.compile(
    r"^\s*(SELECT|INSERT|CREATE|DROP|PRAGMA|UPDATE|DELETE|WITH|BEGIN|ALTER|ATTACH|VACUUM|CASE)\b"
    r"|json_extract\(",
    re.MULTILINE,
)
STYLE = re.compile(r"[\w-]+\s*:\s*[^;{}]+;|[\w#.:*\[\]=\" -]+\{[^{}]*:", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
TITLE = re.compile(r"[A-Z][a-z]{2,}…?")
GLUE = re.compile(r"[,;:.!?·—–…)]\s|\s[·—–(]|[“”]")
PLACE = "\ufffc"  # stands for a place of an f-string in its text
BULLET = re.compile(rf"\s*[·•-] {PLACE}")
TAG = re.compile(r"<[^<>]+>")

Node = ast.expr | ast.stmt


class Finding(NamedTuple):
    """What is wrong at a line of a file of the package, and the text it is about."""

    file: str
    line: int
    fault: str
    text: str


def findings(folder: str = "", package: Path = PACKAGE) -> list[Finding]:
    """Everything in one folder or file of the package."""
    start = package / folder
    files = sorted(start.rglob("*.py")) if start.is_dir() else [start]
    return [
        found
        for file in files
        for found in findings_in(file.read_text("utf-8"), file.relative_to(package).as_posix())
    ]


def findings_in(source: str, file: str = "") -> list[Finding]:
    """Everything in one source text, by line."""
    found = _Reader().read(ast.parse(source))
    return sorted(Finding(file, *each) for each in set(found))


def room_of(file: str) -> str:
    """The room of a file of the package: its folder, or its own name."""
    return file.partition("/")[0].removesuffix(".py")


class _Reader:
    """Goes through a tree with an eye on whether it runs at import."""

    def read(self, tree: ast.Module) -> Iterator[tuple[int, str, str]]:
        for statement in tree.body:
            yield from self._visit(statement, at_import=True)

    def _visit(self, node: ast.AST, at_import: bool) -> Iterator[tuple[int, str, str]]:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from self._function(node, at_import)
            case ast.Expr(value=ast.Constant(value=str())) | ast.Assert() | ast.MatchValue():
                return
            case ast.Compare(left=left, comparators=others):
                # What is compared with a text is an id, not a sentence.
                for part in (left, *others):
                    if not isinstance(part, ast.Constant):
                        yield from self._visit(part, at_import)
            case ast.AnnAssign():
                if node.value is not None:
                    yield from self._visit(node.value, at_import)
            case ast.Dict(keys=keys, values=values):
                for value in (*values, *(k for k in keys if k is not None)):
                    if value in values or not isinstance(value, ast.Constant):
                        yield from self._visit(value, at_import)
            case ast.Subscript(value=value, slice=key):
                yield from self._visit(value, at_import)
                if not isinstance(key, ast.Constant):
                    yield from self._visit(key, at_import)
            case ast.Call():
                yield from self._call(node, at_import)
            case ast.JoinedStr():
                yield from self._f_string(node, at_import)
            case ast.BinOp(op=ast.Add() | ast.Mod()):
                yield from self._sum(node)
                yield from self._below(node, at_import)
            case ast.AugAssign(op=ast.Add(), value=value) if _is_ours(value):
                yield node.lineno, "glued", ast.unparse(node)
                yield from self._below(node, at_import)
            case ast.Constant(value=str(text)):
                if _is_sentence(text):
                    yield node.lineno, "unmarked", text
            case _:
                yield from self._below(node, at_import)

    def _below(self, node: ast.AST, at_import: bool) -> Iterator[tuple[int, str, str]]:
        for part in ast.iter_child_nodes(node):
            yield from self._visit(part, at_import)

    def _function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, at_import: bool
    ) -> Iterator[tuple[int, str, str]]:
        now = [*node.args.defaults, *(each for each in node.args.kw_defaults if each)]
        if not isinstance(node, ast.Lambda):
            now += node.decorator_list
            yield from _hidden_mark(node)
        for part in now:
            yield from self._visit(part, at_import)
        for later in [node.body] if isinstance(node, ast.Lambda) else node.body:
            yield from self._visit(later, at_import=False)

    def _call(self, node: ast.Call, at_import: bool) -> Iterator[tuple[int, str, str]]:
        name = _called(node)
        if isinstance(node.func, ast.Name) and name in MARKS:
            yield from _mark_faults(node, MARKS[name], at_import)
            return
        if name == "join" and isinstance(node.func, ast.Attribute):
            between = _text_of(node.func.value)
            if between and (WORD.search(between) or GLUE.search(between)):
                yield node.lineno, "glued", between
        elif name == "format" and node.args and isinstance(node.func, ast.Attribute):
            yield node.lineno, "unnamed place", ast.unparse(node)
        elif name in FILLING:
            yield from _filling_faults(node)
        shown = SHOWING.get(name)
        if shown is not None and len(node.args) > shown:
            text = _text_of(node.args[shown])
            if text and re.search(r"[^\W\d_]", text) and not _is_sentence(text):
                yield node.lineno, "unmarked", text
        if name in UNSEEN_CALLS:
            parts = [part for part in _arguments(node) if not _is_text(part)]
            parts.append(node.func)
        else:
            parts = [node.func, *_arguments(node)]
        for part in parts:
            yield from self._visit(part, at_import)

    def _f_string(self, node: ast.JoinedStr, at_import: bool) -> Iterator[tuple[int, str, str]]:
        text = _text_of(node) or ""
        ours = any(isinstance(v, ast.FormattedValue) and _is_ours(v.value) for v in node.values)
        if _is_sentence(text):
            yield node.lineno, "unmarked", text
        elif _is_glued(text) or (ours and text.strip().strip(PLACE)):
            yield node.lineno, "glued", text
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from self._visit(part.value, at_import)

    def _sum(self, node: ast.BinOp) -> Iterator[tuple[int, str, str]]:
        if isinstance(node.op, ast.Mod):
            if _is_text(node.left) or _is_ours(node.left):
                yield node.lineno, "unnamed place", ast.unparse(node)
            return
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if _is_ours(one) and not _is_blank(other):
                yield node.lineno, "glued", ast.unparse(node)
                return


def _hidden_mark(
    node: ast.FunctionDef | ast.AsyncFunctionDef,
) -> Iterator[tuple[int, str, str]]:
    """A function that calls something else ``_`` cannot look a sentence up."""
    inner = [
        part
        for each in ast.walk(node)
        if isinstance(each, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp)
        for part in ast.walk(each)
    ]
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name) and each.id == "_"]
    called = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
    bound = [each for each in names if isinstance(each.ctx, ast.Store) and each not in inner]
    if bound and any(each in called for each in names):
        yield bound[0].lineno, "hides the mark", node.name


def _mark_faults(
    node: ast.Call, places: tuple[int, ...], at_import: bool
) -> Iterator[tuple[int, str, str]]:
    told = ast.unparse(node)
    if at_import:
        yield node.lineno, "marked at import", told
    for place in places:
        argument = node.args[place] if len(node.args) > place else None
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            yield node.lineno, "no plain text in a mark", told
            continue
        names = _places(argument.value)
        if names is None or any(not name.isidentifier() for name in names):
            yield node.lineno, "unnamed place", told


def _filling_faults(node: ast.Call) -> Iterator[tuple[int, str, str]]:
    """A place that nothing fills would be an error when the sentence is made."""
    template = node.args[0] if node.args else None
    if not isinstance(template, ast.Call) or any(word.arg is None for word in node.keywords):
        return
    given = {word.arg for word in node.keywords}
    for place in MARKS.get(_called(template), ()):
        text = _text_of(template.args[place]) if len(template.args) > place else None
        if not (_places(text or "") or set()) <= given:
            yield node.lineno, "a place is left empty", text or ""


def _places(text: str) -> set[str] | None:
    """The places of a template; None where its braces do not match."""
    try:
        return {name for _text, name, _spec, _how in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _called(node: ast.Call) -> str:
    """The last name of what is called."""
    func = node.func
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def _arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(word.value for word in node.keywords)]


def _is_text(node: ast.AST) -> bool:
    return _text_of(node) is not None


def _text_of(node: ast.AST) -> str | None:
    """A text that is written there, an f-string's with a sign for each place."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text_of(part) or PLACE for part in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _is_ours(node: ast.AST) -> bool:
    """Whether it makes a marked sentence."""
    return isinstance(node, ast.Call) and (
        (isinstance(node.func, ast.Name) and node.func.id in MARKS) or _called(node) == "fill"
    )


def _is_blank(node: ast.AST) -> bool:
    """Lines may be set one below the other, and a line may be set in."""
    if isinstance(node, ast.BinOp):
        return _is_blank(node.right)
    text = _text_of(node)
    return text is not None and not text.strip()


def _is_sentence(text: str) -> bool:
    """Words with spaces between them, or one word with a capital."""
    if SQL.search(text) or STYLE.search(text):
        return False
    if TITLE.fullmatch(text):
        return True
    plain = TAG.sub(PLACE, text)
    return bool(WORD.search(plain) and re.search(r"\S\s+\S", plain))


def _is_glued(text: str) -> bool:
    """Places of an f-string with nothing but signs between them, which differ by language."""
    if BULLET.fullmatch(text) or SQL.search(text) or STYLE.search(text):
        return False
    return bool(GLUE.search(TAG.sub("", text)))


def main(folders: Iterable[str]) -> None:
    """Prints the findings of folders, a line each, and how many there are."""
    found = [each for folder in folders for each in findings(folder)]
    for each in found:
        sys.stdout.write(f"{each.file}:{each.line}: {each.fault}: {each.text!r}\n")
    sys.stdout.write(f"{len(found)} found\n")


if __name__ == "__main__":
    main(sys.argv[1:] or [""])
