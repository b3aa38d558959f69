"""How a habit bargains: what it tables, answers and declares over as talks close, and its faith."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import unfit
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.agreements.testing import keeps_act
from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.dice import BargainAddress, Dice
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.offer import Does, How, Offer, Term
from idlib_wargame.rules.pack.bargain import Bargain
from idlib_wargame.rules.pack.habits import AnswerPick, EndPick, Habit, Manner, OfferPick
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.referee import Referee

PERCENT = 100
Leaning = OfferPick | AnswerPick | EndPick


class Doing(Enum):
    """What an actor does in talks."""

    TABLE = "table"
    ACCEPT = "accept"
    REFUSE = "refuse"
    DECLARE_OVER = "declare_over"


class Dealing(NamedTuple):
    """One act of bargaining. ``case`` is the key of what is answered, countered or ended."""

    actor: str
    doing: Doing
    case: str = ""
    offer: Offer | None = None

    def done_in(self, ledger: Ledger, turn: int, most_open: int) -> Ledger:
        """The ledger after it. Raises BargainFault where it may not be."""
        match self.doing:
            case Doing.ACCEPT:
                digest = ledger[self.case].digest
                return ledger.accepted(self.case, self.actor, digest, turn)
            case Doing.REFUSE:
                return ledger.refused(self.case, self.actor, turn)
            case Doing.DECLARE_OVER:
                return ledger.declared_over(self.case, self.actor, turn)
            case Doing.TABLE:
                assert self.offer is not None, "what is tabled is an offer"
                return ledger.tabled(self.offer, turn, most_open, self.case)


class Pledges(NamedTuple):
    """What a habit holds to this turn: rules that it will not play, and some that it will first."""

    avoided: frozenset[Rule] = frozenset()
    wanted: tuple[Rule, ...] = ()


NO_PLEDGES = Pledges()


class Negotiator:
    """A habit, made ready to bargain for any actor of a pack."""

    def __init__(self, referee: Referee, habit: Habit) -> None:
        self._referee = referee
        self._habit = habit
        self._bargain = referee.scenario.bargain or Bargain()
        self._templates = {row.id: row for row in self._bargain.templates}
        self._manners = {actor: habit.manner(actor) for actor in referee.scenario.actors}
        index = referee.layout.index
        self._tests: dict[int, Test] = {}
        for manner in self._manners.values():
            rows: tuple[Leaning, ...] = (*manner.offers, *manner.answers, *manner.ends)
            self._tests.update((id(row), compile_test(row.when, index)) for row in rows)

    def dealings(self, state: State, ledger: Ledger, actor: str, dice: Dice) -> Iterator[Dealing]:
        """What an actor does now. What has been drawn once in a turn comes out the same again."""
        if self._referee.scenario.bargain is None:
            return
        manner = self._manners[actor]

        def falls(chance: int, what: str, about: str) -> bool:
            address = BargainAddress(state[TURN], self._habit.id, actor, what, about)
            return dice.below(address, PERCENT) < chance

        yield from self._ended(manner, state, ledger, actor, falls)
        yield from self._answered(manner, state, ledger, actor, dice)
        yield from self._offered(manner, state, ledger, actor, falls)

    def _ended(
        self,
        manner: Manner,
        state: State,
        ledger: Ledger,
        actor: str,
        falls: Callable[[int, str, str], bool],
    ) -> Iterator[Dealing]:
        for case in ledger.binding(state[TURN]):
            if actor not in case.parties or case.since == state[TURN]:
                continue
            rows = (row for row in manner.ends if _is_for(row.templates, case.offer))
            row = next((each for each in rows if self._tests[id(each)](state.row)), None)
            if row is not None and falls(row.chance, "end", case.key):
                yield Dealing(actor, Doing.DECLARE_OVER, case.key)

    def _answered(
        self, manner: Manner, state: State, ledger: Ledger, actor: str, dice: Dice
    ) -> Iterator[Dealing]:
        countered = {case.answers for case in ledger.cases.values() if case.offer.maker == actor}
        for case in ledger.cases.values():
            if not case.is_open or actor not in case.missing or case.key in countered:
                continue
            rows = (row for row in manner.answers if _is_for(row.templates, case.offer))
            row = next((each for each in rows if self._tests[id(each)](state.row)), None)
            if row is not None:
                yield from self._answer(row, case, state, ledger, actor, dice)

    def _answer(
        self, row: AnswerPick, case: Case, state: State, ledger: Ledger, actor: str, dice: Dice
    ) -> Iterator[Dealing]:
        """By weight; drawn for the offer and not for the turn, so that it is answered once."""
        weights = (row.accept, row.refuse, row.counter, row.wait)
        address = BargainAddress(case.turn, self._habit.id, actor, "answer", case.key)
        mark = dice.below(address, max(1, sum(weights)))
        for place, weight in enumerate(weights):
            mark -= weight
            if mark < 0:
                if place == 2 and len(ledger.open_by(actor)) >= self._bargain.most_open:
                    return
                yield from self._one_of(place, row, case, state, actor)
                return

    def _one_of(
        self, place: int, row: AnswerPick, case: Case, state: State, actor: str
    ) -> Iterator[Dealing]:
        if place == 0:
            yield Dealing(actor, Doing.ACCEPT, case.key)
        elif place == 1 and actor != case.offer.maker:
            yield Dealing(actor, Doing.REFUSE, case.key)
        elif place == 2:
            template = self._templates.get(row.counter_with or case.offer.template)
            if template is not None and actor in template.parties:
                offer = offer_from(self._referee.scenario, template, actor, state[TURN])
                if not unfit(self._referee.scenario, offer, state[TURN]):
                    yield Dealing(actor, Doing.TABLE, case.key, offer)

    def _offered(
        self,
        manner: Manner,
        state: State,
        ledger: Ledger,
        actor: str,
        falls: Callable[[int, str, str], bool],
    ) -> Iterator[Dealing]:
        """One a turn at most: the first row that fits and falls."""
        turn = state[TURN]
        if any(c.turn == turn and c.offer.maker == actor for c in ledger.cases.values()):
            return
        if len(ledger.open_by(actor)) >= self._bargain.most_open:
            return
        for row in manner.offers:
            offer = self._offer(row, ledger, actor, turn)
            if offer is None or not self._tests[id(row)](state.row):
                continue
            if falls(row.chance, "offer", row.template):
                yield Dealing(actor, Doing.TABLE, "", offer)
                return

    def _offer(self, row: OfferPick, ledger: Ledger, actor: str, turn: int) -> Offer | None:
        """The template as an offer, unless it stands already or may not be made."""
        template = self._templates[row.template]
        stands = (
            case.offer.template == template.id and (case.is_open or case.in_force)
            for case in ledger.cases.values()
        )
        if actor not in template.parties or any(stands):
            return None
        offer = offer_from(self._referee.scenario, template, actor, turn)
        return None if unfit(self._referee.scenario, offer, turn) else offer

    def pledges(self, state: State, ledger: Ledger, seat: str, dice: Dice) -> Pledges:
        """What the habit holds to as that seat, of all that its actor has promised."""
        actor, turn = self._referee.scenario.actor_of[seat], state[TURN]
        binding = ledger.binding(turn)
        if not binding:
            return NO_PLEDGES
        avoided: set[Rule] = set()
        wanted: list[Rule] = []
        rules = self._referee.book.by_seat[seat]
        for case in binding:
            for place, term in enumerate(case.offer.terms):
                if term.debtor != actor or not is_live(case, place, turn):
                    continue
                address = BargainAddress(
                    turn, self._habit.id, actor, "faith", f"{case.key}/{place}"
                )
                if dice.below(address, PERCENT) >= self._manners[actor].faith:
                    continue
                avoided.update(self._referee.bargaining.tests.breaking(term, rules))
                wanted += _promised(term, rules, seat)
        return Pledges(frozenset(avoided), tuple(wanted))


def _promised(term: Term, rules: Sequence[Rule], seat: str) -> list[Rule]:
    if term.does is not Does.ACT:
        return []
    return [rule for rule in rules if keeps_act(term, rule.order_by(seat))]


def _is_for(templates: Sequence[str], offer: Offer) -> bool:
    return not templates or offer.template in templates


def is_live(case: Case, place: int, turn: int) -> bool:
    """Whether a term asks something of its debtor in that turn."""
    progress, term = case.progress[place], case.offer.terms[place]
    if progress.kept_in or progress.is_void or progress.is_over:
        return False
    if term.link is None:
        return True
    other = case.progress[term.link.term]
    if term.link.how is How.UNLESS:
        return not other.kept_in
    return bool(other.kept_in) and other.kept_in < turn


def next_dealing(
    state: State, ledger: Ledger, negotiators: Mapping[str, Negotiator], dice: Dice
) -> Dealing | None:
    """The first act that some actor, each by its own habit, would do now; None when all rest."""
    for actor, negotiator in negotiators.items():
        for dealing in negotiator.dealings(state, ledger, actor, dice):
            return dealing
    return None
