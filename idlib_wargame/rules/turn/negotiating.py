"""How a habit bargains: what it declares over, answers and tables as talks close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeVar

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import unfit
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.dice import BargainAddress, Dice
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.bargain import Bargain
from idlib_wargame.rules.pack.habits import AnswerPick, EndPick, Habit, Manner, OfferPick
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import as_long

PERCENT = 100
Row = OfferPick | AnswerPick | EndPick
Leaning = TypeVar("Leaning", AnswerPick, EndPick)


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


class Moment(NamedTuple):
    """Who decides, and by what: the situation, and all that was tabled so far.

    ``scenario`` is as long as it is played.
    """

    actor: str
    state: State
    ledger: Ledger
    dice: Dice
    scenario: Scenario

    @property
    def turn(self) -> int:
        """The turn whose orders are bargained for."""
        return self.state[TURN]


class Negotiator:
    """A habit, made ready to bargain for any actor of a pack."""

    def __init__(self, referee: Referee, habit: Habit) -> None:
        self._scenario = referee.scenario
        self._habit = habit.id
        self._bargain = referee.scenario.bargain or Bargain()
        self._templates = {row.id: row for row in self._bargain.templates}
        self._manners = {actor: habit.manner(actor) for actor in referee.scenario.actors}
        index = referee.layout.index
        self._tests: dict[int, Test] = {}
        for manner in self._manners.values():
            rows: tuple[Row, ...] = (*manner.offers, *manner.answers, *manner.ends)
            self._tests.update((id(row), compile_test(row.when, index)) for row in rows)

    def dealings(
        self, state: State, ledger: Ledger, actor: str, dice: Dice, turns: int = 0
    ) -> Iterator[Dealing]:
        """What an actor does now: ends first, then answers, then an offer of its own.

        ``turns`` is the last turn that is played, 0 where it is the pack's.

        What was drawn once comes out the same again, so whoever asks after each act gets every act
        once. It tables at most one offer a turn, counters among them: that is why all soon rest.
        """
        if self._scenario.bargain is None:
            return
        scenario = as_long(self._scenario, turns or self._scenario.turns)
        manner, now = self._manners[actor], Moment(actor, state, ledger, dice, scenario)
        yield from self._ended(manner, now)
        yield from self._answered(manner, now)
        yield from self._offered(manner, now)

    def _ended(self, manner: Manner, now: Moment) -> Iterator[Dealing]:
        """What was only just signed is not declared over."""
        if not manner.ends:
            return
        for case in now.ledger.binding(now.turn):
            if now.actor not in case.parties or case.since == now.turn:
                continue
            row = self._first(manner.ends, case.offer, now)
            if row is not None and self._falls(row.chance, now, "end", case.key):
                yield Dealing(now.actor, Doing.DECLARE_OVER, case.key)

    def _answered(self, manner: Manner, now: Moment) -> Iterator[Dealing]:
        if not manner.answers:
            return
        cases = now.ledger.cases.values()
        countered = {case.answers for case in cases if case.offer.maker == now.actor}
        for case in cases:
            if case.is_open and now.actor in case.missing and case.key not in countered:
                row = self._first(manner.answers, case.offer, now)
                answer = None if row is None else self._answer(row, case, now)
                if answer is not None:
                    yield answer

    def _answer(self, row: AnswerPick, case: Case, now: Moment) -> Dealing | None:
        """By weight; drawn for the offer and not for the turn, so that it is judged once."""
        weights = {"accept": row.accept, "refuse": row.refuse, "counter": row.counter}
        address = BargainAddress(case.turn, self._habit, now.actor, "answer", case.key)
        mark = now.dice.below(address, max(1, sum(weights.values()) + row.wait))
        for word, weight in weights.items():
            mark -= weight
            if mark < 0:
                return self._in_a_word(word, row, case, now)
        return None

    def _in_a_word(self, word: str, row: AnswerPick, case: Case, now: Moment) -> Dealing | None:
        if word == "accept":
            return Dealing(now.actor, Doing.ACCEPT, case.key)
        if word == "refuse":
            return Dealing(now.actor, Doing.REFUSE, case.key)
        template = row.counter_with or case.offer.template
        offer = self._offer(template, now, case) if self._may_table(now) else None
        return None if offer is None else Dealing(now.actor, Doing.TABLE, case.key, offer)

    def _offered(self, manner: Manner, now: Moment) -> Iterator[Dealing]:
        """The first row that fits and falls."""
        if not manner.offers or not self._may_table(now):
            return
        for row in manner.offers:
            if not self._tests[id(row)](now.state.row):
                continue
            if not self._falls(row.chance, now, "offer", row.template):
                continue
            offer = self._offer(row.template, now)
            if offer is not None:
                yield Dealing(now.actor, Doing.TABLE, "", offer)
                return

    def _may_table(self, now: Moment) -> bool:
        """Whether it has tabled nothing this turn, and has room on the table."""
        mine = [case for case in now.ledger.cases.values() if case.offer.maker == now.actor]
        if any(case.turn == now.turn for case in mine):
            return False
        return sum(case.is_open for case in mine) < self._bargain.most_open

    def _offer(self, template: str, now: Moment, answers: Case | None = None) -> Offer | None:
        """The template as an offer, unless it stands already, says nothing new, or may not be."""
        row = self._templates.get(template)
        if row is None or now.actor not in row.parties or self._stands(template, now, answers):
            return None
        if answers is not None:
            maker = answers.offer.maker
            if maker not in row.parties:
                return None
            if answers.offer == offer_from(now.scenario, row, maker, answers.turn):
                return None
        offer = offer_from(now.scenario, row, now.actor, now.turn)
        if answers is not None and offer.reads_as(answers.offer):
            return None
        return None if unfit(now.scenario, offer, now.turn) else offer

    def _stands(self, template: str, now: Moment, answers: Case | None) -> bool:
        """Whether the actor has it on the table or in force, besides what it answers."""
        return any(
            case.offer.template == template
            and (case.is_open or case.in_force)
            and now.actor in case.offer.signers
            and (answers is None or case.key != answers.key)
            for case in now.ledger.cases.values()
        )

    def _falls(self, chance: int, now: Moment, what: str, about: str) -> bool:
        address = BargainAddress(now.turn, self._habit, now.actor, what, about)
        return now.dice.below(address, PERCENT) < chance

    def _first(self, rows: Iterable[Leaning], offer: Offer, now: Moment) -> Leaning | None:
        """The first row that is about such an offer and whose condition holds."""
        fitting = (row for row in rows if _is_about(row.templates, offer))
        return next((row for row in fitting if self._tests[id(row)](now.state.row)), None)


def _is_about(templates: Sequence[str], offer: Offer) -> bool:
    return not templates or offer.template in templates


def next_dealing(
    state: State,
    ledger: Ledger,
    negotiators: Mapping[str, Negotiator],
    dice: Dice,
    turns: int = 0,
) -> Dealing | None:
    """The first act that some actor, each by its own habit, would do now; None when all rest.

    ``turns`` is the last turn that is played, 0 where it is the pack's.

    Who comes first among ``negotiators`` acts first, and the others see what it did.
    """
    for actor, negotiator in negotiators.items():
        for dealing in negotiator.dealings(state, ledger, actor, dice, turns):
            return dealing
    return None
