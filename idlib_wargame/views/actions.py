"""What can be done at a window, as a list that typed words narrow down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.views.finding import is_found, sought_in, words_of


class ActionRow(NamedTuple):
    """One thing that can be done. ``group`` is where it stands else, as the title of its menu.

    ``keys`` do it too, as this keyboard calls them; "" for none. ``why_not`` says why it cannot
    be done now, "" where it can. ``also`` are words by which it is found and that are not shown.
    """

    words: str
    group: str = ""
    keys: str = ""
    why_not: str = ""
    also: str = ""


def found_actions(rows: Sequence[ActionRow], typed: str) -> tuple[int, ...]:
    """The places of the rows that have all typed words in them, in any order and any form.

    What can be done comes before what cannot; what begins with the first word, before what has it
    further on; else they stand as they were given.
    """
    words = words_of(typed)
    places = [n for n, row in enumerate(rows) if not words or _is_meant(row, words)]
    return tuple(sorted(places, key=lambda n: (_rank(rows[n], words), n)))


def _is_meant(row: ActionRow, words: Sequence[str]) -> bool:
    return is_found(sought_in([row.words, row.group, row.also]), words)


def _rank(row: ActionRow, words: Sequence[str]) -> tuple[bool, int]:
    """How far down a row stands: 0 begins so, 1 has a word that does, 2 has them elsewhere."""
    own = words_of(row.words)
    if not words or (own and own[0].startswith(words[0])):
        return bool(row.why_not), 0
    known = (*own, *words_of(row.also))
    begins = all(any(each.startswith(word) for each in known) for word in words)
    return bool(row.why_not), 1 if begins else 2
