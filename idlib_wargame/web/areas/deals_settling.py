"""One thing that a page settles in a half-written offer, or in a term of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from idlib_wargame.rules.offer import Does, How, Link, Offer, Secrecy, Term, Verification
from idlib_wargame.session.faults import Refused
from idlib_wargame.views.bargains.choosing import TermChoices, of_kind
from idlib_wargame.views.bargains.writing import Desk
from idlib_wargame.web.areas.deals_terms import places_of
from idlib_wargame.web.areas.deals_values import label_of, what_value
from idlib_wargame.web.areas.written import choice_together, text_together, tick_together
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.words.language import _

MOST_SCORE = 3


def stays(fields: Fields, stands: str) -> bool:
    """Whether what somebody else wrote there stays, for this changed nothing. Raises Meanwhile."""
    sets = fields.text("sets")
    if sets == "hold":
        return tick_together(fields, "value", bool(stands)) != fields.is_on("value")
    if sets in ("words", "text"):
        return text_together(fields, "value", stands) != fields.text("value")
    return choice_together(fields, "value", stands, label_of(sets)) != fields.text("value")


def _debtor(term: Term, fields: Fields, choices: TermChoices) -> Term:
    """Another of them owes it; what that one cannot owe becomes the first thing that it can."""
    if term.debtor == choices.desk.actor.id:
        raise Amiss("value")
    debtor = fields.one_of("value", [each.id for each in choices.desk.others])
    other = term._replace(debtor=debtor)
    rows = {(row.id, row.choice) for row in choices.of(other)}
    if term.does is Does.WORDS or (term.what, term.choice) in rows or not rows:
        return other
    return of_kind(other, term.does, choices)._replace(score=term.score, hold=term.hold)


def _what(term: Term, fields: Fields, choices: TermChoices) -> Term:
    rows = {what_value(row): row for row in choices.of(term)}
    row = rows[fields.one_of("value", rows)]
    return term._replace(what=row.id, choice=row.choice)


def _words(term: Term, fields: Fields, _choices: TermChoices) -> Term:
    if term.does is not Does.WORDS:
        raise Amiss("sets")
    return term._replace(what=fields.text("value"))


def _score(term: Term, fields: Fields, _choices: TermChoices) -> Term:
    return term._replace(score=fields.whole("value", 1, MOST_SCORE))


def _hold(term: Term, fields: Fields, _choices: TermChoices) -> Term:
    return term._replace(hold=fields.is_on("value"))


def _against(term: Term, fields: Fields, choices: TermChoices) -> Term:
    spared = [each.id for each in choices.spared(term)]
    return term._replace(against=fields.one_of("value", spared))


def _by(term: Term, fields: Fields, choices: TermChoices) -> Term:
    return term._replace(by=fields.whole("value", 1, choices.desk.last))


def _link(term: Term, fields: Fields, choices: TermChoices) -> Term:
    value = fields.text("value", 200)
    how, _colon, key = value.partition(":")
    if not value:
        return term._replace(link=None)
    if how not in {*How}:
        raise Amiss("value")
    places = places_of(choices.offer)
    if key not in places:
        raise Refused(_("The term that it would depend on is no longer there."))
    return term._replace(link=Link(How(how), places[key]))


IN_TERM: Mapping[str, Callable[[Term, Fields, TermChoices], Term]] = {
    "debtor": _debtor,
    "what": _what,
    "words": _words,
    "score": _score,
    "hold": _hold,
    "against": _against,
    "by": _by,
    "link": _link,
}


def _turn(fields: Fields, desk: Desk) -> int:
    return fields.whole("value", 1, desk.last)


def _guarantor(offer: Offer, fields: Fields, desk: Desk) -> Offer:
    known: Collection[str] = ("", *(each.id for each in desk.guarantors))
    return offer._replace(guarantor=fields.one_of("value", known))


IN_OFFER: Mapping[str, Callable[[Offer, Fields, Desk], Offer]] = {
    "answer_by": lambda offer, fields, desk: offer._replace(answer_by=_turn(fields, desk)),
    "until": lambda offer, fields, desk: offer._replace(until=_turn(fields, desk)),
    "secrecy": lambda offer, fields, desk: offer._replace(
        secrecy=Secrecy(fields.one_of("value", {*Secrecy}))
    ),
    "guarantor": _guarantor,
    "verification": lambda offer, fields, desk: offer._replace(
        verification=Verification(fields.one_of("value", {*Verification}))
    ),
    "text": lambda offer, fields, desk: offer._replace(text=fields.text("value")),
}
