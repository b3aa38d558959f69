"""Seats, moves, tags and results stand side by side in conditions, so no word may be two."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.nouns import a_noun, noun
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import Documents, Spot, raw, rows_of, table_rows, words
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.dice import CHANCE
from idlib_wargame.rules.names import IN_TURN, RESULTS, Prefix
from idlib_wargame.rules.pack.habits import ANY, PASS
from idlib_wargame.words.language import _, fill


def check_one_meaning(documents: Documents) -> Iterator[Problem]:
    """Every word that is two of a seat, a move, a tag and a result."""
    taken = dict.fromkeys(RESULTS, _("a result"))
    for kind, file, key in (("seat", "seats.yaml", "seats"), ("move", "moves/", "moves")):
        own: set[str] = set()
        for place, row in rows_of(documents, file, key):
            word = raw(row, "id")
            if kind == "seat":
                yield from check_seat_id(place / "id", word)
            else:
                yield from _move_id(place / "id", word)
            if word in taken:
                yield _taken(place / "id", kind, word, taken[word])
            own.add(word)
        taken.update((word, a_noun(kind)) for word in own - taken.keys() if word)
    told: set[str] = set()
    for place, tag in _tags(documents):
        if tag in taken and tag not in told:
            yield _taken(place, "tag", tag, taken[tag])
            told.add(tag)


def check_seat_id(place: Spot, word: str) -> Iterator[Problem]:
    """What a seat, or a part that sits like one, may not be called.

    As "chance" it would throw the dice of chances; as "facilitator" it would act as control; and
    "kept.turn" asks for the turn.
    """
    if word == CHANCE:
        found = fill(_("a seat called {word}, as rolls of chance are"), word=quoted(word))
        yield place.problem(found, _("an id of its own"))
    elif word == FACILITATOR:
        found = fill(_("a seat called {word}, as who runs the exercise is"), word=quoted(word))
        yield place.problem(found, _("an id of its own"))
    elif word == IN_TURN:
        name = Prefix.KEPT.of(IN_TURN)
        found = fill(_("a seat called {word}, as in '{name}'"), word=quoted(word), name=name)
        yield place.problem(found, _("an id of its own"))


def _move_id(place: Spot, word: str) -> Iterator[Problem]:
    """What a move may not be called: a habit's pick of it would be read as something else."""
    if word == PASS:
        found = fill(_("a move called {word}, as a habit's empty order is"), word=quoted(word))
        yield place.problem(found, _("an id of its own"))
    elif word == ANY:
        found = fill(_("a move called {word}, as a habit's pick at random is"), word=quoted(word))
        yield place.problem(found, _("an id of its own"))


def _taken(place: Spot, kind: str, word: str, other: str) -> Problem:
    found = fill(
        _("{kind} {word}, which is also {other}"), kind=noun(kind), word=quoted(word), other=other
    )
    return place.problem(found, _("a name that is only one of a seat, a move, a tag or a result"))


def _tags(documents: Documents) -> Iterator[tuple[Spot, str]]:
    for place, row in rows_of(documents, "moves/", "moves"):
        for at, tag in enumerate(words(row.get("tags"))):
            yield place / "tags" / at, tag
        for number, choice in enumerate(table_rows(row.get("choices"))):
            for at, tag in enumerate(words(choice.get("tags"))):
                yield place / "choices" / number / "tags" / at, tag
