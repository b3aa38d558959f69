"""One step of a turn: who may roll, the dice, the bands, and the effects all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import Address, ChanceAddress, Dice
from idlib_wargame.rules.odds import Band, band_of, most_probable
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import NEEDS, ONLY_IF, After, Card, EffectLine, Fired, Ruling
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.interactions import Interactions
from idlib_wargame.rules.turn.orders import held_to_most
from idlib_wargame.rules.turn.roll import Opened, Roll
from idlib_wargame.rules.turn.settle import Ask, Settlement

# What a result counts for in the Goldstein flow, in hundredths (judgement: an attempt is an act).
GOLDSTEIN_SHARE = (30, 30, 60, 100, 100)


class Played(NamedTuple):
    """What a step came to."""

    cards: list[Card]
    chances: list[After]


class StepPlay:
    """Plays one step after another."""

    def __init__(
        self, scenario: Scenario, interactions: Interactions, settlement: Settlement
    ) -> None:
        self._scenario = scenario
        self._interactions = interactions
        self._settlement = settlement

    def play(
        self,
        turn: int,
        step: str,
        opened: Sequence[Opened],
        row: list[int],
        base: Sequence[int],
        dice: Dice | None,
        decided: Decisions,
    ) -> Played:
        """Adjudicate a step's orders and change ``row``; ``base`` is the row as the turn began."""
        cards: list[Card] = []
        if opened:
            rolls = self.rolls(turn, step, opened, row, dice, decided)
            cards = self._settle(rolls, row, base, decided.rulings)
        return Played(cards, self._chances(turn, step, row, base, dice))

    def rolls(
        self,
        turn: int,
        step: str,
        opened: Sequence[Opened],
        row: list[int],
        dice: Dice | None,
        decided: Decisions,
    ) -> list[Roll]:
        """Each roll of a step's orders, with its odds as ``row`` has it; nothing is changed."""
        return [
            self._roll(turn, step, group, row, dice, decided)
            for group in self._interactions.joined(opened)
        ]

    def _roll(
        self,
        turn: int,
        step: str,
        group: Sequence[Opened],
        row: list[int],
        dice: Dice | None,
        decided: Decisions,
    ) -> Roll:
        order, rule, _ = group[0]
        seats = tuple([each.order.seat for each in group])
        actors = tuple([each.actor for each in group])
        address = Address(turn, step, *order)
        lapsed = self._lapse(rule, actors, row)
        if lapsed:
            target = rule.move.target
            return Roll(
                order, rule, seats, actors, address, lapsed, (), 0, target, None, None, None
            )
        fired = self._fired(rule, actors, row)
        shift = held_to_most(sum([each.shift for each in fired])) if fired else 0
        orders = [each.order for each in group]
        set_need = decided.need_of(orders)
        need = rule.move.target - shift if set_need is None else set_need
        pair = dice.pair(address) if dice is not None and decided.throws(orders) else None
        band = most_probable(need) if pair is None else band_of(pair[0] + pair[1], need)
        return Roll(
            order, rule, seats, actors, address, "", fired, shift, need, set_need, pair, band
        )

    def _lapse(self, rule: Rule, actors: tuple[str, ...], row: list[int]) -> str:
        """Why an order is not rolled, as an id; empty when it is."""
        if (rule.needs and not rule.needs(row)) or (
            rule.choice_needs and not rule.choice_needs(row)
        ):
            return NEEDS
        if rule.only_if and not rule.only_if(row):
            return ONLY_IF
        return self._interactions.missing_principal(rule, actors)

    def _fired(self, rule: Rule, actors: tuple[str, ...], row: list[int]) -> tuple[Fired, ...]:
        fired = [
            leaning.fired
            for leaning in rule.leanings
            if (leaning.seats is None or not leaning.seats.isdisjoint(actors)) and leaning.test(row)
        ]
        if len(actors) > 1:
            fired += self._interactions.joint_shift(rule)
        return tuple(fired)

    def _settle(
        self,
        rolls: Sequence[Roll],
        row: list[int],
        base: Sequence[int],
        rulings: Mapping[Address, Ruling],
    ) -> list[Card]:
        bands, lost = self._interactions.contested(rolls)
        asks: list[Ask] = []
        finals: list[Band | None] = []
        for asker, each in enumerate(rolls):
            ruled = rulings.get(each.address)
            final = ruled.band if ruled else bands[asker]
            finals.append(final)
            if final is not None:
                effects = each.rule.effects_for(each.actors[0], final)
                asks += self._interactions.asks(asker, each.rule, each.actors, effects, row)
        lines = self._settlement.settle(row, base, asks)
        cards = []
        for n, each in enumerate(rolls):
            final = finals[n]
            if final is not None:
                _count(each, final, row)
            ruled = rulings.get(each.address)
            cards.append(_card(each, bands[n], final, ruled, lines.get(n, ()), lost.get(n, ())))
        return cards

    def _chances(
        self, turn: int, step: str, row: list[int], base: Sequence[int], dice: Dice | None
    ) -> list[After]:
        due = self._interactions.chances_after(step, row)
        if not due:
            return []
        thrown = []
        asks: list[Ask] = []
        for n, (chance, target) in enumerate(due):
            address = ChanceAddress(turn, step, chance.id)
            pair = dice.pair(address) if dice else None
            # Without dice the likelier side counts: 7 or more comes up more often than not.
            came = sum(pair) >= target if pair else target <= 7
            thrown.append((chance, target, address, pair))
            asks += [Ask(n, effect) for effect in chance.effects] if came else []
        lines = self._settlement.settle(row, base, asks)
        return [
            After(RowKind.CHANCE.of(chance.id), tuple(lines.get(n, ())), pair, target, address)
            for n, (chance, target, address, pair) in enumerate(thrown)
        ]


def _count(each: Roll, final: Band, row: list[int]) -> None:
    for bump in each.rule.counted:
        if (bump.seat is None or bump.seat in each.actors) and (
            bump.at_least is None or final >= bump.at_least
        ):
            row[bump.cell] += 1


def _card(
    each: Roll,
    band: Band | None,
    final: Band | None,
    ruled: Ruling | None,
    lines: Sequence[EffectLine],
    lost: tuple[str, ...],
) -> Card:
    rule = each.rule
    events = rule.events_by(each.actors[0])
    flow = 0
    if final is not None and events:
        # Towards nought, so that cooperation and conflict are rounded alike.
        flow = int(events[0].goldstein * GOLDSTEIN_SHARE[final] / 100)
    return Card(
        each.address,
        each.order,
        each.seats,
        rule.move.table,
        rule.move.step,
        each.lapsed,
        rule.move.target,
        each.fired,
        each.shift,
        each.need,
        each.set_need,
        each.dice,
        band,
        ruled,
        tuple(lines),
        lost,
        rule.severity if final is not None else 0,
        flow,
        events if final is not None else (),
    )
