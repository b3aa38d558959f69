"""The referee: adjudicates a turn's orders against a pack's tables, and explains every result.

A turn resolves in the pack's steps. Inside a step everything reads the situation as the step
began; all dice are thrown; effects are added together. Then the turn's end follows by itself:
upkeep, conversions, clauses, flags, ladder.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy

from idlib_wargame.rules.agreements.bargaining import NOTHING_AGREED, Bargaining, Closing, Standing
from idlib_wargame.rules.decisions import AS_IT_FALLS, Decisions
from idlib_wargame.rules.dice import Dice
from idlib_wargame.rules.names import TURN, TURNS, Prefix
from idlib_wargame.rules.pack.own_rows import NO_ROWS, OwnRows
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, Card, Order, TurnResult
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.state import Layout, State
from idlib_wargame.rules.turn.book import RuleBook
from idlib_wargame.rules.turn.ending import Ending
from idlib_wargame.rules.turn.injects import Messages
from idlib_wargame.rules.turn.interactions import Interactions
from idlib_wargame.rules.turn.known_rules import known_book
from idlib_wargame.rules.turn.orders import OrderDesk
from idlib_wargame.rules.turn.outcomes import Aims, Endings
from idlib_wargame.rules.turn.roll import Opened, Roll
from idlib_wargame.rules.turn.settle import Settlement
from idlib_wargame.rules.turn.step import StepPlay

MOST_KEPT = 8  # referees with rows of an exercise; undo and redo go between a few


class Referee:
    """A pack, made ready to play. Holds no state of any session and may serve many.

    ``own`` are the rows of an exercise that stand beside those of the pack.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.own = NO_ROWS
        self._pack = self
        self._with_rows: list[tuple[OwnRows, Referee]] = []
        self.layout = Layout(scenario)
        self.book = RuleBook(scenario, self.layout)
        self.desk = OrderDesk(scenario, self.book)
        self.endings = Endings(scenario, self.layout)
        settlement = Settlement(scenario, self.layout)
        self.aims = Aims(scenario, self.layout)
        self.messages = Messages(scenario, self.layout, settlement)
        self.bargaining = Bargaining(scenario, self.layout, self.book, settlement)
        self._ending = Ending(scenario, self.layout, settlement)
        interactions = Interactions(scenario, self.layout, self.book)
        self._play = StepPlay(scenario, interactions, settlement)
        self._sights: dict[str, Sight] = {}
        self._desks: dict[str, OrderDesk] = {}
        self._seat_place = {seat.id: place for place, seat in enumerate(scenario.seats)}

    def with_rows(self, own: OwnRows) -> Referee:
        """The pack with those rows of an exercise, and no others. Worked out once for each."""
        pack = self._pack
        if not own:
            return pack
        kept = pack._with_rows
        found = next((referee for rows, referee in kept if rows is own), None)
        if found is not None:  # as a rule: to compare rows is slow, and this is asked all the time
            return found
        equal = next((referee for rows, referee in kept if rows == own), None)
        made = equal or pack._made_with(own)
        pack._with_rows = [*kept[1 - MOST_KEPT :], (own, made)]
        return made

    def _made_with(self, own: OwnRows) -> Referee:
        """What rows do not touch is shared: the layout, the bounds, how a turn and a game end."""
        made = copy(self)
        made.scenario, made.own = own.added_to(self.scenario), own
        last = self._with_rows[-1][1].book if self._with_rows else None
        made.book = self.book.with_moves(made.scenario, own.moves, last)
        made.desk = OrderDesk(made.scenario, made.book)
        ours = {move.id for move in own.moves}
        rules = [rule for rule in made.book.rules.values() if rule.move.id in ours]
        made._play = self._play.with_rules(made.scenario, rules)
        made.messages = self.messages.with_injects(own.injects)
        made._sights, made._desks = {}, {}
        return made

    def sight(self, seat: str = "") -> Sight:
        """What a seat may know; what the room may, for no seat. Worked out once for each.

        Rows of an exercise change nothing of what is known: they only can be read.
        """
        if seat not in self._sights:
            self._sights[seat] = self._sight(seat)
        return self._sights[seat]

    def _sight(self, seat: str) -> Sight:
        if self._pack is not self:
            return self._pack.sight(seat).of_rows(self.own)
        if seat:
            return Sight.of(self.scenario, self.layout, seat, self.bargaining)
        return Sight.of_room(self.scenario, self.layout, self.bargaining)

    def desk_of(self, seat: str) -> OrderDesk:
        """What a seat may order, as far as it may know. Worked out once for each."""
        if seat not in self._desks:
            book = known_book(self.book, self.sight(seat).readable, self.layout.index)
            self._desks[seat] = OrderDesk(self.scenario, book)
        return self._desks[seat]

    def opening(self, turns: int | None = None) -> State:
        """The situation as turn 1 finds it, in a session of so many turns."""
        return self.opening_with_rungs(turns)[0]

    def opening_with_rungs(self, turns: int | None = None) -> tuple[State, tuple[int, ...]]:
        """The same, and every rung whose condition holds in it, the highest first."""
        values = dict.fromkeys(self.layout.names, 0)
        values.update((track.id, track.start) for track in self.scenario.tracks)
        for clock in self.scenario.clocks:
            values[Prefix.DAYS_LEFT.of(clock.id)] = (clock.on - self.scenario.start).days
        values[TURN] = 1
        values[TURNS] = self.scenario.turns if turns is None else turns
        row = [values[name] for name in self.layout.names]
        rungs = self._ending.read(row)
        return State(self.layout, tuple(row)), rungs

    def legal(self, state: State, seat: str) -> list[Order]:
        """Every order of the seat whose needs hold as things stand, in the pack's order."""
        return self.desk.legal(state, seat)

    def adjudicate(
        self,
        state: State,
        orders: Sequence[Order],
        dice: Dice | None,
        decided: Decisions = AS_IT_FALLS,
        standing: Standing = NOTHING_AGREED,
    ) -> TurnResult:
        """What the orders come to. The order they come in never changes anything.

        ``dice`` None means expected value: every order gets its most probable band.
        ``decided`` stands in place of what tables and dice would give, ``standing`` is what was
        agreed as the orders were opened. Raises KeyError for an order that no rule of the pack
        plays.
        """
        return self.adjudicate_with_rungs(state, orders, dice, decided, standing)[0]

    def adjudicate_with_rungs(
        self,
        state: State,
        orders: Sequence[Order],
        dice: Dice | None,
        decided: Decisions = AS_IT_FALLS,
        standing: Standing = NOTHING_AGREED,
    ) -> tuple[TurnResult, tuple[int, ...]]:
        """The same, and every rung whose condition held at the turn's end, the highest first.

        Only the highest is the turn's; the others say why one is never reached.
        """
        row = list(state.row)
        opened = self._open(row, orders)
        turn = state[TURN]
        cards: list[Card] = []
        after: list[After] = []
        for number, step in enumerate(self.scenario.steps):
            mine = [each for each in opened if each.rule.step == number]
            played = self._play.play(turn, step, mine, row, state.row, dice, decided)
            cards += played.cards
            after += played.chances

        def agreed(now: list[int]) -> Closing:
            return self.bargaining.close(now, state.row, turn, opened, standing)

        closed = self._ending.close(row, state.row, agreed)
        self.bargaining.begin(row, turn, closed.closing, standing)
        severity, goldstein = self._flows(cards)
        result = TurnResult(
            turn=turn,
            cards=tuple(cards),
            after=(*after, *closed.fired),
            state=State(self.layout, tuple(row)),
            flags=closed.flags,
            rung=closed.rung,
            severity=severity,
            goldstein=goldstein,
            marks=closed.closing.marks,
            found_out=closed.closing.found_out,
            read_off=closed.read_off,
        )
        return result, closed.rungs

    def before_roll(
        self,
        state: State,
        orders: Sequence[Order],
        dice: Dice | None,
        decided: Decisions,
        standing: Standing,
        rolled: Collection[Order] = (),
    ) -> tuple[Roll, ...]:
        """How opened orders stand before they are rolled, and what was rolled of them so far.

        Steps of which all orders were ``rolled`` are played; the odds of all others are as the
        situation stands after those. An order that was not rolled has neither dice nor band.
        """
        row = list(state.row)
        opened = self._open(row, orders)
        found: list[Roll] = []
        is_open = True
        for number, step in enumerate(self.scenario.steps):
            mine = [each for each in opened if each.rule.step == number]
            rolls = self._play.rolls(state[TURN], step, mine, row, dice, decided)
            rolls = self._play.with_conflicts(rolls, row)
            found += [_as_far(each, rolled if is_open else ()) for each in rolls]
            is_open = is_open and all(each.order in rolled for each in rolls)
            if is_open:
                self._play.play(state[TURN], step, mine, row, state.row, dice, decided)
        return tuple(found)

    def _open(self, row: list[int], orders: Sequence[Order]) -> list[Opened]:
        """The orders in the pack's order, each seat's in one place, and counted as ordered."""
        actors = self.scenario.actor_of
        opened = [Opened(order, self.book.rule(order), actors[order.seat]) for order in orders]
        opened.sort(key=lambda each: (each.rule.place, self._seat_place[each.order.seat]))
        for _, rule, actor in opened:
            for bump in rule.opened:
                if bump.seat is None or bump.seat == actor:
                    row[bump.cell] += 1
        return opened

    def _flows(self, cards: Sequence[Card]) -> tuple[dict[str, int], dict[str, int]]:
        """Severity points and Goldstein hundredths of the turn, by the seat an act is booked to."""
        severity: dict[str, int] = {}
        goldstein: dict[str, int] = {}
        for card in cards:
            if card.final is not None:
                seat = card.order.seat
                severity[seat] = severity.get(seat, 0) + card.severity
                goldstein[seat] = goldstein.get(seat, 0) + card.goldstein
        return severity, goldstein


def _as_far(roll: Roll, rolled: Collection[Order]) -> Roll:
    return roll if roll.order in rolled else roll._replace(dice=None, band=None)
