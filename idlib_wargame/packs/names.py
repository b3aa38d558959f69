"""Every name that a pack gives to something, gathered before its rows are checked.

Names come from the files as they stand, faults and all, so that a row with one mistake does not
make every mention of it a second one. A family whose file could not be read is not checked at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from idlib_wargame.packs.problem import nearest, quoted
from idlib_wargame.packs.tree import Document

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Six digits leave room to add many of them in the smallest cells that hold each.
WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
RESULTS = ("success", "strong")
ALONE = ("turn", "turns", "even_turn", "rung")
COUNTS = ("ordered", "turn", "last", "total")
# What stands before the dot, and whose ids may stand after it.
DOTTED = {
    "flag": "flag",
    "lit": "group",
    "clause": "clause",
    "days_left": "clock",
    "inject": "inject",
}
KEYWORDS = ("and", "or", "not")
NOT_FOR_TRACKS = frozenset((*ALONE, *COUNTS, *DOTTED, *KEYWORDS))

KINDS = {
    "track": "the id of a track or counter",
    "seat": "the id of a seat",
    "move": "the id of a move",
    "tag": "a tag that a move carries",
    "step": "the id of a step",
    "table": "the id of a table",
    "severity": "the id of a severity",
    "flag": "the id of a flag",
    "group": "the id of a group of flags",
    "clock": "the id of a clock",
    "clause": "the id of a clause",
    "inject": "the id of an inject",
    "phase": "a phase of the turn",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check of one value found. ``inside`` and ``offset`` say where within the value.

    ``inside`` is a path below the value, ``on_key`` points at a key rather than what it holds, and
    ``offset`` counts characters from 0 in the value's own text.
    """

    found: str
    expected: str
    nearest: str = ""
    inside: tuple[str | int, ...] = ()
    on_key: bool = False
    offset: int | None = None


@dataclass(frozen=True)
class MoveNames:
    """What others may need to know of a move: who may order it, and its choices."""

    seats: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()


@dataclass
class Names:
    """The ids of each kind; ``unread`` names the kinds of which not all could be read."""

    ids: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    unread: set[str] = field(default_factory=set)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    moves: dict[str, MoveNames] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    def knows(self, kind: str, word: str) -> bool:
        """Whether the word is an id of that kind, or might be one in a file that did not read."""
        return kind in self.unread or word in self.ids[kind]

    def check(self, kind: str, word: str) -> Fault | None:
        """What is wrong with the word as an id of that kind."""
        if self.knows(kind, word):
            return None
        near = nearest(word, self.ids[kind])
        return Fault(f"{kind} {quoted(word)}", KINDS[kind], near)

    def check_tag_or_move(self, word: str) -> Fault | None:
        """What is wrong with the word as a tag or the id of a move."""
        if self.knows("tag", word) or self.knows("move", word):
            return None
        near = nearest(word, self.ids["tag"] | self.ids["move"])
        expected = "a tag that a move carries or the id of a move"
        return Fault(f"tag or move {quoted(word)}", expected, near)

    def check_in_condition(self, name: str) -> Fault | None:
        """What is wrong with a name in a condition; the offset is within the name."""
        head, *rest = name.split(".")
        if not rest:
            return self._check_alone(name)
        if head in COUNTS:
            return self._check_count(head, rest)
        if head in DOTTED:
            return self._check_dotted(head, rest)
        near = nearest(head, (*DOTTED, *COUNTS))
        expected = "one of " + ", ".join(f"'{each}.'" for each in (*DOTTED, *COUNTS))
        return Fault(f"the name {quoted(name)}", expected, near and f"{near}.{'.'.join(rest)}")

    def _check_alone(self, name: str) -> Fault | None:
        if name in ALONE or self.knows("track", name):
            return None
        for head, kind in (*DOTTED.items(), ("last", "tag"), ("last", "move")):
            if name in self.ids[kind]:
                expected = f"a track, or the {kind} with a word before it"
                return Fault(f"the {kind} {quoted(name)} alone", expected, f"{head}.{name}")
        near = nearest(name, (*self.ids["track"], *ALONE))
        return Fault(f"track {quoted(name)}", KINDS["track"], near)

    def _check_dotted(self, head: str, rest: list[str]) -> Fault | None:
        if len(rest) > 1:
            start = len(head) + 1 + len(rest[0])
            return Fault(quoted("." + ".".join(rest[1:])), "nothing more", offset=start)
        return _shifted(self.check(DOTTED[head], rest[0]), len(head) + 1)

    def _check_count(self, head: str, rest: list[str]) -> Fault | None:
        """``what`` then perhaps a seat, then perhaps a result."""
        fault = _shifted(self.check_tag_or_move(rest[0]), len(head) + 1)
        if fault:
            return fault
        at = len(head) + 1 + len(rest[0]) + 1
        more = rest[1:]
        if more and more[0] not in RESULTS:
            fault = self.check("seat", more[0])
            if fault:
                near = nearest(more[0], (*self.ids["seat"], *RESULTS))
                expected = "the id of a seat, 'success' or 'strong'"
                return Fault(f"seat or result {quoted(more[0])}", expected, near, offset=at)
            at += len(more.pop(0)) + 1
        if not more:
            return None
        if head == "ordered":
            expected = "'ordered.' without a result, as no order has one yet"
            return Fault(quoted(more[0]), expected, offset=at)
        if more[0] not in RESULTS:
            near = nearest(more[0], RESULTS)
            return Fault(f"result {quoted(more[0])}", "'success' or 'strong'", near, offset=at)
        if len(more) > 1:
            at += len(more[0]) + 1
            return Fault(quoted(more[1]), "nothing more", offset=at)
        return None


def _shifted(fault: Fault | None, by: int) -> Fault | None:
    return fault and Fault(fault.found, fault.expected, fault.nearest, offset=by)


# Where the ids of each kind are listed: the file, and the keys of its lists.
_LISTED = (
    ("track", "tracks.yaml", ("tracks", "counters")),
    ("seat", "seats.yaml", ("seats",)),
    ("step", "pack.yaml", ("steps",)),
    ("table", "pack.yaml", ("tables",)),
    ("severity", "pack.yaml", ("severities",)),
    ("flag", "catalysts.yaml", ("flags",)),
    ("clock", "catalysts.yaml", ("clocks",)),
    ("clause", "clauses.yaml", ("clauses",)),
    ("inject", "injects.yaml", ("injects",)),
)
_OPTIONAL = frozenset({"catalysts.yaml", "clauses.yaml", "injects.yaml"})
_PHASES = frozenset({"talks", "orders", "adjudication", "report"})


def gather_names(documents: Mapping[str, Document], files: Iterable[str]) -> Names:
    """The names in the files that could be read, of all the files that there are."""
    names = Names(files=frozenset(files))
    for kind, file, keys in _LISTED:
        document = documents.get(file)
        if document is None:
            if file in names.files or file not in _OPTIONAL:
                names.unread.add(kind)
            continue
        names.ids[kind].update(row["id"] for _, row in document.rows(*keys) if _is_word(row))
    _gather_ranges(names, documents)
    _gather_groups(names, documents)
    _gather_phases(names, documents)
    _gather_moves(names, documents)
    return names


def _is_word(row: Mapping[str, Any]) -> bool:
    return isinstance(row.get("id"), str)


def _data(documents: Mapping[str, Document], file: str) -> dict[str, Any]:
    document = documents.get(file)
    return document.data if document and isinstance(document.data, dict) else {}


def _gather_ranges(names: Names, documents: Mapping[str, Document]) -> None:
    document = documents.get("tracks.yaml")
    for _, row in document.rows("tracks", "counters") if document else ():
        ends = [int(each) for each in words(row.get("range")) if WHOLE.fullmatch(each)]
        if _is_word(row) and len(ends) == 2 and ends[0] < ends[1]:
            names.ranges[row["id"]] = (ends[0], ends[1])


def _gather_groups(names: Names, documents: Mapping[str, Document]) -> None:
    groups = _data(documents, "catalysts.yaml").get("groups")
    names.ids["group"].update(groups if isinstance(groups, dict) else ())
    if "flag" in names.unread:
        names.unread.add("group")


def _gather_phases(names: Names, documents: Mapping[str, Document]) -> None:
    listed = _data(documents, "pack.yaml").get("phases", list(_PHASES))
    names.ids["phase"].update(words(listed))
    if "step" in names.unread:
        names.unread.add("phase")


def _gather_moves(names: Names, documents: Mapping[str, Document]) -> None:
    files = [name for name in names.files if name.startswith("moves/") and name.endswith(".yaml")]
    if not files or any(name not in documents for name in files):
        names.unread.update(("move", "tag"))
    for name in files:
        document = documents.get(name)
        for _, row in document.rows("moves") if document else ():
            names.ids["tag"].update(words(row.get("tags")))
            choices = list(table_rows(row.get("choices")))
            for choice in choices:
                names.ids["tag"].update(words(choice.get("tags")))
            if _is_word(row):
                names.ids["move"].add(row["id"])
                names.moves[row["id"]] = MoveNames(
                    frozenset(words(row.get("seats"))),
                    frozenset(choice["id"] for choice in choices if _is_word(choice)),
                )


def words(listed: object) -> Iterator[str]:
    """The words of what should be a list of words; whatever else is in it is passed over."""
    if isinstance(listed, list):
        yield from (each for each in listed if isinstance(each, str))


def table_rows(listed: object) -> Iterator[dict[str, Any]]:
    """The rows of what should be a list of rows; whatever else is in it is passed over."""
    if isinstance(listed, list):
        yield from (each for each in listed if isinstance(each, dict))
