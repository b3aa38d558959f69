"""Offers and agreements on a seat's page: what waits for its answer, then by how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from idlib_wargame.session.kinds.bargains import MOST_CHARACTERS
from idlib_wargame.views.bargains.asking import ORDER, act_words, before_alleging, question_of
from idlib_wargame.views.bargains.case_card import CaseCard, TermLine
from idlib_wargame.views.bargains.case_card import May as May
from idlib_wargame.views.bargains.ledger import LedgerView, nothing_yet, why_nothing_is_offered
from idlib_wargame.views.bargains.standing import (
    Look,
    allege_words,
    evidence_of,
    look_of,
    may_allege,
    stands_plain,
)
from idlib_wargame.views.cards import Detail
from idlib_wargame.views.question import Question
from idlib_wargame.web.areas.deals_answers import ACT_OF
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.language import _, fill, spoken

MOST_DRAWN = 1000  # cards


class Button(NamedTuple):
    """What may be done about a card: its act, its words, and what is asked before."""

    act: str
    words: str
    name: str
    question: Question | None
    draft: int = 0  # the draft that answers it already


class Complaint(NamedTuple):
    """Where a term may be said to be broken: what leads there, what is asked, what is typed."""

    id: str
    place: int
    opens: str
    asks: str
    typed: str
    most: int


class Term(NamedTuple):
    """A term with its look; ``opens`` leads to where it is said that it was broken, if anywhere."""

    line: TermLine
    look: Look
    leads_to: str
    opens: str


class Shown(NamedTuple):
    """A card as a template draws it.

    Every one of its ``complaints`` keeps its place, whatever mark its term comes to bear: somebody
    may be typing there.
    """

    id: str
    card: CaseCard
    ours: Sequence[Term]
    theirs: Sequence[Term]
    buttons: Sequence[Button]
    evidence: Sequence[Detail]
    complaints: Sequence[Complaint]


def ledger_parts(ledger: LedgerView) -> dict[str, str]:
    """Every list by its part; empty where there is nothing in it."""
    lists = {
        "deals.waiting": (_("Waits for your answer"), ledger.waiting),
        "deals.tabled": (_("On the table"), ledger.tabled),
        "deals.in_force": (_("In force"), ledger.in_force),
        "deals.over": ("", ledger.over),
    }
    parts = {name: _drawn(ledger, *listed) for name, listed in lists.items()}
    why, is_bare = why_nothing_is_offered(ledger), not (ledger.cards or ledger.drafts)
    nothing = nothing_yet(ledger) if is_bare else ""
    parts["deals.said"] = draw("areas/deals_said.html", why=why)
    parts["deals.empty"] = draw("areas/deals_empty.html", nothing=nothing)
    return parts


def _drawn(ledger: LedgerView, heading: str, cards: Sequence[CaseCard]) -> str:
    if not cards:
        return ""
    drawn = []
    for card in cards:
        half = (each for each in ledger.half_alleged if each.case == card.key)
        typed = tuple((each.term, each.text) for each in half)
        counters = (each.place for each in ledger.drafts if each.answers == card.key)
        drawn.append(_card(card, typed, next(counters, 0), spoken()))
    return draw("areas/deals_ledger.html", heading=heading, cards=drawn)


@lru_cache(maxsize=MOST_DRAWN)
def _card(card: CaseCard, typed: tuple[tuple[int, str], ...], draft: int, _spoken: object) -> str:
    """A card as it is drawn, once for all that it says: most of them never change again.

    ``typed`` is what its reader has half said of its terms, ``draft`` the place of their counter.
    """
    return draw("areas/deals_card.html", deal=_shown(card, dict(typed), draft))


def card_id(key: str) -> str:
    """What a page calls a card, from the key of its offer."""
    return f"deal-{re.sub('[^a-z0-9]+', '-', key.lower())}"


def _shown(card: CaseCard, typed: Mapping[int, str], draft: int) -> Shown:
    terms = [_term(card, line) for line in card.terms]
    return Shown(
        id=card_id(card.key),
        card=card,
        ours=[each for each in terms if each.line.is_ours],
        theirs=[each for each in terms if not each.line.is_ours],
        buttons=list(_buttons(card, draft)),
        evidence=list(evidence_of(card)),
        complaints=[
            _complaint(card, line, typed.get(line.number - 1, ""))
            for line in card.terms
            if may_allege(card, line)
        ],
    )


def _term(card: CaseCard, line: TermLine) -> Term:
    is_led = may_allege(card, line) and stands_plain(line)
    leads_to = _complaint_id(card, line) if is_led else ""
    return Term(line, look_of(line), leads_to, allege_words(line))


def _complaint_id(card: CaseCard, line: TermLine) -> str:
    return f"{card_id(card.key)}-broken-{line.number}"


def _complaint(card: CaseCard, line: TermLine, typed: str) -> Complaint:
    return Complaint(
        id=_complaint_id(card, line),
        place=line.number - 1,
        opens=allege_words(line),
        asks=before_alleging(line, card),
        typed=typed,
        most=MOST_CHARACTERS,
    )


def _buttons(card: CaseCard, draft: int) -> Iterator[Button]:
    for may in ORDER:
        if may not in card.may:
            continue
        goes_on = may is May.COUNTER and draft > 0
        words = _("Go on with your counter") if goes_on else act_words(may)
        name = fill(_("{act} {title}"), act=words, title=card.title)
        yield Button(ACT_OF[may], words, name, question_of(may, card), draft if goes_on else 0)
