"""What habits agree on in a rehearsal, counted as it goes."""

from __future__ import annotations

from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rehearsal.witness import Witness
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.dice import Dice
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.negotiating import Dealing, Doing, Negotiator, next_dealing
from idlib_wargame.rules.turn.referee import Referee


class Talks:
    """The agreements of a pack, as one habit makes them for every actor."""

    def __init__(self, referee: Referee, negotiator: Negotiator, witness: Witness) -> None:
        scenario = referee.scenario
        self._witness = witness
        self._bargaining = referee.bargaining
        self._most_open = scenario.bargain.most_open if scenario.bargain else 0
        self._turns = scenario.turns
        self._negotiators = dict.fromkeys(scenario.actors, negotiator)

    def held(self, state: State, ledger: Ledger, dice: Dice, tally: Tally) -> tuple[State, Ledger]:
        """All that is done at the table before a turn's orders, and where it leaves things."""
        turn = state[TURN]
        while deal := next_dealing(state, ledger, self._negotiators, dice):
            ledger = deal.done_in(ledger, turn, self._most_open)
            state = self._bargaining.standing_in(state, ledger)
            self._count(deal, ledger, tally)
        return self._bargaining.standing_in(state, ledger), ledger

    def _count(self, deal: Dealing, ledger: Ledger, tally: Tally) -> None:
        if deal.offer is not None:
            tally.agreed[deal.offer.template, "offered"] += 1
            return
        case = ledger[deal.case]
        template = case.offer.template
        if deal.doing is Doing.DECLARE_OVER:
            tally.agreed[template, "declared"] += 1
        elif deal.doing is Doing.ACCEPT and case.in_force:
            tally.agreed[template, "signed"] += 1
            self._witness.signed(case.offer, tally.rows)

    def closed(self, before: State, ledger: Ledger, result: TurnResult, tally: Tally) -> Ledger:
        """The agreements once a turn is closed; ``before`` is where its orders were given."""
        if not ledger:
            return ledger
        for mark in result.marks:
            template = ledger[mark.case].offer.template
            if mark.mark is Mark.BROKEN:
                tally.agreed[template, "breached"] += 1
            elif mark.mark in (Mark.KEPT, Mark.KEEPING) and not mark.idle:
                tally.agreed[template, "kept"] += 1
        for case in ledger.binding(result.turn):
            self._witness.vague(self._bargaining.vague(case.offer, before.row), tally.rows)
        self._witness.found_out([ledger[key].offer for key in result.found_out], tally.rows)
        opened = ledger.orders_opened(result.turn)
        return opened.closed(result.turn, self._turns, result.marks, result.found_out)
