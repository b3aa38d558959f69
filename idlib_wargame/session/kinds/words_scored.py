"""The facilitator finds how far a term in free words was kept. It never holds up a turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.agreements.bars import BargainFault
from idlib_wargame.rules.agreements.case import Case, Score
from idlib_wargame.rules.agreements.testing import is_asked
from idlib_wargame.rules.offer import How
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.bargains import MOST_CHARACTERS, case_of, changed, with_ledger
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    only_control,
)
from idlib_wargame.session.kinds.result_shape import result
from idlib_wargame.session.kinds.results import (
    dice_thrown,
    result_to_body,
    standing_of,
    turn_from_body,
)
from idlib_wargame.session.kinds.shapes import or_none, row, text, turn, whole
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargain_refusals import too_long_words
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class ScoreWords(Act):
    """``score``: 0 not at all, 1 in small part, 2 for the most part, 3 in full; ``why`` is needed.

    It counts at this turn's close, also where its orders are open already.
    """

    case: str
    term: int
    score: int
    why: str


def _body(act: ScoreWords, by: str, at: Position) -> Json:
    why, play = act.why.strip(), at.play
    case = case_of(act.case, "", at)
    counts_in = play.opened_turn or play.bargaining_turn
    score = Score(act.term, act.score, why, counts_in)
    reasons = []
    if not 0 <= act.score <= 3:
        said = _("{score} is no score for a term in free words; give one from 0 to 3.")
        reasons.append(fill(said, score=act.score))
    if says_nothing(why):
        reasons.append(_("A score needs its reason, in a few words."))
    if len(why) > MOST_CHARACTERS:
        reasons.append(too_long_words(len(why), MOST_CHARACTERS))
    if counts_in > play.setup.turns:
        reasons.append(_("The last turn is over; a score would count for nothing."))
    if reasons:
        raise Refused(*reasons)
    _check_is_asked(case, act.term, counts_in)
    changed(lambda: play.ledger.scored(act.case, score), at)
    return {
        "turn": counts_in,
        "case": act.case,
        "term": act.term,
        "score": act.score,
        "why": why,
        "result": _tested_again(act, score, at),
    }


def _check_is_asked(case: Case, place: int, turn: int) -> None:
    """Refuse a score that would count for nothing, as the term hangs on another."""
    if place not in range(len(case.progress)) or is_asked(case, place, turn):
        return
    link = case.offer.terms[place].link
    if link is not None and link.how is How.ONCE:
        said = _("Term {number} waits for term {other}; score it once that one was kept.")
    else:
        said = _("Term {number} is void, as term {other} was kept; there is nothing to score.")
    other = link.term + 1 if link is not None else 0
    raise Refused(fill(said, number=place + 1, other=other))


def _tested_again(act: ScoreWords, score: Score, at: Position) -> Json | None:
    """What the open turn comes to now; None where none is open."""
    turn = at.play.pending
    if turn is None or act.case not in turn.agreed.cases:
        return None
    agreed = changed(lambda: turn.agreed.scored(act.case, score), at)
    orders, method = [each.order for each in turn.orders], at.play.setup.method
    dice, standing = dice_thrown(method, at.dice), standing_of(at, turn.orders, agreed)
    found = at.referee.adjudicate(turn.opening, orders, dice, turn.decided(method), standing)
    return result_to_body(method, turn.orders, found)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    score = Score(body["term"], body["score"], body["why"], body["turn"])
    scored = with_ledger(play, lambda ledger: ledger.scored(body["case"], score), folding)
    before = play.before_roll
    if before is not None and body["case"] in before.agreed.cases:
        agreed = before.agreed.scored(body["case"], score)
        return replace(scored, before_roll=replace(before, agreed=agreed))
    pending = play.pending
    if pending is None or body["result"] is None or body["case"] not in pending.agreed.cases:
        return scored
    try:
        agreed = pending.agreed.scored(body["case"], score)
    except BargainFault:  # what its orders were not opened under cannot be scored for them
        return scored
    turn = turn_from_body(play, entry, body["result"], folding)
    found = turn.result
    tested = agreed.tested(found.turn, found.marks, found.found_out)
    turn = replace(
        turn, agreed=agreed, tested=tested, accepted=pending.accepted, shown=pending.shown
    )
    return replace(scored, pending=turn)


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    said = _("Term {number}, in free words, is scored {score} of 3. Why: {why}")
    return fill(said, number=body["term"] + 1, score=body["score"], why=body["why"])


WORDS_SCORED = ActKind(
    name="words_scored",
    shape=row(
        turn=turn, case=text, term=whole(0), score=whole(0, 3), why=text, result=or_none(result)
    ),
    act=ScoreWords,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
