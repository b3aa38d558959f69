"""Whether an offer may be made at all: every reason why not, at once."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.agreements.bars import Bar, Barred
from idlib_wargame.rules.offer import (
    MOST_TERMS,
    MOST_TEXT,
    MOST_WORDS,
    Does,
    Offer,
    Secrecy,
    Term,
    Verification,
    in_rings,
)
from idlib_wargame.rules.pack.bargain import Bargain
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.book import may_order
from idlib_wargame.rules.unseen import says_nothing


def may_be_party(scenario: Scenario, actor: str) -> bool:
    """Whether an actor may offer, sign and owe: control's own only where the pack says so."""
    return actor in scenario.actors and (
        not _is_controls(scenario, actor) or actor in _bargain(scenario).may_be_party
    )


def may_guarantee(scenario: Scenario, actor: str) -> bool:
    """Whether an actor may stand for an agreement."""
    return may_be_party(scenario, actor) or (
        actor in scenario.actors and actor in _bargain(scenario).may_guarantee
    )


def unfit(scenario: Scenario, offer: Offer, turn: int) -> tuple[Barred, ...]:
    """Why an offer may not be tabled for that turn: nothing for one that may.

    ``turn`` is the one whose orders it would be answered before.
    """
    if scenario.bargain is None:
        return (Barred(Bar.NO_TABLE),)
    found = [*_parties(scenario, offer), *_dates(scenario, offer, turn), *_keeping(scenario, offer)]
    found += _terms(scenario, offer, turn)
    return tuple(found)


def signer(scenario: Scenario, actor: str) -> str:
    """The seat that signs for an actor in this arrangement."""
    bargain = _bargain(scenario)
    own = [seat.id for seat in scenario.seats if seat.actor == actor]
    named = bargain.signs.get(bargain.arrangement, {}).get(actor, "")
    return named if named in own else own[0]


def _bargain(scenario: Scenario) -> Bargain:
    return scenario.bargain or Bargain()


def _is_controls(scenario: Scenario, actor: str) -> bool:
    return all(seat.control for seat in scenario.seats if seat.actor == actor)


def _parties(scenario: Scenario, offer: Offer) -> Iterator[Barred]:
    if not offer.to:
        yield Barred(Bar.TO_NOBODY)
    if offer.maker in offer.to:
        yield Barred(Bar.TO_ONESELF, offer.maker)
    for n, party in enumerate(offer.parties):
        if party not in scenario.actors:
            yield Barred(Bar.NO_SUCH_ACTOR, party)
        elif not may_be_party(scenario, party):
            yield Barred(Bar.NO_PARTY, party)
        if n > 1 and party in offer.to[: n - 1]:
            yield Barred(Bar.NAMED_TWICE, party)


def _keeping(scenario: Scenario, offer: Offer) -> Iterator[Barred]:
    guarantor = offer.guarantor
    if guarantor and guarantor not in scenario.actors:
        yield Barred(Bar.NO_SUCH_ACTOR, guarantor)
    elif guarantor and guarantor not in offer.parties:
        if not may_guarantee(scenario, guarantor):
            yield Barred(Bar.NO_GUARANTOR, guarantor)
        if offer.secrecy is Secrecy.PARTIES:
            yield Barred(Bar.TELLS_GUARANTOR, guarantor)
    if not guarantor and (
        offer.secrecy is Secrecy.GUARANTOR or offer.verification is Verification.GUARANTOR
    ):
        yield Barred(Bar.NO_ONE_GUARANTEES)
    if len(offer.text) > MOST_TEXT:
        yield Barred(Bar.TOO_LONG, str(len(offer.text)), MOST_TEXT)
    templates = {template.id for template in _bargain(scenario).templates}
    if offer.template and offer.template not in templates:
        yield Barred(Bar.NO_SUCH_TEMPLATE, offer.template)


def _dates(scenario: Scenario, offer: Offer, turn: int) -> Iterator[Barred]:
    last = scenario.turns
    if turn > last:
        yield Barred(Bar.NO_TURN_LEFT, str(turn), last)
        return
    if offer.answer_by < turn:
        yield Barred(Bar.ANSWER_PAST, str(offer.answer_by), turn)
    if offer.until < max(turn, offer.answer_by):
        yield Barred(Bar.UNTIL_PAST, str(offer.until), max(turn, offer.answer_by))
    if offer.answer_by > last:
        yield Barred(Bar.ANSWER_AFTER_END, str(offer.answer_by), last)
    if offer.until > last:
        yield Barred(Bar.UNTIL_AFTER_END, str(offer.until), last)


def _terms(scenario: Scenario, offer: Offer, turn: int) -> Iterator[Barred]:
    if not offer.terms:
        yield Barred(Bar.NO_TERMS)
    ours = len(offer.side_of(offer.maker))
    for count in (ours, len(offer.terms) - ours):
        if count > MOST_TERMS:
            yield Barred(Bar.TOO_MANY_TERMS, str(count), MOST_TERMS)
    for place, term in enumerate(offer.terms):
        for reason in (*_term(scenario, offer, term, turn), *_link(offer, place)):
            yield reason._replace(term=place)
    for place in in_rings(offer.terms):
        link = offer.terms[place].link
        assert link is not None, "who stands in a ring hangs on another"
        yield Barred(Bar.RING, str(link.term + 1), term=place)


def _link(offer: Offer, place: int) -> Iterator[Barred]:
    link = offer.terms[place].link
    if link is None:
        return
    if not 0 <= link.term < len(offer.terms):
        yield Barred(Bar.NO_SUCH_TERM, str(link.term + 1), len(offer.terms))
    elif link.term == place:
        yield Barred(Bar.HANGS_ON_ITSELF)


def _term(scenario: Scenario, offer: Offer, term: Term, turn: int) -> Iterator[Barred]:
    if term.debtor not in offer.parties:
        yield Barred(Bar.NO_DEBTOR, term.debtor)
    if term.by < turn:
        yield Barred(Bar.DUE_PAST, str(term.by), turn)
    elif term.by > offer.until:
        yield Barred(Bar.DUE_AFTER_END, str(term.by), offer.until)
    if not term.is_of_its_kind:
        yield Barred(Bar.MORE_THAN_ITS_KIND)
    match term.does:
        case Does.CLAUSE:
            yield from _clause(scenario, term)
        case Does.ACT:
            yield from _act(scenario, term)
        case Does.RESTRAINT:
            yield from _restraint(scenario, term)
        case Does.WORDS:
            yield from _words(term)


def _clause(scenario: Scenario, term: Term) -> Iterator[Barred]:
    clause = next((each for each in scenario.clauses if each.id == term.what), None)
    if clause is None:
        yield Barred(Bar.NO_SUCH_CLAUSE, term.what)
    elif term.debtor not in clause.debtors:
        yield Barred(Bar.NOT_THEIR_CLAUSE, term.what)
    if not 1 <= term.score <= 3:
        yield Barred(Bar.NO_SCORE, str(term.score), 3)


def _act(scenario: Scenario, term: Term) -> Iterator[Barred]:
    move = scenario.move_by_id.get(term.what)
    if move is None:
        yield Barred(Bar.NO_SUCH_MOVE, term.what)
        return
    choice = move.choice(term.choice)
    if term.choice and choice is None:
        yield Barred(Bar.NO_SUCH_CHOICE, term.choice)
    aims_at_itself = choice is not None and term.debtor in choice.targets
    seats = [seat for seat in scenario.seats if seat.actor == term.debtor]
    if aims_at_itself or not any(may_order(seat, move) for seat in seats):
        yield Barred(Bar.NOT_THEIR_MOVE, term.what)


def _restraint(scenario: Scenario, term: Term) -> Iterator[Barred]:
    rows = {each.id: each for each in _bargain(scenario).restraints}
    row = rows.get(term.what)
    if row is None:
        yield Barred(Bar.NO_SUCH_RESTRAINT, term.what)
    elif row.spares != bool(term.against) or term.against == term.debtor:
        yield Barred(Bar.SPARES_NOBODY, term.against)
    if term.against and term.against not in scenario.actors:
        yield Barred(Bar.NO_SUCH_ACTOR, term.against)


def _words(term: Term) -> Iterator[Barred]:
    if says_nothing(term.what):
        yield Barred(Bar.NO_WORDS)
    elif len(term.what) > MOST_WORDS:
        yield Barred(Bar.WORDS_TOO_LONG, str(len(term.what)), MOST_WORDS)
