"""Which promises of a seat an order would keep or break, and which of its orders an offer would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.agreements.testing import is_live, keeps_act
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.offer import Does, Term
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.bargains import case_title
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import move_words


class Stakes:
    """What one seat's orders mean for what its actor has promised, as things stand.

    ``ledger`` is cut to what the seat knows, which holds all that its own actor signed.
    """

    def __init__(self, referee: Referee, play: Play, seat: str) -> None:
        self._referee = referee
        self._scenario: Scenario = referee.scenario
        self._actor = self._scenario.actor_of[seat]
        self.seat, self._turn = seat, play.state[TURN]
        ledger: Ledger = play.ledger
        self._owed = [
            (case, term)
            for case in ledger.binding(self._turn)
            for place, term in enumerate(case.offer.terms)
            if term.debtor == self._actor and is_live(case, place, self._turn)
        ]

    def of(self, order: Order) -> tuple[str, ...]:
        """What an order would keep or break, a sentence each."""
        found = [self._said(case, term, order) for case, term in self._owed]
        return tuple(dict.fromkeys(said for said in found if said))

    def _said(self, case: Case, term: Term, order: Order) -> str:
        title = _title(self._scenario, case)
        if self._breaks(term, order):
            return fill(_("It would break a term of {agreement}."), agreement=title)
        if term.does is Does.ACT and keeps_act(term, order):
            return fill(_("It keeps a term of {agreement}."), agreement=title)
        return ""

    def _breaks(self, term: Term, order: Order) -> bool:
        rules = [self._referee.book.rule(order)]
        return any(True for _rule in self._referee.bargaining.tests.breaking(term, rules))

    def breaking(self, case: Case, wishes: Sequence[Wish]) -> Iterator[str]:
        """Before accepting: which of the seat's sealed orders an offer would make a breach."""
        for wish in wishes:
            order = Order(self.seat, wish.move, wish.choice)
            mine = (term for term in case.offer.terms if term.debtor == self._actor)
            if any(term.link is None and self._breaks(term, order) for term in mine):
                said = _("Your sealed order “{move}” would break it at once.")
                yield fill(said, move=move_words(self._scenario, wish.move, wish.choice))


def _title(scenario: Scenario, case: Case) -> str:
    offer = case.offer
    return case_title(scenario, offer.maker, offer.to, offer.template)
