"""What stands in each field of a half-written offer as its page names it, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from idlib_wargame.rules.offer import Link, Offer
from idlib_wargame.views.bargains.writing import ActOption
from idlib_wargame.web.areas.deals_terms import term_keys
from idlib_wargame.words.language import _


def what_value(row: ActOption) -> str:
    """How a list of what may be promised names a row."""
    return _of_choice(row.id, row.choice)


def link_value(link: Link | None, keys: Mapping[int, str]) -> str:
    """How a list of what a term may hang on names it; of a link that leads nowhere too."""
    return "" if link is None else f"{link.how}:{keys.get(link.term, str(link.term))}"


def term_value(offer: Offer, place: int, sets: str) -> str:
    """What stands in that field of a term; a box that is ticked is "on"."""
    term = offer.terms[place]
    if sets == "what":
        return _of_choice(term.what, term.choice)
    if sets == "words":
        return term.what
    if sets == "hold":
        return "on" if term.hold else ""
    if sets == "link":
        return link_value(term.link, dict(enumerate(term_keys(offer))))
    return str(getattr(term, sets))


def label_of(sets: str) -> str:
    """What stands over the list of that name."""
    return {
        "debtor": _("Who owes it"),
        "what": _("What"),
        "score": _("How far"),
        "against": _("Whom it spares"),
        "by": _("By when"),
        "link": _("What it depends on"),
        "answer_by": _("Answer by"),
        "until": _("Holds until"),
        "secrecy": _("Who knows of it"),
        "guarantor": _("Who guarantees it"),
        "verification": _("Who verifies it"),
    }[sets]


def _of_choice(id: str, choice: str) -> str:
    return f"{id}:{choice}"


OFFER_VALUES: Mapping[str, Callable[[Offer], str]] = {
    "answer_by": lambda offer: str(offer.answer_by),
    "until": lambda offer: str(offer.until),
    "secrecy": lambda offer: offer.secrecy,
    "guarantor": lambda offer: offer.guarantor,
    "verification": lambda offer: offer.verification,
    "text": lambda offer: offer.text,
}
