"""Words that a text leaves open, such as $turn_word: others would be read as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from idlib_wargame.packs.problem import Fault, Problem, nearest
from idlib_wargame.packs.registry import SITREP
from idlib_wargame.packs.text.spots import Documents
from idlib_wargame.packs.text.tree import Path
from idlib_wargame.rules.pack.scenario import SITREP_WORDS
from idlib_wargame.rules.pack.wording import TURN_WORD
from idlib_wargame.words.language import _, fill

# A doubled sign stands for itself in the report, and one beside a letter ("US$") opens nothing.
_OPEN = re.compile(r"(?<![\w$])\$(?:(?P<named>[^\W\d]\w*)|\{(?P<braced>[^{}\n]*)\})")


def check_open_words(documents: Documents, files: Mapping[str, str]) -> Iterator[Problem]:
    """Every word of a table or a brief that looks to be left open and cannot be filled in."""
    for document in documents.values():
        for path, text in _texts(document.data, ()):
            yield from (document.faulty(path, fault) for fault in _faults(text))
    for name, text in files.items():
        if name.endswith(".md") and name != SITREP:  # which has more words, and a check of its own
            yield from (_in_brief(name, text, fault) for fault in _faults(text))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if "$" in value:
            yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*path, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts(each, (*path, place))


def _faults(text: str) -> Iterator[Fault]:
    for match in _OPEN.finditer(text):
        word = match["braced"] if match["named"] is None else match["named"]
        if word != TURN_WORD and _is_meant(word, match["braced"] is not None):
            near = f"${TURN_WORD}" if nearest(word.lower(), (TURN_WORD,)) else ""
            expected = fill(
                _("{word}, the one word that a pack may leave open"), word=f"${TURN_WORD}"
            )
            yield Fault(f"'{match[0]}'", expected, near, offset=match.start())


def _is_meant(word: str, is_braced: bool) -> bool:
    """Whether it is to be filled in. A sum of money ("$bn 3") is not."""
    return (
        is_braced
        or "_" in word
        or word in SITREP_WORDS
        or bool(nearest(word.lower(), (TURN_WORD,)))
    )


def _in_brief(name: str, text: str, fault: Fault) -> Problem:
    assert fault.offset is not None
    line = text.count("\n", 0, fault.offset) + 1
    column = fault.offset - text.rfind("\n", 0, fault.offset)
    return Problem(name, line, column, fault.found, fault.expected, fault.nearest)
