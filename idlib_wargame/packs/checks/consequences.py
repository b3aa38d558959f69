"""What follows from agreements: each row must name actors between whom it can come about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Problem, nearest, quoted
from idlib_wargame.packs.text.spots import Documents, Row, Spot, raw, rows_of, words
from idlib_wargame.words.language import _, fill

CONSEQUENCES = ("signed", "kept", "breached", "declared_over", "found_out")


def check_consequences(documents: Documents, names: Names) -> Iterator[Problem]:
    """Consequences between a seat and itself, or between seats that no such agreement has."""
    seats = names.ids["seat"]
    parties = {
        raw(row, "id"): frozenset(words(row.get("parties")))
        for _place, row in rows_of(documents, AGREEMENTS, "templates")
    }
    for place, row in rows_of(documents, AGREEMENTS, *CONSEQUENCES):
        by, to = [*words(row.get("by"))], [*words(row.get("to"))]
        if by and {*by} == {*to} and len({*by}) == 1:
            found = fill(_("seat {seat}, which 'by' names alone"), seat=quoted(to[0]))
            yield (place / "to" / 0).problem(found, _("another seat, or no 'to' for all others"))
        elif seats.issuperset((*by, *to)):
            yield from _takes_part(place, row, parties)


def _takes_part(place: Spot, row: Row, parties: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """A row for some templates alone names seats that take part in one of them.

    A template that is nowhere to be found, or that says nothing of parties, is told by itself.
    """
    templates = [*words(row.get("templates"))]
    if not templates or not all(parties.get(each) for each in templates):
        return
    taking_part = frozenset().union(*(parties[each] for each in templates))
    for key in ("by", "to"):
        own = [*words(row.get(key))]
        if own and not taking_part.intersection(own):
            found = fill(_("seat {seat}, which takes part in none of them"), seat=quoted(own[0]))
            expected = _("a party of one of the templates that the row names")
            yield (place / key / 0).problem(found, expected, nearest(own[0], taking_part))
