"""What a facilitator would have to explain is not said: one plain word for each thing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.words.marking import PACKAGE

# For whoever writes a pack, whose tables have rungs and Goldstein weights.
AUTHORS = ("packs/", "rehearsal/", "words/never_shown.py", "words/help_texts.py")
MARKS = {"_", "ngettext", "pgettext"}
PLACE = re.compile(r"\{[^}]*\}")


@cache
def _said() -> tuple[tuple[str, str], ...]:
    """Every marked sentence of the program without its places, and the file it stands in."""
    return tuple(_sentences())


def _sentences() -> Iterator[tuple[str, str]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if name.startswith(AUTHORS):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
                for each in node.args:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield name, PLACE.sub("", each.value)


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("rung", "level"),
        ("goldstein", "hostility"),
        ("severity point", "severity"),
        ("record head", "record fingerprint"),
        ("reseat", "change who sits"),
        ("written one", "the program’s words"),
    ],
)
def test_no_sentence_has_a_word_that_must_be_explained(word: str, instead: str) -> None:
    """Another word stands in its place, and that one is used."""
    said = _said()
    assert len(said) > 2_000
    assert [(file, text) for file, text in said if re.search(rf"\b{word}", text, re.I)] == []
    assert any(instead in text.lower() for _file, text in said)
