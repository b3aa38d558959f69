"""What became of agreements in a turn, for its situation report: signed, kept, broken, over."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.agreements.case import Case, Stage
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.rules.pack.row_names import RowKind, kind_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.words.bargains import case_heading, mark_words, term_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed
from idlib_wargame.words.quoting import quotable
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.sitrep_lines import as_typed

# What a close found that people ask after first, the weightiest first.
WEIGHTIEST = (Mark.BROKEN, Mark.LATE, Mark.KEPT)
_OPEN = (Mark.DUE, Mark.WAITING)


def agreement_lines(
    scenario: Scenario,
    result: TurnResult,
    tested: Ledger,
    turns: int,
) -> Iterator[str]:
    """What happened to each agreement, then how each of its terms stood, then what came of it.

    ``tested`` is the ledger with what the turn's close found; both are cut to what the reader may
    know. ``turns`` is how many the exercise has.
    """
    by_case = {case: [each for each in result.marks if each.case == case] for case in tested.cases}
    for key, case in tested.cases.items():
        said = list(case_events(scenario, case, result.turn, turns))
        if not said and not by_case[key]:
            continue
        name = as_typed(case_heading(scenario, case.offer, bool(case.since)))
        yield " ".join([fill(_("**{agreement}**."), agreement=name), *said])
        for mark in by_case[key]:
            yield f"  - {_term(scenario, case, mark)}"
    found = (row.row for row in result.after if kind_of(row.row) == RowKind.CONSEQUENCE)
    for why in dict.fromkeys(why_words(scenario, row) for row in found):
        yield fill(_("By an agreement: {why}."), why=as_typed(quotable(why)))


def _term(scenario: Scenario, case: Case, mark: TermMark) -> str:
    term = as_typed(term_words(scenario, case.offer.terms[mark.term]))
    said = _("{term} — **{mark}**.") if mark.mark in WEIGHTIEST else _("{term} — {mark}.")
    return fill(said, term=term, mark=mark_words(mark.mark))


def due_lines(scenario: Scenario, result: TurnResult, tested: Ledger, turns: int) -> Iterator[str]:
    """What was promised for the turn after, of what is not kept yet; no turn follows the last."""
    if result.turn >= turns:
        return
    for mark in result.marks:
        term = tested.cases[mark.case].offer.terms[mark.term]
        if mark.mark in _OPEN and term.by == result.turn + 1:
            said = _("Due in turn {turn}: {term}")
            yield fill(said, turn=term.by, term=as_typed(term_words(scenario, term)))


def case_events(scenario: Scenario, case: Case, turn: int, turns: int) -> Iterator[str]:
    """What was done about an agreement for that turn of so many, a sentence each.

    Offers alone have none.
    """
    if not case.since or case.since > turn:
        return
    if case.since == turn:
        names = listed([as_typed(scenario.actor_name(each)) for each in case.offer.signers])
        yield fill(_("Signed by {names}."), names=names)
    left = [actor for actor, when in case.declared if when == turn]
    if left:
        names = listed([as_typed(scenario.actor_name(each)) for each in left])
        yield fill(_("Declared over by {names}."), names=names)
    if case.published_in == turn and case.offer.secrecy is not Secrecy.PUBLIC:
        yield _("It became known to all.")
    for each in case.allegations:
        if each.turn == turn:
            yield fill(_("{actor} says that it was broken."), actor=_actor(scenario, each.by))
    if case.ended_in == turn and case.stage is Stage.ENDED:
        yield _("Ended by consent of all.")
    if case.in_force and case.offer.until <= turn < turns:
        yield _("It ends with this turn.")


def _actor(scenario: Scenario, actor: str) -> str:
    return as_typed(scenario.actor_name(actor))
