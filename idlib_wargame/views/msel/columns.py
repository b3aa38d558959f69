"""The columns of a list of injects, and the many headings that people give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from idlib_wargame.views.finding import words_of
from idlib_wargame.views.msel.known_words import known_words
from idlib_wargame.words.language import _


class Column(Enum):
    """What a column of a list says of an inject. ``KEEP`` is kept with its row and not read."""

    NUMBER = "number"
    TURN = "turn"
    DATE = "date"
    TIME = "time"
    MINUTE = "minute"
    TITLE = "title"
    TEXT = "text"
    SENDER = "sender"
    TO = "to"
    MEANS = "means"
    EFFECTS = "effects"
    EXPECTED = "expected"
    OBJECTIVE = "objective"
    RESPONSIBLE = "responsible"
    SENDS = "sends"
    STATE = "state"
    KEEP = "keep"


def heading_of(column: Column) -> str:
    """What a column is called in a list that we write."""
    words = {
        Column.NUMBER: lambda: _("Event number"),
        Column.TURN: lambda: _("Turn"),
        Column.DATE: lambda: _("Scenario date"),
        Column.TIME: lambda: _("Event time"),
        Column.MINUTE: lambda: _("Minute of the phase"),
        Column.TITLE: lambda: _("Scenario event"),
        Column.TEXT: lambda: _("Inject text"),
        Column.SENDER: lambda: _("Sender"),
        Column.TO: lambda: _("Recipient"),
        Column.MEANS: lambda: _("Means"),
        Column.EFFECTS: lambda: _("Effects"),
        Column.EXPECTED: lambda: _("Expected action"),
        Column.OBJECTIVE: lambda: _("Objective"),
        Column.RESPONSIBLE: lambda: _("Responsible controller"),
        Column.SENDS: lambda: _("Who sends"),
        Column.STATE: lambda: _("State"),
        Column.KEEP: lambda: _("Kept with its row, not read"),
    }
    return words[column]()


def folded(heading: str) -> str:
    """A heading as it is compared: small words without accents or signs, "No." as "#"."""
    return " ".join(words_of(heading.replace("#", " no ").replace("№", " no ")))


def recognised(
    headings: Sequence[str], remembered: Mapping[str, Column] | None = None
) -> dict[int, Column]:
    """The column that each heading stands for, by its place; those that nothing is known of lack.

    ``remembered`` are headings, folded, that the facilitator has mapped before. Each column but
    ``KEEP`` is given once.
    """
    remembered = remembered or {}
    found: dict[int, Column] = {}
    for place, heading in enumerate(headings):
        mapped = remembered.get(folded(heading))
        if mapped is Column.KEEP or (mapped is not None and mapped not in found.values()):
            found[place] = mapped
    for column in Column:
        if column in found.values() or column is Column.KEEP:
            continue
        names = (folded(heading_of(column)), *known_words(column.value))
        ranked = [
            (names.index(name), place)
            for place, heading in enumerate(headings)
            if place not in found and (name := folded(heading)) in names
        ]
        if ranked:
            found[min(ranked)[1]] = column
    return _diary_text(headings, found)


def _diary_text(headings: Sequence[str], found: dict[int, Column]) -> dict[int, Column]:
    """In a list that has a title or an "Event" and no text, that one is what is read out."""
    columns = {column: place for place, column in found.items()}
    if Column.TEXT not in columns:
        number = columns.get(Column.NUMBER)
        if number is not None and folded(headings[number]) in ("event", "inject", "item"):
            found[number] = Column.TEXT
        elif Column.TITLE in columns:
            found[columns[Column.TITLE]] = Column.TEXT
    return dict(sorted(found.items()))
