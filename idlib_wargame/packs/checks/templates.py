"""Templates of agreements: who takes part, who guarantees, how much stands on each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from idlib_wargame.packs.checks.template_links import check_links
from idlib_wargame.packs.checks.template_terms import check_terms
from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import Documents, Row, Spot, raw, rows_of, table_rows, words
from idlib_wargame.rules.names import IN_TURN, Prefix
from idlib_wargame.rules.offer import MOST_TERMS, Secrecy, Verification
from idlib_wargame.words.language import _, fill, ngettext


def check_templates(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every problem within a template, or between it and the rows that it names."""
    for place, row in rows_of(documents, AGREEMENTS, "templates"):
        yield from _id(place, raw(row, "id"), names)
        yield from _parties(place, row)
        yield from _guarantor(place, row, names)
        yield from _sides(place, row)
        yield from check_links(place, row)
    yield from check_terms(documents, names)


def _id(place: Spot, word: str, names: Names) -> Iterator[Problem]:
    """What a template may not be called: in conditions its id stands where others stand too."""
    if word in names.ids["seat"]:
        found = fill(_("a template called {word}, as a seat is"), word=quoted(word))
        yield (place / "id").problem(found, _("an id of its own"))
    elif word == IN_TURN:
        name = Prefix.KEPT.of(IN_TURN)
        found = fill(_("a template called {word}, as in '{name}'"), word=quoted(word), name=name)
        yield (place / "id").problem(found, _("an id of its own"))


def _parties(place: Spot, row: Row) -> Iterator[Problem]:
    if len([*words(row.get("parties"))]) == 1:
        found = _("one party alone")
        yield (place / "parties").problem(found, _("two parties or more"))


def _guarantor(place: Spot, row: Row, names: Names) -> Iterator[Problem]:
    """Nobody can be told where there is no guarantor, and whoever is one must know of it."""
    for key, word in (("secrecy", Secrecy.GUARANTOR), ("verification", Verification.GUARANTOR)):
        if raw(row, key) == word and "guarantor" not in row:
            found = fill(_("{key} {word} without a guarantor"), key=key, word=quoted(word))
            yield (place / key).problem(found, _("'guarantor' in the same template"))
    guarantor = raw(row, "guarantor")
    outside = guarantor in names.ids["seat"] and guarantor not in words(row.get("parties"))
    if outside and row.get("secrecy", Secrecy.PARTIES) == Secrecy.PARTIES:
        found = fill(_("guarantor {seat} of what only its parties know"), seat=quoted(guarantor))
        expected = _("'secrecy: guarantor' or 'secrecy: public'")
        yield (place / "guarantor").problem(found, expected)


def _sides(place: Spot, row: Row) -> Iterator[Problem]:
    """Whoever tables it, that party's terms stand on one side and all the others' on the other."""
    own = Counter(raw(term, "debtor") for term in table_rows(row.get("terms")))
    for party in words(row.get("parties")):
        others = own.total() - own[party]
        if own[party] > MOST_TERMS:
            many = ngettext(
                "{count} term of seat {seat}", "{count} terms of seat {seat}", own[party]
            )
            found = fill(many, count=own[party], seat=quoted(party))
        elif others > MOST_TERMS:
            many = ngettext(
                "{count} term of the others where seat {seat} tables it",
                "{count} terms of the others where seat {seat} tables it",
                others,
            )
            found = fill(many, count=others, seat=quoted(party))
        else:
            continue
        yield (place / "terms").problem(found, fill(_("at most {most} a side"), most=MOST_TERMS))
        return
