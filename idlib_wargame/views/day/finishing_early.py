"""What an exercise loses that ends after fewer turns than any edition of its pack has."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.names import EVEN_TURN, TURN, TURNS, Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.day import lost_words


def lost_by(scenario: Scenario, play: Play, turns: int) -> str:
    """What is lost if the last turn is that one, in sentences.

    Injects fall away that cannot come due by then, by their turn and their dates alone; what else
    they wait for nobody can tell. Agreements that are not public are counted and not named, as the
    desk may be seen by others.
    """
    later = [turn for turn in _first_turns(scenario, play) if turn > turns]
    open_ends = [case for case in play.ledger.cases.values() if _runs_beyond(case, turns)]
    named = [title_of(scenario, case) for case in open_ends if case.was_public()]
    return lost_words(turns, play.setup.turns, later, named, len(open_ends) - len(named))


def _runs_beyond(case: Case, turns: int) -> bool:
    """Whether a term of it is still to be tested after that turn."""
    return case.in_force and any(
        term.by > turns and not any(done)
        for term, done in zip(case.offer.terms, case.progress, strict=True)
    )


def _first_turns(scenario: Scenario, play: Play) -> Iterator[int]:
    """Of each inject that may still go out, the first turn in which it could come due."""
    clocks = [Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks]
    index, known = play.state.layout.index, frozenset({TURN, TURNS, EVEN_TURN, *clocks})
    now = play.state[TURN]
    rows = []
    for turn in range(now, play.setup.turns + 1):
        row = list(play.state.row)
        row[index[TURN]], row[index[EVEN_TURN]] = turn, int(turn % 2 == 0)
        for clock in clocks:
            row[index[clock]] -= scenario.turn_days * (turn - now)
        rows.append((turn, row))
    for inject in scenario.injects:
        if play.state[Prefix.INJECT.of(inject.id)] or inject.id in play.dropped:
            continue
        may_come = compile_test(could_hold(inject.when, known), index)
        yield from [turn for turn, row in rows if may_come(tuple(row))][:1]
