"""Where agreements were signed, broken and declared over, along the turns of the chart."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed


def agreement_marks(scenario: Scenario, ledger: Ledger) -> tuple[TurnMark, ...]:
    """The marks of what a reader knows, turn by turn; ``ledger`` is cut to that.

    What was signed or declared over stands in the first turn for which it counts, and says so:
    once the orders of a turn are open, that is the next.
    """
    found = [mark for case in ledger.cases.values() for mark in _marks(scenario, case)]
    return tuple(sorted(found, key=lambda mark: mark.turn))


def _marks(scenario: Scenario, case: Case) -> Iterator[TurnMark]:
    offer = case.offer
    title = title_of(scenario, case)
    if case.since:
        said = fill(_("Signed, from turn {turn} on: {offer}"), turn=case.since, offer=title)
        yield TurnMark(case.since, Became.SIGNED, said)
    for turn in case.history:
        broken = [mark.term for mark in turn.marks if mark.mark is Mark.BROKEN]
        if broken:
            debtors = dict.fromkeys(offer.terms[term].debtor for term in broken)
            names = listed([scenario.actor_name(each) for each in debtors])
            said = fill(_("Broken by {actors}: {offer}"), actors=names, offer=title)
            yield TurnMark(turn.turn, Became.BROKEN, said)
    for actor, when in case.declared:
        said = fill(
            _("Declared over by {actor}, from turn {turn} on: {offer}"),
            actor=scenario.actor_name(actor),
            turn=when,
            offer=title,
        )
        yield TurnMark(when, Became.OVER, said)
