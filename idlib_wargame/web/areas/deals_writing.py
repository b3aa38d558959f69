"""Where offers are written on a seat's page: how one is begun, and those that are half written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from idlib_wargame.rules.offer import Does, Offer, Secrecy, Verification
from idlib_wargame.rules.offer import Term as OfferTerm
from idlib_wargame.views.bargains.asking import before_dropping
from idlib_wargame.views.bargains.changing import has_past_dates
from idlib_wargame.views.bargains.choosing import (
    TermChoices,
    answer_by_words,
    link_words,
    turn_words,
    until_words,
)
from idlib_wargame.views.bargains.ledger import DraftLine
from idlib_wargame.views.bargains.writing import Desk, Option, Reading
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.question import Question
from idlib_wargame.web.areas.deals_editing import choices_for, no_more_terms
from idlib_wargame.web.areas.deals_terms import OURS, THEIRS, reads, term_keys
from idlib_wargame.web.areas.deals_values import (
    OFFER_VALUES,
    label_of,
    link_value,
    term_value,
    what_value,
)
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.bargains import (
    score_words,
    secrecy_words,
    verification_explained,
    verification_words,
)
from idlib_wargame.words.language import _, fill


class Pick(NamedTuple):
    """One thing to settle from a list; ``sets`` names it, ``says`` explains what is picked."""

    sets: str
    label: str
    value: str
    rows: Sequence[Option]
    says: str = ""


_Rows = tuple[str, Sequence[Option], str]  # what is set, by what, and the words of what is gone


class TermRow(NamedTuple):
    """A term as it is written; ``picks`` are the lists that its kind needs.

    ``free_words`` and ``holds`` are None where a term of its kind has none.
    """

    key: str
    was: str
    number: int
    words: str
    is_new: bool
    free_words: str | None
    holds: bool | None
    picks: Sequence[Pick]
    takes_off: str


class Side(NamedTuple):
    """What we give, or what they do; ``full`` says why no more can be added."""

    id: str
    heading: str
    adds: str
    terms: Sequence[TermRow]
    kinds: Sequence[Option]
    full: str


class Draft(NamedTuple):
    """A half-written offer as a template draws it."""

    line: DraftLine
    reading: Reading
    to: Sequence[tuple[Option, bool]]
    sides: Sequence[Side]
    picks: Sequence[Pick]
    drops: Question
    dates_past: bool


def writing_part(seen: SeatSeen) -> str:
    """How an offer is begun, and every one that is half written; empty for who signs none."""
    ledger, desk = seen.view.ledger, seen.view.offers
    if ledger is None or desk is None or not ledger.may_offer:
        return ""
    may_begin = not ledger.closed
    if not may_begin and not ledger.drafts:
        return ""
    return draw(
        "areas/deals_writing.html",
        may_begin=may_begin,
        templates=desk.templates if may_begin else (),
        most_words=desk.most_words,
        most_text=desk.most_text,
        drafts=[_draft(each, seen.readings[each.place], desk) for each in ledger.drafts],
    )


def _draft(line: DraftLine, reading: Reading, desk: Desk) -> Draft:
    offer = line.offer
    return Draft(
        line=line,
        reading=reading,
        to=[(each, each.id in offer.to) for each in desk.others],
        sides=[
            _side(OURS, _("We"), _("Add what we give"), offer, reading, desk),
            _side(THEIRS, _("They"), _("Add what they give"), offer, reading, desk),
        ],
        picks=_settings(offer, desk),
        drops=before_dropping(line.title),
        dates_past=has_past_dates(offer, desk.first),
    )


def _side(side: str, heading: str, adds: str, offer: Offer, reading: Reading, desk: Desk) -> Side:
    ours, choices = offer.side_of(offer.maker), choices_for(desk, offer, side)
    places = [n for n in range(len(offer.terms)) if (n in ours) is (side == OURS)]
    kinds = choices.kinds(choices.debtors[0].id) if choices.debtors else ()
    return Side(
        id=side,
        heading=heading,
        adds=adds,
        terms=[_row(offer, place, reading, choices) for place in places],
        kinds=[Option(each, _button_words(each)) for each in kinds],
        full=no_more_terms(desk, offer, side),
    )


def _button_words(kind: Does) -> str:
    """What a button that adds a term of that kind says."""
    return {
        Does.CLAUSE: _("A clause"),
        Does.ACT: _("A move to order"),
        Does.RESTRAINT: _("A restraint"),
        Does.WORDS: _("Free words"),
    }[kind]


def _row(offer: Offer, place: int, reading: Reading, choices: TermChoices) -> TermRow:
    term = offer.terms[place]
    return TermRow(
        key=term_keys(offer)[place],
        was=reads(term),
        number=place + 1,
        words=reading.terms[place],
        is_new=place in reading.new,
        free_words=term.what if term.does is Does.WORDS else None,
        holds=term.hold if term.does is Does.CLAUSE else None,
        picks=[
            _pick(sets, term_value(offer, place, sets), rows, gone)
            for sets, rows, gone in _picks(offer, place, choices)
            if rows
        ],
        takes_off=fill(_("Take term {number} out"), number=place + 1),
    )


def _picks(offer: Offer, place: int, choices: TermChoices) -> Iterable[_Rows]:
    """Only the lists that a term of its kind needs."""
    term = offer.terms[place]
    yield from _who_and_what(term, choices)
    if term.does is Does.CLAUSE:
        scores = [Option(str(score), score_words(score)) for score in (1, 2, 3)]
        yield "score", scores, score_words(term.score)
    spared = choices.spared(term)
    if spared or term.against:
        yield "against", spared, choices.name(term.against) or _("nobody named")
    restrains = term.does is Does.RESTRAINT
    turns = [Option(str(turn), turn_words(turn, restrains)) for turn in choices.turns]
    yield "by", turns, turn_words(term.by, restrains)
    yield _links(offer, place, choices)


def _who_and_what(term: OfferTerm, choices: TermChoices) -> Iterable[_Rows]:
    if len(choices.debtors) > 1 or term.debtor not in {each.id for each in choices.debtors}:
        yield "debtor", choices.debtors, choices.name(term.debtor)
    if term.does is not Does.WORDS:
        rows = [Option(what_value(each), each.words) for each in choices.of(term)]
        yield "what", rows, fill(_("no longer there: {what}"), what=term.what)


def _links(offer: Offer, place: int, choices: TermChoices) -> _Rows:
    link = offer.terms[place].link
    keys = dict(enumerate(term_keys(offer)))
    links = choices.links(place)
    rows = [Option(link_value(each, keys), link_words(each)) for each in links]
    if len(links) == 1 and link is None:
        rows = []  # there is nothing that it could depend on
    return "link", rows, link_words(link)


def _settings(offer: Offer, desk: Desk) -> list[Pick]:
    """What holds for the whole offer."""
    turns = range(desk.first, desk.last + 1)
    answer = [Option(str(turn), answer_by_words(turn)) for turn in turns]
    until = [Option(str(turn), until_words(turn)) for turn in turns]
    who = [Option(each, secrecy_words(each)) for each in Secrecy]
    guards = [Option("", _("nobody")), *desk.guarantors]
    looks = [Option(each, verification_words(each)) for each in Verification]
    rows: list[_Rows] = [
        ("answer_by", answer, answer_by_words(offer.answer_by)),
        ("until", until, until_words(offer.until)),
        ("secrecy", who, ""),
        ("guarantor", guards, offer.guarantor),
        ("verification", looks, ""),
    ]
    says = {"verification": verification_explained(offer.verification)}
    return [
        _pick(sets, OFFER_VALUES[sets](offer), found, gone)._replace(says=says.get(sets, ""))
        for sets, found, gone in rows
    ]


def _pick(sets: str, value: str, rows: Sequence[Option], gone: str) -> Pick:
    """A list that shows also a value that is offered no more."""
    if rows and all(each.id != value for each in rows):
        rows = [*rows, Option(value, gone)]
    return Pick(sets, label_of(sets), value, rows)
