"""Offers made from the templates of a pack."""

from __future__ import annotations

from idlib_wargame.rules.offer import Offer, Term
from idlib_wargame.rules.pack.bargain import Template, TemplateTerm
from idlib_wargame.rules.pack.scenario import Scenario


def offer_from(scenario: Scenario, template: Template, maker: str, turn: int) -> Offer:
    """The template as an offer of that maker to all its other parties, tabled for that turn.

    What would be due after the exercise is due at its end. It may be answered before the orders of
    the turn after, too, where nothing is due by then.
    """
    until = min(turn + template.lasts - 1, scenario.turns) if template.lasts else scenario.turns
    terms = tuple(_term(term, turn, until) for term in template.terms)
    return Offer(
        maker=maker,
        to=tuple(party for party in template.parties if party != maker),
        terms=terms,
        answer_by=min(turn + 1, until, *(term.by for term in terms)),
        until=until,
        secrecy=template.secrecy,
        guarantor=template.guarantor,
        verification=template.verification,
        text=template.text,
        template=template.id,
    )


def still_made_from(scenario: Scenario, offer: Offer) -> str:
    """The id of the template that an offer was made from, while all that it asks for stands in it.

    Dates may be others, and terms may have come to it; then it is still that bargain. Empty where
    a party, a promise or a link of the template is gone: what follows from that template does not
    follow from this.
    """
    rows = scenario.bargain.templates if scenario.bargain else ()
    template = next((row for row in rows if row.id == offer.template), None)
    if template is None or {*template.parties} != {*offer.parties}:
        return ""
    made = offer_from(scenario, template, offer.maker, 1)
    return template.id if _asked(made) <= _asked(offer) else ""


def _asked(offer: Offer) -> set[tuple[object, ...]]:
    """Each promise of an offer with what it hangs on, dates left out."""
    found: set[tuple[object, ...]] = set()
    for term in offer.terms:
        link = term.link
        hangs = (link.how, offer.terms[link.term].promise) if link else None
        found.add((term.promise, term.hold, hangs))
    return found


def _term(term: TemplateTerm, turn: int, until: int) -> Term:
    return Term(
        debtor=term.debtor,
        does=term.does,
        what=term.what,
        by=min(turn + term.within - 1, until),
        choice=term.choice,
        score=term.score,
        hold=term.hold,
        against=term.against,
        link=term.link,
    )


def templates_of(scenario: Scenario, actor: str) -> tuple[Template, ...]:
    """The templates that an actor may table."""
    rows = scenario.bargain.templates if scenario.bargain else ()
    return tuple(row for row in rows if actor in row.parties)
