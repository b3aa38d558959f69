"""Changes to an offer that is being written; each gives a new offer, and links stay with terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from idlib_wargame.rules.offer import Offer, Term


def blank_offer(maker: str, first: int, last: int) -> Offer:
    """An offer to nobody yet, of no terms, to be answered before the next orders are opened."""
    return Offer(maker, (), (), answer_by=first, until=last)


def with_term(offer: Offer, term: Term) -> Offer:
    """The offer with one more term, after all others."""
    return offer._replace(terms=(*offer.terms, term))


def with_term_at(offer: Offer, place: int, term: Term) -> Offer:
    """The offer with another term in that place."""
    return offer._replace(terms=(*offer.terms[:place], term, *offer.terms[place + 1 :]))


def without_term(offer: Offer, place: int) -> Offer:
    """The offer without that term; what hung on it hangs on nothing now."""
    left = (term for n, term in enumerate(offer.terms) if n != place)
    return offer._replace(terms=tuple(_relinked(term, place) for term in left))


def _relinked(term: Term, gone: int) -> Term:
    link = term.link
    if link is None or link.term < gone:
        return term
    if link.term == gone:
        return term._replace(link=None)
    return term._replace(link=link._replace(term=link.term - 1))


def made_to(offer: Offer, to: tuple[str, ...]) -> Offer:
    """The offer to others: who is no party any more owes its terms to the debtor that is left.

    Terms of somebody dropped stay as they are where several others are left: who owes them is not
    ours to guess.
    """
    gone = {term.debtor for term in offer.terms} - {offer.maker, *to}
    terms = offer.terms
    if gone and len(to) == 1:
        terms = tuple(t._replace(debtor=to[0]) if t.debtor in gone else t for t in terms)
    return offer._replace(to=to, terms=terms)


def counter_to(offer: Offer, maker: str) -> Offer:
    """The same terms as an offer of somebody else's, to all its other parties."""
    others = tuple(party for party in offer.parties if party != maker)
    return offer._replace(maker=maker, to=others)


def has_past_dates(offer: Offer, first: int) -> bool:
    """Whether any of its dates lies before the first turn that can still be bargained for."""
    return min(_dates(offer)) < first


def moved_on(offer: Offer, first: int, last: int) -> Offer:
    """The offer with all dates as much later as it takes for the earliest not to be past.

    Nothing is due later than the exercise's ``last`` turn.
    """
    later = max(0, first - min(_dates(offer)))
    return offer._replace(
        terms=tuple(term._replace(by=min(term.by + later, last)) for term in offer.terms),
        answer_by=min(offer.answer_by + later, last),
        until=min(offer.until + later, last),
    )


def _dates(offer: Offer) -> Iterator[int]:
    yield offer.answer_by
    yield offer.until
    yield from (term.by for term in offer.terms)


def new_terms(before: Offer, after: Offer) -> frozenset[int]:
    """The places of terms that the offer before did not have, dates, ties and all."""
    old = set(_said(before).values())
    return frozenset(place for place, said in _said(after).items() if said not in old)


def dropped_terms(before: Offer, after: Offer) -> tuple[int, ...]:
    """The places of the terms of the offer before that are in this one no more."""
    kept = set(_said(after).values())
    return tuple(place for place, said in _said(before).items() if said not in kept)


def _said(offer: Offer) -> Mapping[int, tuple[object, ...]]:
    """What each term says, by place; what it hangs on by what that says, not by its number."""
    return {place: _of(offer, place) for place in range(len(offer.terms))}


def _of(offer: Offer, place: int) -> tuple[object, ...]:
    term = offer.terms[place]
    link = term.link
    tied: tuple[object, ...] = ()
    if link is not None and 0 <= link.term < len(offer.terms):
        tied = (link.how, *offer.terms[link.term]._replace(link=None))
    return (*term._replace(link=None), *tied)
