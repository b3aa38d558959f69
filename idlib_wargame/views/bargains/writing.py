"""What a seat may choose from as it writes an offer, and what still keeps it from being tabled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from idlib_wargame.rules.agreements.bars import BargainFault
from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import may_be_party, may_guarantee, unfit
from idlib_wargame.rules.agreements.templates import offer_from, templates_of
from idlib_wargame.rules.offer import MOST_TERMS, MOST_TEXT, MOST_WORDS, Offer
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight, sees_move
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import as_long
from idlib_wargame.session.kinds.bargains import same_text_words, why_closed
from idlib_wargame.session.play import Play
from idlib_wargame.views.bargains.case_card import dropped_words, small_print
from idlib_wargame.views.bargains.changing import new_terms
from idlib_wargame.views.bargains.ledger import answer_note
from idlib_wargame.words.bargain_refusals import barred_words
from idlib_wargame.words.bargains import term_words, title_of
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import apart
from idlib_wargame.words.situation import move_words


class Option(NamedTuple):
    """Something to pick: its id, and the words that stand for it."""

    id: str
    words: str


class ActOption(NamedTuple):
    """Something that a debtor may promise, with one way of doing it where a move has several."""

    id: str
    choice: str
    words: str


class RestraintOption(NamedTuple):
    """A kind of restraint; ``spares`` says that an actor must be named whom it spares."""

    id: str
    words: str
    spares: bool


class Prepared(NamedTuple):
    """A template, ready to be tabled as it is: its offer, and each term in words."""

    id: str
    name: str
    summary: str
    offer: Offer
    terms: tuple[str, ...]
    small_print: str
    barred: tuple[str, ...]


class Desk(NamedTuple):
    """All that the writer of an offer may choose from.

    ``actor`` is the writer; ``others`` may be party to it, ``guarantors`` stand for it. ``clauses``
    and ``acts`` are by debtor. Turns run from ``first``, the one that is bargained
    for, to ``last``. The limits are of terms a side and of characters.
    """

    actor: Option
    others: tuple[Option, ...]
    guarantors: tuple[Option, ...]
    clauses: Mapping[str, tuple[Option, ...]]
    acts: Mapping[str, tuple[ActOption, ...]]
    restraints: tuple[RestraintOption, ...]
    templates: tuple[Prepared, ...]
    first: int
    last: int
    most_terms: int = MOST_TERMS
    most_words: int = MOST_WORDS
    most_text: int = MOST_TEXT


def writing_desk(referee: Referee, play: Play, sight: Sight) -> Desk:
    """What the seat whose sight it is may choose from; ``play`` is cut to what it knows."""
    scenario = as_long(referee.scenario, play.setup.turns)
    actor = scenario.actor_of[sight.seat]
    parties = [each for each in scenario.actors if may_be_party(scenario, each)]
    turn = min(play.bargaining_turn, scenario.turns)
    return Desk(
        actor=_named(scenario, actor),
        others=tuple(_named(scenario, each) for each in parties if each != actor),
        guarantors=tuple(
            _named(scenario, each) for each in scenario.actors if may_guarantee(scenario, each)
        ),
        clauses={each: tuple(_clauses(scenario, each)) for each in parties},
        acts={each: tuple(_acts(scenario, each, sight)) for each in parties},
        restraints=tuple(
            RestraintOption(row.id, row.name, row.spares)
            for row in (scenario.bargain.restraints if scenario.bargain else ())
        ),
        templates=tuple(prepared(scenario, actor, turn)),
        first=turn,
        last=scenario.turns,
    )


def _named(scenario: Scenario, actor: str) -> Option:
    return Option(actor, scenario.actor_name(actor))


def _clauses(scenario: Scenario, debtor: str) -> Iterator[Option]:
    for clause in scenario.clauses:
        if debtor in clause.debtors:
            yield Option(clause.id, clause.name)


def _acts(scenario: Scenario, debtor: str, sight: Sight) -> Iterator[ActOption]:
    """The debtor's moves that the seat may know of, each way of playing them."""
    for move in scenario.moves:
        if debtor not in move.seats or not _may_name(move, debtor, sight):
            continue
        if move.choices:
            yield ActOption(move.id, "", fill(_("{move}, in any way"), move=move.name))
        for choice in move.choices or (None,):
            if choice is None or debtor not in choice.targets:
                way = choice.id if choice else ""
                yield ActOption(move.id, way, move_words(scenario, move.id, way))


def _may_name(move: Move, debtor: str, sight: Sight) -> bool:
    return sight.actors == {debtor} or sees_move(move, sight.actors)


def prepared(scenario: Scenario, actor: str, turn: int) -> Iterator[Prepared]:
    """The templates that an actor may table in that turn."""
    for template in templates_of(scenario, actor):
        offer = offer_from(scenario, template, actor, turn)
        yield Prepared(
            id=template.id,
            name=template.name,
            summary=template.summary,
            offer=offer,
            terms=tuple(term_words(scenario, term) for term in offer.terms),
            small_print=small_print(scenario, offer),
            barred=why_not_tabled(scenario, offer, turn),
        )


def why_not_tabled(scenario: Scenario, offer: Offer, turn: int) -> tuple[str, ...]:
    """Every reason why an offer may not be tabled yet, a sentence each."""
    return tuple(barred_words(scenario, each, offer) for each in unfit(scenario, offer, turn))


class Reading(NamedTuple):
    """An offer as it reads now: each term in words, what makes it vague, what bars it.

    Of a counter, ``new`` are the places of terms that the offer it answers did not have, and
    ``dropped`` its terms that are here no more. ``answers`` says what it answers, ``note`` that
    this is open no more. ``small_print`` is what holds for all of it.
    """

    terms: tuple[str, ...]
    vague: str
    barred: tuple[str, ...]
    new: frozenset[int] = frozenset()
    dropped: tuple[str, ...] = ()
    answers: str = ""
    note: str = ""
    small_print: str = ""


def reading_of(
    referee: Referee, play: Play, offer: Offer, sight: Sight, answers: str = ""
) -> Reading:
    """How an offer reads while the seat whose sight it is writes it; ``play`` is cut to that.

    ``answers`` is the key of what it counters.
    """
    scenario = as_long(referee.scenario, play.setup.turns)
    rows = referee.bargaining.vague(offer, play.state.row, sight.known)
    turn = min(play.bargaining_turn, scenario.turns)
    before = play.ledger.cases.get(answers)
    closed, same = why_closed(scenario, play), same_text_words(offer, before)
    return Reading(
        terms=tuple(term_words(scenario, term) for term in offer.terms),
        vague=_vague_words([row.name for row in rows]),
        barred=(
            *(said for said in (closed, same) if said),
            *why_not_tabled(scenario, offer, turn),
            *_no_room(scenario, play, offer, answers),
        ),
        new=new_terms(before.offer, offer) if before else frozenset(),
        dropped=dropped_words(scenario, before.offer, offer) if before else (),
        answers=_answers_words(scenario, before),
        note=answer_note(play, answers),
        small_print=small_print(scenario, offer),
    )


def _vague_words(reasons: list[str]) -> str:
    return fill(_("Vague: {reasons}"), reasons=apart(reasons)) if reasons else ""


def _answers_words(scenario: Scenario, before: Case | None) -> str:
    if before is None:
        return ""
    return fill(_("Answers: {title}"), title=title_of(scenario, before))


def _no_room(scenario: Scenario, play: Play, offer: Offer, answers: str) -> Iterator[str]:
    """Why the table does not take it: too many lie there, or what it answers is not to be."""
    most = scenario.bargain.most_open if scenario.bargain else 0
    try:
        play.ledger.tabled(offer, play.bargaining_turn, most, answers)
    except BargainFault as fault:
        yield from (barred_words(scenario, each, offer) for each in fault.reasons)
