"""Which promises of a seat an order would keep or break, and which of its orders an offer would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.testing import is_live, keeps_act
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.offer import Does, How, Term
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import move_words

Way = tuple[str, str]  # a move and its choice


class Owed(NamedTuple):
    """A promise of the seat's actor: the ways of playing a move that break it, or that keep it.

    ``number`` counts the term from 1, ``words`` are the term's, ``title`` names the agreement.
    """

    breaking: frozenset[Way]
    term: Term
    number: int
    title: str


class Stakes:
    """What one seat's orders mean for what its actor has promised, as things stand.

    ``play`` is cut to what the seat knows, which holds all that its own actor signed. What breaks
    a promise is worked out once, and not for each order that is asked about.
    """

    def __init__(self, referee: Referee, play: Play, seat: str) -> None:
        self._referee = referee
        self._scenario: Scenario = referee.scenario
        self._actor = self._scenario.actor_of[seat]
        self.seat, turn = seat, play.state[TURN]
        self._owed = tuple(
            Owed(self._breaking(term), term, place + 1, title_of(self._scenario, case))
            for case in play.ledger.binding(turn)
            for place, term in enumerate(case.offer.terms)
            if term.debtor == self._actor and is_live(case, place, turn)
        )

    def breaches(self, order: Order) -> tuple[str, ...]:
        """What an order would break, a sentence each."""
        said = _("It would break term {number} of {agreement}.")
        return _told(said, [owed for owed in self._owed if _breaks(owed, order)])

    def keeps(self, order: Order) -> tuple[str, ...]:
        """What an order keeps, a sentence each."""
        said = _("It keeps term {number} of {agreement}.")
        return _told(said, [owed for owed in self._owed if _keeps(owed, order)])

    def _breaking(self, term: Term) -> frozenset[Way]:
        rules = self._referee.book.by_seat[self.seat]
        broken = self._referee.bargaining.tests.breaking(term, rules)
        return frozenset((rule.move.id, rule.choice_id) for rule in broken)

    def breaking(self, case: Case, wishes: Sequence[Wish]) -> Iterator[str]:
        """Before accepting: which of the seat's sealed orders an offer would make a breach."""
        for wish in wishes:
            if (wish.move, wish.choice) not in self._referee.book.rules:
                continue  # what it does is not settled yet, or its row is gone
            order = Order(self.seat, wish.move, wish.choice)
            mine = (term for term in case.offer.terms if term.debtor == self._actor)
            way = (order.move, order.choice)
            if any(_binds_at_once(term) and way in self._breaking(term) for term in mine):
                said = _("Your sealed order “{move}” would break it at once.")
                yield fill(said, move=move_words(self._scenario, wish.move, wish.choice))


def _binds_at_once(term: Term) -> bool:
    """Whether a term asks something of its debtor as soon as it is signed."""
    return term.link is None or term.link.how is How.UNLESS


def _breaks(owed: Owed, order: Order) -> bool:
    return (order.move, order.choice) in owed.breaking


def _keeps(owed: Owed, order: Order) -> bool:
    is_act = owed.term.does is Does.ACT
    return is_act and not _breaks(owed, order) and keeps_act(owed.term, order)


def _told(said: str, terms: Sequence[Owed]) -> tuple[str, ...]:
    found = [fill(said, number=owed.number, agreement=owed.title) for owed in terms]
    return tuple(dict.fromkeys(found))
