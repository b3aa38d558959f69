"""The agreements that a pack has ready to be put on the table, as a seat reads of them before."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.pack.bargain import Template
from idlib_wargame.rules.sight import Sight
from idlib_wargame.words.bargains import secrecy_words, term_words, verification_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class TemplateText(NamedTuple):
    """A template as it would be if it were tabled in turn 1.

    ``terms`` are in words, without full stops; ``about`` says on one line who knows of it, who
    guarantees it and who verifies it.
    """

    name: str
    summary: str
    terms: tuple[str, ...]
    about: str = ""


def template_texts(sight: Sight) -> tuple[TemplateText, ...]:
    """The templates that the seat may table, be offered or be asked to guarantee."""
    bargain = sight.scenario.bargain
    rows = bargain.templates if bargain else ()
    return tuple(_text(sight, row) for row in rows if _concerns(row, sight))


def _text(sight: Sight, row: Template) -> TemplateText:
    scenario = sight.scenario
    offer = offer_from(scenario, row, row.parties[0], 1)
    guaranteed = fill(_("{actor} guarantees it"), actor=scenario.actor_name(row.guarantor))
    about = [
        secrecy_words(row.secrecy),
        guaranteed if row.guarantor else "",
        verification_words(row.verification),
    ]
    return TemplateText(
        row.name,
        row.summary,
        tuple(term_words(scenario, term) for term in offer.terms),
        facts([part for part in about if part]),
    )


def _concerns(template: Template, sight: Sight) -> bool:
    return not sight.actors.isdisjoint((*template.parties, template.guarantor))
