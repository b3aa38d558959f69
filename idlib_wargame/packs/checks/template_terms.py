"""Terms of templates: what each asks, of whom, by when, and what may stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from idlib_wargame.packs.condition_names import AGREEMENTS
from idlib_wargame.packs.names import Names, whole_number
from idlib_wargame.packs.problem import Problem, nearest, quoted
from idlib_wargame.packs.text.spots import Documents, Row, Spot, raw, rows_of, table_rows, words
from idlib_wargame.rules.offer import Does
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import either

KINDS = tuple(map(str, Does))
# What may stand beside one kind of term only.
BESIDE: Mapping[str, str] = {
    "score": Does.CLAUSE,
    "hold": Does.CLAUSE,
    "choice": Does.ACT,
    "against": Does.RESTRAINT,
}


@dataclass(frozen=True)
class _Pack:
    """What terms are held against: who owes which clause, and which restraints spare somebody.

    A restraint that does not say so in a word that reads stands in neither.
    """

    names: Names
    debtors: Mapping[str, frozenset[str]]
    sparing: frozenset[str]
    general: frozenset[str]


def check_terms(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every problem of a term of a template."""
    clauses = [row for _spot, row in rows_of(documents, "clauses.yaml", "clauses")]
    restraints = [row for _spot, row in rows_of(documents, AGREEMENTS, "restraints")]
    pack = _Pack(
        names,
        {raw(row, "id"): frozenset(words(row.get("debtors"))) for row in clauses},
        frozenset(raw(row, "id") for row in restraints if row.get("spares") == "true"),
        frozenset(raw(row, "id") for row in restraints if row.get("spares", "false") == "false"),
    )
    for place, row in rows_of(documents, AGREEMENTS, "templates"):
        for at, term in enumerate(table_rows(row.get("terms"))):
            here = place / "terms" / at
            strangers = [*_debtor(here, term, row, names)]
            yield from strangers or _owed(here, term, pack)
            yield from _kind(here, term)
            yield from _restraint(here, term, pack)
            yield from _in_time(here, term, row)


def _kind(place: Spot, term: Row) -> Iterator[Problem]:
    """A term asks one thing, and says of it what belongs to it."""
    kinds = [kind for kind in KINDS if kind in term]
    one = either([f"'{kind}'" for kind in KINDS])
    if not kinds:
        yield place.problem(_("a term that asks nothing"), one)
        return
    if len(kinds) > 1:
        found = fill(_("'{one}' beside '{other}'"), one=kinds[0], other=kinds[1])
        yield (place / kinds[1]).problem(found, _("one of them"), on_key=True)
        return
    for key, kind in BESIDE.items():
        if key in term and kind not in kinds:
            found = fill(_("'{one}' beside '{other}'"), one=key, other=kinds[0])
            expected = fill(_("it beside '{kind}' only"), kind=kind)
            yield (place / key).problem(found, expected, on_key=True)


def _debtor(place: Spot, term: Row, template: Row, names: Names) -> Iterator[Problem]:
    """A list of parties with a fault of its own says nothing of debtors."""
    debtor, parties = raw(term, "debtor"), [*words(template.get("parties"))]
    sound = len(parties) > 1 and names.ids["seat"].issuperset(parties)
    if sound and debtor in names.ids["seat"] and debtor not in parties:
        found = fill(_("seat {seat}"), seat=quoted(debtor))
        expected = fill(_("one of the parties of {row}"), row=quoted(raw(template, "id")))
        yield (place / "debtor").problem(found, expected, nearest(debtor, parties))


def _owed(place: Spot, term: Row, pack: _Pack) -> Iterator[Problem]:
    yield from _clause(place, term, pack)
    yield from _act(place, term, pack.names)


def _clause(place: Spot, term: Row, pack: _Pack) -> Iterator[Problem]:
    clause, debtor = raw(term, "clause"), raw(term, "debtor")
    owed_by = pack.debtors.get(clause)
    if owed_by and debtor in pack.names.ids["seat"] and debtor not in owed_by:
        own = [each for each, debtors in pack.debtors.items() if debtor in debtors]
        expected = fill(_("a clause that seat {seat} owes"), seat=quoted(debtor))
        found = fill(_("clause {clause}"), clause=quoted(clause))
        yield (place / "clause").problem(found, expected, nearest(clause, own))


def _act(place: Spot, term: Row, names: Names) -> Iterator[Problem]:
    move, debtor = raw(term, "act"), raw(term, "debtor")
    row = names.moves.get(move)
    if row is None:
        return
    if row.seats and debtor in names.ids["seat"] and debtor not in row.seats:
        own = [each for each, other in names.moves.items() if debtor in other.seats]
        expected = fill(_("a move that seat {seat} may order"), seat=quoted(debtor))
        found = fill(_("move {move}"), move=quoted(move))
        yield (place / "act").problem(found, expected, nearest(move, own))
    choice = raw(term, "choice")
    if choice and choice not in row.choices:
        found = fill(_("choice {choice}"), choice=quoted(choice))
        expected = fill(_("a choice of move {move}"), move=quoted(move))
        yield (place / "choice").problem(found, expected, nearest(choice, row.choices))
    elif debtor in row.targets.get(choice, ()):
        aimed = _("choice {choice}, which is aimed at seat {seat}")
        found = fill(aimed, choice=quoted(choice), seat=quoted(debtor))
        expected = _("a choice that is not aimed at its own seat")
        yield (place / "choice").problem(found, expected)


def _restraint(place: Spot, term: Row, pack: _Pack) -> Iterator[Problem]:
    """Some restraints are promised to one actor, and some to everybody."""
    restraint, against = raw(term, "restraint"), raw(term, "against")
    if not restraint:
        return
    if restraint in pack.sparing and "against" not in term:
        found = fill(_("restraint {word} without 'against'"), word=quoted(restraint))
        yield (place / "restraint").problem(found, _("'against' and the seat that it spares"))
    elif restraint in pack.general and "against" in term:
        found = fill(_("'against' beside restraint {word}"), word=quoted(restraint))
        expected = _("it beside a restraint with 'spares: true' only")
        yield (place / "against").problem(found, expected, on_key=True)
    elif against and against == raw(term, "debtor"):
        found = fill(_("seat {seat}, the debtor itself"), seat=quoted(against))
        yield (place / "against").problem(found, _("another seat"))


def _in_time(place: Spot, term: Row, template: Row) -> Iterator[Problem]:
    within, lasts = whole_number(raw(term, "within")), whole_number(raw(template, "lasts"))
    if within is not None and lasts is not None and within > lasts > 0:
        many = ngettext(
            "{within} in an agreement of {count} turn",
            "{within} in an agreement of {count} turns",
            lasts,
        )
        found = fill(many, within=quoted(str(within)), count=lasts)
        expected = fill(_("at most {number}"), number=lasts)
        yield (place / "within").problem(found, expected)
