"""A name that many rows use and none has is mostly misspelt where it is given, and told there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from idlib_wargame.packs.names import ID, id_cells
from idlib_wargame.packs.nouns import noun
from idlib_wargame.packs.problem import SECOND, Fault, Problem, quoted
from idlib_wargame.packs.registry import families
from idlib_wargame.packs.text.spots import Documents, Spot
from idlib_wargame.rules.names import TAKEN
from idlib_wargame.words.language import _, fill, ngettext

FEWEST = 3  # mentions of a name that has no row, before the row is doubted and not they


class _Given(NamedTuple):
    """Where a row says its id, and what kind of row it is."""

    kind: str
    spot: Spot


def told_where_given(problems: Iterable[Problem], documents: Documents) -> list[Problem]:
    """The problems, those of a name that no row has told once at the row that was to have it.

    That is so where the only row of nearly that name is named by nobody.
    """
    kept: list[Problem] = []
    mentions: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.unknown and problem.nearest:
            mentions.setdefault((problem.unknown, problem.nearest), []).append(problem)
        else:
            kept.append(problem)
    for (word, near), those in mentions.items():
        given = _only_row(near.rpartition(".")[2], documents) if len(those) >= FEWEST else None
        can_be_meant = ID.fullmatch(word) and word not in TAKEN
        kept.extend([_misspelt(given, word, near, those)] if given and can_be_meant else those)
    return kept


def _only_row(word: str, documents: Documents) -> _Given | None:
    """The row that has this id, if nothing else in the tables names it."""
    named = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    if sum(len(named.findall(document.text)) for document in documents.values()) != 1:
        return None
    for table, family in families():
        for spot, each in id_cells(documents, table, family) if family.wanted else ():
            if each == word:
                return _Given(family.noun, spot)
    return None


def _misspelt(given: _Given, word: str, near: str, mentions: list[Problem]) -> Problem:
    own, count = near.rpartition(".")[2], len(mentions)
    found = _("{kind} {word}, which no row names")
    many = ngettext(
        "{word}, which {count} row names (the first at {place})",
        "{word}, which {count} rows name (the first at {place})",
        count,
    )
    expected = fill(many, word=quoted(word), count=count, place=min(mentions).place)
    said = fill(found, kind=noun(given.kind), word=quoted(own))
    return given.spot.document.faulty(given.spot.path, Fault(said, expected, word, rank=SECOND))
