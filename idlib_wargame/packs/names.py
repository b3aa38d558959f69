"""Every name that a pack gives to something, gathered before its rows are checked.

Names come from the files as they stand, faults and all, so that a row with one mistake does not
make every mention of it a second one. A family whose file could not be read is not checked at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from idlib_wargame.packs.nouns import noun
from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.registry import Family, TableEntry, families
from idlib_wargame.packs.text.spots import Documents, Spot, listed, raw, rows_of, table_rows, words
from idlib_wargame.packs.text.strange_signs import without_accents
from idlib_wargame.packs.text.tree import Document
from idlib_wargame.rules.conditions.signs import plain_number
from idlib_wargame.rules.pack.phases import DEFAULT_PHASES, PHASES
from idlib_wargame.words.language import _, fill

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Six digits leave room to add many of them in the smallest cells that hold each.
WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
# What a cell that names one of each kind must hold. Tags and phases stand in no list of rows.
KINDS: Final[dict[str, Callable[[], str]]] = {
    **{family.noun: family.wanted for _table, family in families() if family.wanted},
    "tag": lambda: _("a tag that a move carries"),
    "phase": lambda: _("a phase of the turn"),
}


def whole_number(cell: object) -> int | None:
    """The whole number that a cell holds, of six digits at most; None where it holds none."""
    text = plain_number(cell) if isinstance(cell, str) else ""
    return int(text) if WHOLE.fullmatch(text) else None


def legal_id(word: str) -> str:
    """The id most like a word that may not be one; "" where none is."""
    near = re.sub(r"[^a-z0-9]+", "_", without_accents(word).lower()).strip("_")
    return near if ID.fullmatch(near) else ""


@dataclass(frozen=True)
class MoveNames:
    """What others may need to know of a move: who may order it, its choices, at whom each aims."""

    seats: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()
    targets: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass
class Names:
    """The ids of each kind; ``unread`` names the kinds of which not all could be read.

    ``refused`` are words that stand where ids of a kind should and may not be ids, each with the id
    that it was to be: what names one of them, in either spelling, is no second mistake. ``lacking``
    are files that stand in the pack under a name that is not theirs; ``briefs`` are named by rows.
    """

    ids: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    unread: set[str] = field(default_factory=set)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    levels: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    moves: dict[str, MoveNames] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    briefs: frozenset[str] = frozenset()
    refused: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in KINDS})

    def knows(self, kind: str, word: str) -> bool:
        """Whether the word is an id of that kind, or might be one in a file that did not read."""
        refused = self.refused[kind]
        return (
            kind in self.unread
            or word in self.ids[kind]
            or word in refused
            or word in refused.values()
            or word in map(_in_its_place, refused)
        )

    def in_conditions(self, text: str) -> str:
        """A condition with the names that may not be ids made such, each in its own place."""
        words = sorted({word for kind in self.refused.values() for word in kind}, key=len)
        for word in reversed(words):
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", _in_its_place(word), text)
        return text

    def near(self, kind: str, word: str) -> str:
        """The id of that kind most like the word; "" where none is near."""
        return nearest(word, (*self.ids[kind], *filter(None, self.refused[kind].values())))

    def check(self, kind: str, word: str) -> Fault | None:
        """What is wrong with the word as an id of that kind."""
        if self.knows(kind, word):
            return None
        found = fill(_("{kind} {word}"), kind=noun(kind), word=quoted(word))
        return Fault(found, KINDS[kind](), self.near(kind, word), unknown=word)

    def check_tag_or_move(self, word: str) -> Fault | None:
        """What is wrong with the word as a tag or the id of a move."""
        if self.knows("tag", word) or self.knows("move", word):
            return None
        near = nearest(word, self.ids["tag"] | self.ids["move"])
        expected = _("a tag that a move carries or the id of a move")
        found = fill(_("tag or move {word}"), word=quoted(word))
        return Fault(found, expected, near, unknown=word)


def gather_names(
    documents: Documents, files: Collection[str], lacking: Collection[str] = ()
) -> Names:
    """The names in the files that could be read, of all the files that there are.

    ``lacking`` are files that stand there under a name that is not theirs.
    """
    texts = "\n".join(document.text for document in documents.values()).casefold()
    briefs = frozenset(name for name in files if name.casefold() in texts)
    names = Names(files=frozenset(files), lacking=frozenset(lacking), briefs=briefs)
    for table, family in families():
        if family.wanted:
            for _spot, word in id_cells(documents, table, family):
                _take_id(names, family.noun, word)
            if _is_unread(table, documents, names) or _rows_without_ids(table, family, documents):
                names.unread.add(family.noun)
    _gather_ranges(names, documents)
    _gather_phases(names, documents)
    _gather_moves(names, documents)
    return names


def _take_id(names: Names, kind: str, word: str) -> None:
    if ID.fullmatch(word):
        names.ids[kind].add(word)
    else:
        names.refused[kind][word] = legal_id(word)


def _in_its_place(word: str) -> str:
    """An id as long as a word that may not be one, to stand where it stood in a condition."""
    return "x" + re.sub(r"[^a-z0-9_]", "_", word[1:].lower())


def id_cells(documents: Documents, table: TableEntry, family: Family) -> Iterator[tuple[Spot, str]]:
    """Where each id of a family stands, and the id; cells that hold no word are passed over."""
    for name, document in documents.items():
        if not table.holds(name):
            continue
        if not family.key:
            yield from _keys(document, family)
            continue
        rows = document.rows(*family.lists) if family.lists else [((), document.data)]
        for path, row in rows:
            word = _deep(row, family.key)
            if word:
                yield Spot(document, (*path, *family.key)), word


def _keys(document: Document, family: Family) -> Iterator[tuple[Spot, str]]:
    for each in family.lists:
        under = listed(document, each)
        for word in under if isinstance(under, dict) else ():
            yield Spot(document, (each, word)), word


def _deep(row: object, keys: tuple[str, ...]) -> str:
    for key in keys:
        row = row.get(key) if isinstance(row, dict) else None
    return row if isinstance(row, str) else ""


def _is_unread(table: TableEntry, documents: Documents, names: Names) -> bool:
    """Whether ids of the table may be missing, so that no mention of one can be called wrong."""
    own = [name for name in (*names.files, *names.lacking) if table.holds(name)]
    return any(name not in documents for name in own) or (table.needed and not own)


def _rows_without_ids(table: TableEntry, family: Family, documents: Documents) -> bool:
    """Whether some row of a family does not say its id, or is no row: that is told by itself."""
    for name, document in documents.items():
        if not table.holds(name):
            continue
        for each in family.lists:
            under = listed(document, each)
            if under is None:
                if _is_misspelt(each, document):
                    return True
            elif family.key and not (
                isinstance(under, list) and all(_deep(row, family.key) for row in under)
            ):
                return True
    return False


def _is_misspelt(key: str, document: Document) -> bool:
    keys = document.data if isinstance(document.data, dict) else ()
    return bool(nearest(key, keys))


def _gather_ranges(names: Names, documents: Documents) -> None:
    for _spot, row in rows_of(documents, "tracks.yaml", "tracks", "counters"):
        ends = [end for each in words(row.get("range")) if (end := whole_number(each)) is not None]
        if len(ends) == 2 and ends[0] < ends[1]:
            names.ranges[raw(row, "id")] = (ends[0], ends[1])
        levels = row.get("levels")
        for key, word in levels.items() if isinstance(levels, dict) else ():
            number = whole_number(key)
            if number is not None and isinstance(word, str):
                names.levels.setdefault(raw(row, "id"), []).append((word, number))


def _gather_phases(names: Names, documents: Documents) -> None:
    document = documents.get("pack.yaml")
    phases = listed(document, "phases") if document else None
    names.ids["phase"].update(DEFAULT_PHASES if phases is None else words(phases))
    # A misspelt phase is one mistake, and the minutes that it was to have are not another.
    if document is None or not names.ids["phase"] <= {*PHASES}:
        names.unread.add("phase")


def _gather_moves(names: Names, documents: Documents) -> None:
    for _spot, row in rows_of(documents, "moves/", "moves"):
        choices = list(table_rows(row.get("choices")))
        for tagged in (row, *choices):
            for tag in words(tagged.get("tags")):
                _take_id(names, "tag", tag)
        names.moves[raw(row, "id")] = MoveNames(
            frozenset(words(row.get("seats"))),
            frozenset(raw(choice, "id") for choice in choices),
            {raw(choice, "id"): frozenset(words(choice.get("targets"))) for choice in choices},
        )
    if "move" in names.unread:
        names.unread.add("tag")
