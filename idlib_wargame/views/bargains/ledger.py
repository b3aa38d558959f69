"""The ledger: what is on the table, in force and over, as one reader may see it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import OfferDraft, Play
from idlib_wargame.views.bargains.case_card import CardMaker, CaseCard


class LedgerView(NamedTuple):
    """What somebody knows of offers and agreements, the newest first in each list.

    ``drafts`` are the reader's own, by place. ``may_offer`` says whether the reader's seat signs
    for its actor, ``signer`` who does.
    """

    waiting: tuple[CaseCard, ...]
    tabled: tuple[CaseCard, ...]
    in_force: tuple[CaseCard, ...]
    over: tuple[CaseCard, ...]
    drafts: tuple[tuple[int, OfferDraft], ...] = ()
    may_offer: bool = False
    signer: str = ""

    @property
    def cards(self) -> tuple[CaseCard, ...]:
        """All of them, what asks for an answer first."""
        return (*self.waiting, *self.tabled, *self.in_force, *self.over)

    def card(self, key: str) -> CaseCard | None:
        """The card of that key; None where it is gone."""
        return next((each for each in self.cards if each.key == key), None)


def ledger_view(referee: Referee, play: Play, sight: Sight | None = None) -> LedgerView:
    """What a reader may see; ``play`` is cut to what they know. Without ``sight``, control's."""
    scenario = referee.scenario
    seat = sight.seat if sight else ""
    actor = scenario.actor_of[seat] if seat else ""
    signs = signer(scenario, actor) if actor and scenario.bargain is not None else ""
    insight = sight.insight if sight else None
    own = actor if signs == seat else ""
    maker = CardMaker(scenario, referee.bargaining, play, play.ledger, own, insight)
    cards = [maker.card(case) for case in reversed(tuple(play.ledger.cases.values()))]
    open_cards = [card for card in cards if card.is_open]
    return LedgerView(
        waiting=tuple(card for card in open_cards if card.waits_for_reader),
        tabled=tuple(card for card in open_cards if not card.waits_for_reader),
        in_force=tuple(card for card in cards if card.in_force),
        over=tuple(card for card in cards if not card.is_open and not card.in_force),
        drafts=tuple(sorted(play.offer_drafts.get(seat, {}).items())) if seat else (),
        may_offer=bool(signs) and signs == seat,
        signer=scenario.seat_by_id[signs].name if signs else "",
    )
