"""Whoever runs the exercise is called the facilitator on every screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.words.marking import MARKS, PACKAGE

OTHER_WORDS = re.compile(r"\b(control|white cell|umpire|game master|excon)\b", re.IGNORECASE)
# What the author of a pack or the reader of a damaged record is quoted: keys and values as written.
QUOTED = ("a control character", "“person”, “control”")
FOR_AUTHORS = ("packs", "rehearsal")


def marked() -> Iterator[str]:
    """Every marked sentence that people read on screens, with where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in FOR_AUTHORS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                for place in MARKS.get(node.func.id, ()):
                    said = node.args[place]
                    if isinstance(said, ast.Constant) and isinstance(said.value, str):
                        yield f"{path.name}:{said.lineno}: {said.value}"


def test_no_screen_calls_the_facilitator_by_another_name() -> None:
    """Nobody has to learn that control, white cell and facilitator are the same."""
    sentences = list(marked())
    assert len(sentences) > 800
    found = [
        each
        for each in sentences
        if OTHER_WORDS.search(each.partition(": ")[2]) and not any(q in each for q in QUOTED)
    ]
    assert found == []
