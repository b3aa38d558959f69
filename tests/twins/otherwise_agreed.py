"""What others might have agreed on as well, for all that one reader has seen of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from idlib_wargame.rules.agreements.case import Case, Progress, Score, Stage, TurnMarks
from idlib_wargame.rules.agreements.ledger import Counted, Ledger
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.names import is_bargained
from idlib_wargame.rules.offer import Does, Offer, Secrecy
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.rules.state import Layout
from idlib_wargame.session.play import OfferDraft
from tests.twins.bargains import any_offer, may_bargain, parties
from tests.twins.seen import Seen


def other_ledger(ledger: Ledger, seen: Seen, rng: Random) -> Ledger:
    """Secret cases drawn anew, and of the known ones what the reader was not told."""
    known = [_case(each, seen, rng) for each in ledger.cases.values() if seen.bargains.knows(each)]
    cases = [*known, *_secret_cases(ledger.tested_in, seen, rng)]
    where = [*range(len(known)), *(rng.randint(0, len(known)) - 0.5 for _ in cases[len(known) :])]
    in_order = [
        case for _, case in sorted(zip(where, cases, strict=True), key=lambda each: each[0])
    ]
    return replace(
        ledger,
        cases={case.key: case for case in in_order},
        promised=frozenset(),
        retired=frozenset({"SECRET-RETIRED"}),
        kept=_counted(seen, rng),
        broken=_counted(seen, rng),
        declared=_counted(seen, rng),
    )


def other_marks(result: TurnResult, tested: Ledger) -> TurnResult:
    """The result with the marks that stand in such a ledger."""
    marks = [
        mark
        for case in tested.cases.values()
        for closed in case.history
        if closed.turn == result.turn
        for mark in closed.marks
    ]
    found_out = tuple(key for key in result.found_out if key in tested.cases)
    return result._replace(marks=tuple(marks), found_out=found_out)


def other_cells(layout: Layout, rng: Random) -> dict[str, int]:
    """Anything in the cells that say what agreements come to."""
    return {name: rng.randint(0, 3) for name in layout.names if is_bargained(name)}


def other_drafts(
    drafts: Mapping[str, Mapping[int, OfferDraft]], seen: Seen, rng: Random
) -> dict[str, Mapping[int, OfferDraft]]:
    """Offers that other seats have begun to write."""
    others = [each.id for each in seen.scenario.seats if each.id != seen.seat]
    offer = _secret_offer(seen, rng)
    begun = {seat: {1: OfferDraft(offer)} for seat in others if offer and rng.random() < 0.5}
    return {**begun, **{seat: mine for seat, mine in drafts.items() if seat == seen.seat}}


def _counted(seen: Seen, rng: Random) -> Counted:
    return Counted({each: rng.randint(0, 3) for each in seen.scenario.actors}, rng.randint(0, 3))


def _case(case: Case, seen: Seen, rng: Random) -> Case:
    told = seen.bargains.is_told(case)
    others = [each for each in seen.scenario.actors if rng.random() < 0.3]
    history = tuple(
        TurnMarks(each.turn, tuple(_mark(case, mark, seen, rng) for mark in each.marks))
        for each in case.history
    )
    return replace(
        case,
        history=history,
        scores=case.scores if told else (Score(0, rng.randint(0, 3), "SECRET-SCORE", 1),),
        leaked_to=case.leaked_to | {*others},
        found_out_in=rng.randint(0, 3),
    )


def _mark(case: Case, mark: TermMark, seen: Seen, rng: Random) -> TermMark:
    term = case.offer.terms[mark.term]
    # Of acts and clauses the reader may see more than this test can tell; of words nothing.
    may_be_seen = term.link is None and term.does is not Does.WORDS
    if may_be_seen or seen.bargains.learned(case, mark):
        return mark
    found = rng.choice(list(Mark))
    return TermMark(mark.case, mark.term, found, (), rng.choice((None, 2)), rng.random() < 0.5)


def _secret_cases(tested_in: int, seen: Seen, rng: Random) -> list[Case]:
    offers = [_secret_offer(seen, rng) for _ in range(rng.randint(0, 3))]
    return [_secret_case(n, each, tested_in, rng) for n, each in enumerate(offers) if each]


def _secret_offer(seen: Seen, rng: Random) -> Offer | None:
    """One that the reader would not sign; None where the others are too few."""
    if not may_bargain(seen.scenario):
        return None
    reads = seen.readers if seen.seat else frozenset[str]()
    people = [each for each in parties(seen.scenario) if each not in reads]
    if len(people) < 2:
        return None
    text = f"SECRET-TERM {rng.random()}"
    offer = any_offer(seen.scenario, rng, text, rng.choice(people), people, 1)
    offer = offer._replace(secrecy=Secrecy.PARTIES)
    return None if seen.bargains.signs(offer) else offer


def _secret_case(number: int, offer: Offer, tested_in: int, rng: Random) -> Case:
    key = f"SECRET-KEY-{number}"
    if rng.random() < 0.3:
        return Case(key, offer, 1, accepted=(offer.maker,))
    marks = tuple(
        TurnMarks(turn, tuple(TermMark(key, n, rng.choice(list(Mark))) for n in range(2)))
        for turn in range(1, tested_in + 1)
    )
    stage = rng.choice((Stage.IN_FORCE, Stage.IN_FORCE, Stage.DECLARED_OVER))
    left = ((offer.maker, max(1, tested_in)),) if stage is Stage.DECLARED_OVER else ()
    return Case(
        *(key, offer, 1, "", stage, offer.signers),
        since=1,
        progress=(Progress(),) * len(offer.terms),
        history=marks,
        declared=left,
    )
