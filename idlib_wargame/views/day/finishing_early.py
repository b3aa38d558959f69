"""What an exercise loses that ends after fewer turns than any edition of its pack has."""

from __future__ import annotations

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.names import EVEN_TURN, TURN, TURNS, Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.day import lost_words


def lost_by(scenario: Scenario, play: Play, turns: int) -> str:
    """What is lost if the last turn is that one, in sentences.

    Injects fall away that cannot come due by then, by their turn and their dates alone; what else
    they wait for nobody can tell. Agreements that are not public are counted and not named, as the
    desk may be seen by others.
    """
    firsts = first_turns(scenario, play, play.setup.turns)
    later = [turn for turn in firsts.values() if turn > turns]
    open_ends = [case for case in play.ledger.cases.values() if _runs_beyond(case, turns)]
    named = [title_of(scenario, case) for case in open_ends if case.was_public()]
    return lost_words(turns, play.setup.turns, later, named, len(open_ends) - len(named))


def _runs_beyond(case: Case, turns: int) -> bool:
    """Whether a term of it is still to be tested after that turn."""
    return case.in_force and any(
        term.by > turns and not any(done)
        for term, done in zip(case.offer.terms, case.progress, strict=True)
    )


def fallen_away(scenario: Scenario, play: Play) -> frozenset[str]:
    """The injects that could have come due only in turns that are not played any more."""
    if play.setup.turns >= play.state[TURNS]:
        return frozenset()
    firsts = first_turns(scenario, play, play.state[TURNS])
    return frozenset(inject for inject, turn in firsts.items() if turn > play.setup.turns)


def first_turns(scenario: Scenario, play: Play, last: int) -> dict[str, int]:
    """The first turn up to that one in which each inject could come due that may still go out."""
    clocks = [Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks]
    index, known = play.state.layout.index, frozenset({TURN, TURNS, EVEN_TURN, *clocks})
    now = play.state[TURN]
    rows = []
    for turn in range(now, last + 1):
        row = list(play.state.row)
        row[index[TURN]], row[index[EVEN_TURN]] = turn, int(turn % 2 == 0)
        for clock in clocks:
            row[index[clock]] -= scenario.turn_days * (turn - now)
        rows.append((turn, row))
    found: dict[str, int] = {}
    for inject in scenario.injects:
        if sent_in(play, inject.id) or inject.id in play.dropped:
            continue
        may_come = compile_test(could_hold(inject.when, known), index)
        first = next((turn for turn, row in rows if may_come(tuple(row))), None)
        if first is not None:
            found[inject.id] = first
    return found
