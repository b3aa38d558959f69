"""How terms of a template hang on each other: by number, on another one, and never in a ring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from idlib_wargame.packs.names import whole_number
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import Row, Spot, raw, table_rows
from idlib_wargame.rules.offer import How
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed

LINKS = tuple(map(str, How))


def check_links(place: Spot, row: Row) -> Iterator[Problem]:
    """Every link of a template that leads nowhere, to its own term, or round in a ring."""
    terms = [*table_rows(row.get("terms"))]
    leads: dict[int, int] = {}
    for at, term in enumerate(terms):
        here = place / "terms" / at
        said = [key for key in LINKS if key in term]
        if len(said) > 1:
            found = fill(_("'{one}' beside '{other}'"), one=said[0], other=said[1])
            yield (here / said[1]).problem(found, _("one of them"), on_key=True)
            continue
        for key in said:
            number = whole_number(raw(term, key))
            problem = _astray(here / key, number, at + 1, len(terms))
            if problem:
                yield problem
            elif number is not None:
                leads[at + 1] = number
    for ring in _rings(leads):
        first, *_rest = ring
        key = next(key for key in LINKS if key in terms[first - 1])
        found = fill(
            _("terms {terms}, each hanging on the next"), terms=listed([str(each) for each in ring])
        )
        expected = _("one of them that hangs on none of the others")
        yield (place / "terms" / (first - 1) / key).problem(found, expected)


def _astray(place: Spot, number: int | None, own: int, many: int) -> Problem | None:
    """A number below 1 is told with the cell."""
    if number == own:
        found = fill(_("{number}, the term itself"), number=quoted(str(number)))
        return place.problem(found, _("the number of another term"))
    if number is not None and number > many:
        expected = fill(_("the number of a term of this template, 1 to {many}"), many=many)
        return place.problem(quoted(str(number)), expected)
    return None


def _rings(leads: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    """Each ring once, from its lowest number on."""
    for start in leads:
        way = [start]
        while (to := leads.get(way[-1])) is not None and to not in way:
            way.append(to)
        if to == start == min(way):
            yield tuple(way)
