"""Nothing in the program is written, sorted or read by the habits of the system."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "idlib_wargame"
# Names of days and months, the system's own order of a date, and its halves of a day.
_FOREIGN = re.compile(r"%[-_0^#]?[aAbBcxXphrEO]")
# Which argument says how letters are written: without it, as this system likes best.
_ENCODING_AT = {"read_text": 0, "write_text": 1}
_WRITES_DATES = ("strftime", "strptime")
# Whoever leaves the system's language has to name it.
_LEAVES_IT = "windows/own_language.py"


def of_the_system(source: str) -> Iterator[tuple[int, str]]:
    """Where a program would speak, sort or read as the system does: line, and by what."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FormattedValue(
                format_spec=ast.JoinedStr(values=[ast.Constant(value=str(how))])
            ):
                if _FOREIGN.search(how):
                    yield node.lineno, how
            case ast.Call(
                func=ast.Attribute(attr=name), args=[*_before, ast.Constant(value=str(how))]
            ) if name in _WRITES_DATES and _FOREIGN.search(how):
                yield node.lineno, how
            case ast.Call(func=ast.Attribute(attr=name), args=given, keywords=named) if (
                _by_own_encoding(name, given, named)
            ):
                yield node.lineno, name
            case ast.Import(names=[ast.alias(name="locale" as name)]):
                yield node.lineno, name
            case ast.ImportFrom(module="locale" as name):
                yield node.lineno, str(name)
            case _:
                pass


def _by_own_encoding(name: str, given: list[ast.expr], named: list[ast.keyword]) -> bool:
    at = _ENCODING_AT.get(name)
    if at is None or len(given) > at:
        return False
    return all(each.arg != "encoding" for each in named)


@pytest.mark.parametrize(
    "source",
    [
        'f"{day:%d %b %Y}"',
        'day.strftime("%-B")',
        'datetime.strptime(text, "%d %b")',
        "path.read_text()",
        'path.write_text("ı", newline="")',
        "import locale",
        "from locale import strxfrm",
    ],
)
def test_what_the_system_would_write_is_found(source: str) -> None:
    """What is looked for is seen, or the test below could not fail."""
    assert [*of_the_system(source)]


@pytest.mark.parametrize(
    "source",
    [
        'f"{at:%H:%M} {at:%Y-%m-%d}"',
        'path.read_text("utf-8")',
        'path.write_text(text, encoding="utf-8")',
    ],
)
def test_what_is_the_same_everywhere_is_not_taken_for_it(source: str) -> None:
    """Hours and dates in figures, and texts whose letters are written as we say."""
    assert not [*of_the_system(source)]


def test_nothing_follows_the_systems_language() -> None:
    """Months are ours, and names are sorted as they are everywhere."""
    found = [
        f"{file.relative_to(PROGRAM)}:{line}: {by}"
        for file in sorted(PROGRAM.rglob("*.py"))
        if not file.as_posix().endswith(_LEAVES_IT)
        for line, by in of_the_system(file.read_text("utf-8"))
    ]
    assert found == []
