"""What seats that habits play do at the table as talks close."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.dice import Dice
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.negotiating import Dealing, Doing, next_dealing
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.phase import phase_after
from idlib_wargame.session.play import Play


def habit_act(referee: Referee, play: Play, bots: Mapping[str, Bot], dice: Dice) -> Act | None:
    """The next act of bargaining that a habit does before orders open; None when all rest."""
    scenario = referee.scenario
    if scenario.bargain is None or play.phase not in scenario.phases:
        return None
    if phase_after(scenario, play.phase) != ORDERS or play.finished:
        return None
    seats = {actor: signer(scenario, actor) for actor in scenario.actors}
    negotiators = {
        actor: bots[habit].negotiator
        for actor, seat in seats.items()
        if (habit := play.setup.of(seat).habit) in bots
    }
    deal = next_dealing(play.state, play.ledger, negotiators, dice)
    return None if deal is None else _act(deal, seats[deal.actor], play)


def _act(deal: Dealing, seat: str, play: Play) -> Act:
    match deal.doing:
        case Doing.ACCEPT:
            return AcceptOffer(seat, deal.case, play.ledger[deal.case].digest)
        case Doing.REFUSE:
            return RefuseOffer(seat, deal.case)
        case Doing.DECLARE_OVER:
            return DeclareOver(seat, deal.case)
        case Doing.TABLE:
            assert deal.offer is not None, "what is tabled is an offer"
            return TableOffer(seat, deal.offer, deal.case)
