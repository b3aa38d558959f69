"""What no single row can know: ids used twice, names that collide, tables that leave gaps.

These checks read the files as they stand, so that a row with a fault of its own still counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.gather import MAP
from idlib_wargame.packs.may_order import check_orders
from idlib_wargame.packs.names import RESULTS, WHOLE, Names, table_rows, words
from idlib_wargame.packs.places import Documents, Place, habits_of, raw, rows_of, twice
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.sharing import check_sharing
from idlib_wargame.packs.tree import Document


def cross_check(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every problem between rows and between files."""
    yield from _ids_twice(documents)
    yield from _collisions(documents)
    yield from check_orders(documents, names)
    yield from check_sharing(documents, names)
    yield from _limits(documents)
    yield from _ladder(documents)
    yield from _outcomes(documents)


# Which rows must have ids of their own among themselves: what they are called, where they are.
_FAMILIES = (
    ("step", "pack.yaml", ("steps",), "id"),
    ("table", "pack.yaml", ("tables",), "id"),
    ("severity", "pack.yaml", ("severities",), "id"),
    ("seat", "seats.yaml", ("seats",), "id"),
    ("track", "tracks.yaml", ("tracks", "counters"), "id"),
    ("move", "moves/", ("moves",), "id"),
    ("code", "moves/", ("moves",), "code"),
    ("shift", "interactions.yaml", ("shifts",), "id"),
    ("contradiction", "interactions.yaml", ("contradictions",), "id"),
    ("contest", "interactions.yaml", ("contests",), "id"),
    ("chance", "interactions.yaml", ("chances",), "id"),
    ("principals of", "interactions.yaml", ("principals",), "move"),
    ("upkeep", "upkeep.yaml", ("upkeep",), "id"),
    ("conversion", "upkeep.yaml", ("conversions",), "id"),
    ("limit", "upkeep.yaml", ("limits",), "id"),
    ("flag", "catalysts.yaml", ("flags",), "id"),
    ("clock", "catalysts.yaml", ("clocks",), "id"),
    ("clause", "clauses.yaml", ("clauses",), "id"),
    ("rung", "escalation.yaml", ("ladder",), "rung"),
    ("outcome", "outcomes.yaml", ("outcomes",), "id"),
    ("inject", "injects.yaml", ("injects",), "id"),
    ("code", "injects.yaml", ("injects",), "code"),
    ("aim", "aims.yaml", ("aims",), "id"),
    ("starting point", "starts.yaml", ("starts",), "id"),
    ("option", "pack.yaml", ("options",), "id"),
    ("arrangement", "pack.yaml", ("arrangements",), "id"),
)


def _ids_twice(documents: Documents) -> Iterator[Problem]:
    for kind, file, keys, key in _FAMILIES:
        cells = ((place / key, raw(row, key)) for place, row in rows_of(documents, file, *keys))
        yield from twice(kind, cells)
    features = (
        (place / "properties" / "id", raw(row["properties"], "id"))
        for place, row in rows_of(documents, MAP, "features")
        if isinstance(row.get("properties"), dict)
    )
    yield from twice("feature", features)
    habits = ((Place(document, ("id",)), document) for document in habits_of(documents))
    yield from twice("habit", ((place, raw(document.data, "id")) for place, document in habits))


def _collisions(documents: Documents) -> Iterator[Problem]:
    """Seats, moves, tags and results stand side by side in conditions, so none may be two."""
    taken = dict.fromkeys(RESULTS, "a result")
    for kind, file, key in (("seat", "seats.yaml", "seats"), ("move", "moves/", "moves")):
        own: set[str] = set()
        for place, row in rows_of(documents, file, key):
            word = raw(row, "id")
            if word in taken:
                yield _taken(place / "id", kind, word, taken[word])
            own.add(word)
        taken.update((word, f"a {kind}") for word in own - taken.keys() if word)
    told: set[str] = set()
    for place, tag in _tags(documents):
        if tag in taken and tag not in told:
            yield _taken(place, "tag", tag, taken[tag])
            told.add(tag)


def _taken(place: Place, kind: str, word: str, other: str) -> Problem:
    found = f"{kind} {quoted(word)}, which is also {other}"
    return place.problem(found, "a name that is only one of a seat, a move, a tag or a result")


def _tags(documents: Documents) -> Iterator[tuple[Place, str]]:
    for place, row in rows_of(documents, "moves/", "moves"):
        for at, tag in enumerate(words(row.get("tags"))):
            yield place / "tags" / at, tag
        for number, choice in enumerate(table_rows(row.get("choices"))):
            for at, tag in enumerate(words(choice.get("tags"))):
                yield place / "choices" / number / "tags" / at, tag


def _limits(documents: Documents) -> Iterator[Problem]:
    for place, row in rows_of(documents, "upkeep.yaml", "limits"):
        held = any(row.get(key, "false") != "false" for key in ("no_rise", "no_fall"))
        if not held and not row.keys() & {"at_most", "at_least"}:
            expected = "'at_most', 'at_least', 'no_rise' or 'no_fall'"
            yield place.problem("a limit that limits nothing", expected)
        low, high = raw(row, "at_least"), raw(row, "at_most")
        if WHOLE.fullmatch(low) and WHOLE.fullmatch(high) and int(low) > int(high):
            found = f"at_least {low} over at_most {high}"
            yield (place / "at_least").problem(found, "the lower bound below the upper")


def _listed(document: Document, key: str) -> object:
    return document.data.get(key) if isinstance(document.data, dict) else None


def _ladder(documents: Documents) -> Iterator[Problem]:
    numbers = [raw(row, "rung") for _, row in rows_of(documents, "escalation.yaml", "ladder")]
    document = documents.get("escalation.yaml")
    if document and isinstance(_listed(document, "ladder"), list) and "0" not in numbers:
        place = Place(document, ("ladder",))
        yield place.problem("a ladder without rung 0", "a rung 0 to stand on")


def _outcomes(documents: Documents) -> Iterator[Problem]:
    document = documents.get("outcomes.yaml")
    rows = list(rows_of(documents, "outcomes.yaml", "outcomes"))
    if document and _listed(document, "outcomes") == []:
        place = Place(document, ("outcomes",))
        yield place.problem("no outcome", "at least one that always holds")
    for place, row in rows[:-1]:
        if "when" not in row:
            found = "an outcome without 'when' before the last"
            yield place.problem(found, "'when', as no outcome after it could ever be reached")
    for place, row in rows[-1:]:
        if "when" in row:
            found = "'when' in the last outcome"
            expected = "none, so that the last outcome always holds"
            yield (place / "when").problem(found, expected, on_key=True)
