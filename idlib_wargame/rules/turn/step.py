"""One step of a turn: who may roll, the dice, the bands, and the effects all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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

    def with_rules(self, scenario: Scenario, rules: Iterable[Rule]) -> StepPlay:
        """The same for a pack with more rules."""
        return StepPlay(scenario, self._interactions.with_rules(rules), self._settlement)

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

    def with_conflicts(self, rolls: Sequence[Roll], row: Sequence[int]) -> list[Roll]:
        """The rolls of a step, each with the rows by which other orders bear on its result."""
        return [
            each._replace(conflicts=self._interactions.conflicts(each, rolls, row))
            for each in rolls
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
        ruled = [rulings.get(each.address) for each in rolls]
        asked = [self._asked(n, each, bands[n], ruled[n], row) for n, each in enumerate(rolls)]
        tabled = {
            n: self._by_the_table(n, rolls[n], bands[n], asked, row, base)
            for n, ruling in enumerate(ruled)
            if ruling
        }
        lines = self._settlement.settle(row, base, _together(asked))
        cards = []
        for n, each in enumerate(rolls):
            final = _final(bands[n], ruled[n])
            if final is not None:
                _count(each, final, row)
            card = _card(each, bands[n], final, ruled[n], lines.get(n, ()), lost.get(n, ()))
            cards.append(card._replace(table_effects=tabled[n]) if n in tabled else card)
        return cards

    def _asked(
        self, asker: int, roll: Roll, band: Band | None, ruled: Ruling | None, row: list[int]
    ) -> list[Ask]:
        """What an order asks for: what a ruling wrote in place of its band's effects, else those.

        Whoever writes effects has seen what else bears on the order, so no contradiction changes
        them.
        """
        if ruled is not None and ruled.effects is not None:
            return [Ask(asker, effect) for effect in ruled.effects]
        final = _final(band, ruled)
        if final is None:
            return []
        effects = roll.rule.effects_for(roll.actors[0], final)
        return self._interactions.asks(asker, roll.rule, roll.actors, effects, row)

    def _by_the_table(
        self,
        place: int,
        roll: Roll,
        band: Band | None,
        asked: Sequence[list[Ask]],
        row: list[int],
        base: Sequence[int],
    ) -> tuple[EffectLine, ...]:
        """What an order would have come to without its ruling, all others being as they are."""
        instead = [*asked[:place], self._asked(place, roll, band, None, row), *asked[place + 1 :]]
        return tuple(self._settlement.settle([*row], base, _together(instead)).get(place, ()))

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


def _final(band: Band | None, ruled: Ruling | None) -> Band | None:
    return ruled.band if ruled else band


def _together(asked: Sequence[list[Ask]]) -> list[Ask]:
    return [ask for asks in asked for ask in asks]


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
