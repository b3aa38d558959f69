"""What seats that habits play do at the table, as talks close, and what a habit would do."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.dice import Dice
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.negotiating import Dealing, Doing, next_dealing
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.bargains import why_closed
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.phase import phase_after
from idlib_wargame.session.play import Play


def talks_close(scenario: Scenario, play: Play) -> bool:
    """Whether to go on from here is to open orders, so that nobody has another word before."""
    return play.phase in scenario.phases and phase_after(scenario, play.phase) == ORDERS


def habit_act(referee: Referee, play: Play, bots: Mapping[str, Bot], dice: Dice) -> Act | None:
    """The next act of bargaining that a habit does; None when all rest.

    The pack's order of seats decides who acts first. Each act is done for the seat that signs for
    its actor, where a habit plays that seat.
    """
    scenario = referee.scenario
    if scenario.bargain is None or play.bargaining_turn > play.setup.turns:
        return None
    seats = {actor: signer(scenario, actor) for actor in scenario.actors}
    negotiators = {
        actor: bots[habit].negotiator
        for actor, seat in seats.items()
        if (habit := play.setup.of(seat).habit) in bots
    }
    deal = next_dealing(play.state, play.ledger, negotiators, dice, play.setup.turns)
    return None if deal is None else _act(deal, seats[deal.actor], play)


def suggested_acts(
    referee: Referee, play: Play, seat: str, bot: Bot, dice: Dice
) -> tuple[Act, ...]:
    """All that a habit would do at the table for a seat now: ends, answers, then an offer.

    Each is what it would do were it the next act; nothing is done. Empty where nothing can be.
    """
    scenario = referee.scenario
    actor = scenario.actor_of[seat]
    if scenario.bargain is None or signer(scenario, actor) != seat or why_closed(scenario, play):
        return ()
    deals = bot.negotiator.dealings(play.state, play.ledger, actor, dice, play.setup.turns)
    return tuple(_act(deal, seat, play) for deal in deals)


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
