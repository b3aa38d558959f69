"""What people commonly get wrong in a line of YAML, and how the line would read without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.packs.problem import quoted
from idlib_wargame.packs.text.strange_signs import BULLETS, COLONS, DASHES, sign_words
from idlib_wargame.words.language import _, fill, ngettext

_KEY = r"[A-Za-z_][A-Za-z0-9_]*"
_START = re.compile(r"(?P<indent>\s*)(?P<dash>(?:-\s+)*)")
_NO_SPACE_AFTER_COLON = re.compile(rf"^(\s*(?:-\s*)?|.*[{{,]\s*)({_KEY}):(?=[^\s:/,}}])")
_NO_SPACE_AFTER_DASH = re.compile(r"^(\s*)-(?=[^\s-])")
_NO_COLON = re.compile(rf"^(\s*(?:- +)?)({_KEY})(?:\s*[=;]\s*|\s+|\s*$)([^:\s][^:]*)?$")
_VALUE = re.compile(r"[-+0-9\[{\"'#]|true\b|false\b")
_PAIR = re.compile(rf"^(\s*(?:- +)*{_KEY}:\s+)(\S.*?)\s*$")
_ITEM = re.compile(r"^(\s*- +)(\S.*?)\s*$")
_COLON_IN_A_ROW = re.compile(
    rf"([{{,]\s*{_KEY}:\s+)([^,{{}}\[\]\"']*?:(?:\s[^,{{}}\[\]\"']*)?)(?=\s*[,}}])"
)
_NO_COMMA = re.compile(rf"([{{,]\s*{_KEY}:\s+[^\s,{{}}\[\]\"']+)\s+(?={_KEY}:\s)")
_WITH_APOSTROPHES = re.compile(
    r"(?<=[:,\-\[{] )'((?:[^']|(?<=\w)'(?=\w))*)'(?=\s*(?:[,}\]]|\s#|$))"
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_COMMAS = "，、；﹐"
_PAIRS = {"{": "}", "[": "]"}
_NEEDS_QUOTES = "@%`*&!|>[{?-#,]}"
_MOST_INDENTS = 6


class Suspect(NamedTuple):
    """Something in a line (from 0, as the column is) that may be a slip, and the line without it.

    Of two that explain as much, the less unlikely one is blamed.
    """

    line: int
    column: int
    found: str
    expected: str
    nearest: str
    mended: str
    unlikeliness: int = 0


def pair(key: str, value: str) -> str:
    """A key and its value as YAML has them."""
    return " ".join([f"{key}:", value])


Looking = Callable[[Sequence[str], int], Iterator[Suspect]]


def suspects(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """Everything in one of some lines that may be a slip."""
    if lines[at].lstrip().startswith("#") or not lines[at].strip():
        return
    for unlikeliness, look in enumerate(_LOOKING):
        for suspect in look(lines, at):
            yield suspect._replace(unlikeliness=2 * unlikeliness + suspect.unlikeliness)


def _blanks(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """Tabs, and blanks of other kinds, where YAML wants spaces."""
    line = lines[at]
    start = _START.match(line)
    assert start
    indent = start["indent"]
    column = next((place for place, sign in enumerate(indent) if sign != " "), None)
    if column is not None:
        found = _("a tab") if indent[column] == "\t" else sign_words(indent[column])
        for width in {len(indent.expandtabs(2)), len(indent.expandtabs(4)), *_widths(lines, at)}:
            yield Suspect(at, column, found, _("spaces"), "", " " * width + line[len(indent) :])
    other = re.search(r"(?<=[:\-,{\[])[^\S \t]", line)
    if other:
        found = sign_words(other.group())
        mended = re.sub(r"[^\S\n]", " ", line)
        yield Suspect(at, other.start(), found, _("a plain blank"), "", mended)


def _signs_of_lists(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """A dash or a bullet as a word processor sets it, and a colon of another script."""
    line = lines[at]
    bullet = re.match(rf"(\s*)([{DASHES}{BULLETS}*])\s*(?=\S)", line)
    if bullet:
        mended = f"{bullet[1]}- {line[bullet.end() :]}"
        sign = bullet[2]
        found = quoted(sign) if sign.isascii() else sign_words(sign)
        yield Suspect(at, bullet.start(2), found, _("'- ' before an item of a list"), "", mended)
    comma = re.search(rf"\s*([{_COMMAS}])\s*(?={_KEY}:\s)", line)
    if comma and "{" in line[: comma.start()]:
        mended = " ".join([line[: comma.start()] + ",", line[comma.end() :]])
        yield Suspect(at, comma.start(1), sign_words(comma[1]), _("','"), "", mended)
    colon = re.match(rf"(\s*(?:- +)?{_KEY})\s*([{COLONS}])\s*", line)
    if colon:
        mended = pair(colon[1], line[colon.end() :])
        yield Suspect(at, colon.start(2), sign_words(colon[2]), _("':' and a space"), "", mended)


def _no_space(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """A colon or a dash with nothing after it."""
    line = lines[at]
    colon = _NO_SPACE_AFTER_COLON.match(line)
    if colon:
        rest = line[colon.end() :]
        word = re.split(r"[,}]" if re.search(r"[{,]\s*$", colon[1]) else r"\s#", rest)[0]
        found, near = quoted(f"{colon[2]}:{word.strip()}"), pair(colon[2], word.strip())
        expected = _("a space after the colon")
        mended = f"{line[: colon.end()]} {rest}"
        yield Suspect(at, colon.end(), found, expected, near if len(near) < 40 else "", mended)
    dash = _NO_SPACE_AFTER_DASH.match(line)
    if dash:
        mended = f"{dash[1]}- {line[dash.end() :]}"
        found = quoted(line.strip().split()[0])
        yield Suspect(at, dash.end(), found, _("a space after '-'"), "", mended)


def _apostrophes(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """An apostrophe in a text between single quotation marks, which closes it too early."""
    line = lines[at]
    for text in _WITH_APOSTROPHES.finditer(line):
        inside = text[1]
        apostrophe = _APOSTROPHE.search(inside)
        if apostrophe:
            found = _("an apostrophe between single quotation marks")
            expected = _("double quotation marks around the text")
            double = f'"{inside}"'
            whole = _in_marks(inside) if '"' in inside or "\\" in inside else double
            mended = line[: text.start()] + whole + line[text.end() :]
            column = text.start(1) + apostrophe.start()
            yield Suspect(at, column, found, expected, whole if len(whole) < 40 else "", mended)


def _quotation_marks(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """Quotation marks that do not close, close too early or hold a backslash."""
    line = lines[at]
    opened = re.search(r"(?<=[:,\-\[{] )([\"'])", line) or re.search(r"(?<=\[)([\"'])", line)
    if not opened:
        return
    mark, inside = opened[1], line[opened.end() :]
    if mark not in inside:
        expected = _("one at the end too")
        found = _("a quotation mark without its pair")
        tail = re.search(r"\s*[\]}]*\s*$", inside)
        cut = opened.end() + (tail.start() if tail else len(inside))
        comma = inside.find(",")
        ends = [len(line.rstrip()), cut, *([opened.end() + comma] if comma >= 0 else [])]
        for end in dict.fromkeys(reversed(ends)):
            mended = line[:end] + mark + line[end:]
            yield Suspect(at, opened.start(), found, expected, "", mended)
    if mark == '"' and "\\" in inside:
        found, expected = _("'\\' between double quotation marks"), _("single quotation marks")
        column = opened.end() + inside.index("\\")
        yield Suspect(at, column, found, expected, "", line.replace("'", "’").replace('"', "'"))


def _text_that_needs_quotation_marks(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """A text with a colon inside, or with a sign before it that YAML takes for its own."""
    line = lines[at]
    pair = _PAIR.match(line) or _ITEM.match(line)
    if pair and "\n" not in line:
        text, start = pair[2], pair.start(2)
        mended = pair[1] + _in_marks(text)
        colon = re.search(r":(?=\s|$)", text)
        if text[0] in "\"'" and len(text) > 1:
            close = text.find(text[0], 1)
            if close > 0:
                found = fill(
                    _("text after the quotation mark that closes {text}"),
                    text=quoted(text[: close + 1]),
                )
                expected = _("one pair of quotation marks around the whole text")
                yield Suspect(at, start + close + 1, found, expected, "", mended)
        elif text[0] in _PAIRS and text[-1] in "}]":
            pass  # a row
        elif text[0] in _NEEDS_QUOTES:
            compared = re.match(r"[>!]=?(?=\s*-?[0-9])", text)
            if compared:  # "needs: >= 2"
                expected = _("a name before the comparison")
                yield Suspect(at, start, quoted(compared.group()), expected, "", mended)
                return
            expected = _("quotation marks around the text")
            yield Suspect(at, start, quoted(text[0]), expected, "", mended)
        elif colon and _PAIR.match(line):
            yield Suspect(at, start + colon.start(), *_second_colon(), "", mended)
    row = _COLON_IN_A_ROW.search(line)
    if row:
        mended = line[: row.start(2)] + _in_marks(row[2]) + line[row.end(2) :]
        column = row.start(2) + row[2].index(":")
        yield Suspect(at, column, *_second_colon(), "", mended)


def _second_colon() -> tuple[str, str]:
    return _("a second ':' in one line"), _("quotation marks around text that holds ': '")


def _in_marks(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _brackets(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """Rows and lists that do not close, or close too often; commas too few and too many."""
    line = lines[at]
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", lambda match: "x" * len(match.group()), line)
    open_ones: list[int] = []
    for column, sign in enumerate(bare):
        if sign in _PAIRS:
            open_ones.append(column)
        elif sign in "}]":
            if not open_ones or _PAIRS[bare[open_ones[-1]]] != sign:
                yield from _unmatched(at, line, bare, open_ones, column)
                return
            open_ones.pop()
    if open_ones:
        closing = "".join(_PAIRS[bare[column]] for column in reversed(open_ones))
        column = open_ones[-1]
        found = fill(_("'{sign}' without its pair"), sign=bare[column])
        expected = fill(_("a '{sign}' that closes it"), sign=_PAIRS[bare[column]])
        yield Suspect(at, column, found, expected, "", line.rstrip().rstrip(",") + closing)
    comma = re.search(r",\s*,", bare)
    if comma:
        mended = line[: comma.start()] + line[comma.end() - 1 :]
        yield Suspect(at, comma.end() - 1, _("a second comma"), _("one comma"), "", mended)
    missing = _NO_COMMA.search(bare)
    key = bare[missing.end() :].split(":")[0] if missing else ""
    others = [*lines[:at], *lines[at + 1 :]]
    if missing and any(re.search(rf"\b{key}:\s", other) for other in others):
        mended = " ".join([line[: missing.end(1)] + ",", line[missing.end() :]])
        found = fill(_("{key} without a comma before it"), key=quoted(key))
        yield Suspect(at, missing.end(), found, _("a comma between what a row holds"), "", mended)


def _unmatched(
    at: int, line: str, bare: str, open_ones: list[int], column: int
) -> Iterator[Suspect]:
    sign = bare[column]
    if open_ones:
        wanted = _PAIRS[bare[open_ones[-1]]]
        found = fill(_("'{sign}' without its pair"), sign=bare[open_ones[-1]])
        expected = fill(_("a '{sign}' that closes it"), sign=wanted)
        mended = line[:column] + wanted + line[column:]
        yield Suspect(at, open_ones[-1], found, expected, "", mended)
    found = fill(_("'{sign}' without its pair"), sign=sign)
    mended = line[:column] + line[column + 1 :]
    yield Suspect(at, column, found, _("as many that open as that close"), "", mended)


def _no_colon(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """A key and its value with anything but a colon between them."""
    line = lines[at]
    bare = _NO_COLON.match(line)
    if not bare:
        return
    value = bare[3] or ""
    if not (
        " " not in value.strip()
        or _VALUE.match(value)
        or line[bare.end(2) :].lstrip()[:1] in ("=", ";")
    ):
        return  # more likely a text that goes on
    near = pair(bare[2], value).strip()
    column = bare.end(2)
    expected = _("a colon and a space after the key")
    near = near if len(near) < 40 else ""
    yield Suspect(at, column, quoted(line.strip()), expected, near, bare[1] + pair(bare[2], value))


def _not_yaml(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """Lines of other notations, such as the fences of Markdown."""
    if re.match(r"\s*(```|~~~|\.\.\.)", lines[at]):
        found = quoted(lines[at].strip())
        yield Suspect(at, 0, found, _("nothing but rows and remarks"), "", "#")


def _indentation(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """A line that is set in by more or less than those about it."""
    line = lines[at]
    own = len(line) - len(line.lstrip(" "))
    begins_a_text = at and re.search(r"[|>][-+]?\s*$", lines[at - 1])
    if not (begins_a_text or re.search(r":|^\s*-", line)):
        return
    found = ngettext("{count} space before this line", "{count} spaces before this line", own)
    for width, other in _widths(lines, at).items():
        if width != own:
            expected = ngettext("{count}, as line {line} has", "{count}, as line {line} has", width)
            said = fill(expected, count=width, line=other + 1)
            mended = " " * width + line.lstrip(" ")
            odd = own % 2  # which nobody means
            yield Suspect(at, own, fill(found, count=own), said, "", mended, 1 - odd)


def _goes_on(lines: Sequence[str], at: int) -> Iterator[Suspect]:
    """A text that goes on in a line that is not set in."""
    line = lines[at]
    if at and ":" not in line:
        expected = _("'key: value', or two spaces before it where a text goes on")
        yield Suspect(at, 0, _("a line without ':'"), expected, "", f"{' ' * 30}{line}")


def _widths(lines: Sequence[str], at: int) -> dict[int, int]:
    """How far lines about one are set in, and their rows, each with the nearest that is."""
    found: dict[int, int] = {}
    near = [*range(at - 1, max(at - 30, -1), -1), *range(at + 1, min(at + 30, len(lines)))]
    for other in near:
        line = lines[other]
        if line.strip() and not line.lstrip().startswith("#"):
            start = _START.match(line)
            assert start
            found.setdefault(len(start["indent"]), other)
            found.setdefault(len(start.group()), other)
        if len(found) >= _MOST_INDENTS:
            break
    return found


_LOOKING: tuple[Looking, ...] = (
    _blanks,
    _signs_of_lists,
    _no_space,
    _not_yaml,
    _apostrophes,
    _quotation_marks,
    _brackets,
    _text_that_needs_quotation_marks,
    _no_colon,
    _goes_on,
    _indentation,
)
