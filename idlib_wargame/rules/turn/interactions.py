"""How orders of one turn bear on each other: the pack's interaction rows, made ready to read.

(Shifts are modifiers and stand in the rule book with the moves they bear on.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Chance, Contest, Contradiction
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.rules.result import Fired
from idlib_wargame.rules.state import Layout
from idlib_wargame.rules.turn.book import Rule, RuleBook
from idlib_wargame.rules.turn.roll import Opened, Roll
from idlib_wargame.rules.turn.settle import Ask


class Interactions:
    """The interaction rows of a pack."""

    def __init__(self, scenario: Scenario, layout: Layout, book: RuleBook) -> None:
        index = layout.index
        self._allies = {seat.actor: seat.allies for seat in scenario.seats}
        self._principals = {row.move: row for row in scenario.principals}
        self._joint_shift: dict[str, list[Fired]] = {}
        for n, joint in enumerate(scenario.joints, 1):
            fired = Fired(RowKind.JOINT.of(n), joint.shift)
            for move in joint.on:
                self._joint_shift.setdefault(move, []).append(fired)
        self._against = [(compile_test(row.when, index), row) for row in scenario.contradictions]
        self._contradictions = {
            rule.place: found for rule in book.rules.values() if (found := self._bearing_on(rule))
        }
        self._contests = scenario.contests
        self._chances: dict[str, list[tuple[Test, list[tuple[Test, int]], Chance]]] = {}
        for chance in scenario.chances:
            targets = [(compile_test(when, index), target) for when, target in chance.targets]
            self._chances.setdefault(chance.after, []).append(
                (compile_test(chance.when, index), targets, chance)
            )

    def _bearing_on(self, rule: Rule) -> list[tuple[Test, Contradiction]]:
        """The contradictions of a rule, each with its test."""
        return [
            (test, row)
            for test, row in self._against
            if row.on == rule.move.id or row.on in rule.tags
        ]

    def with_rules(self, rules: Iterable[Rule]) -> Interactions:
        """The same rows for more rules."""
        more = copy(self)
        found = {rule.place: self._bearing_on(rule) for rule in rules}
        more._contradictions = {**self._contradictions, **found}
        return more

    def joined(self, opened: Sequence[Opened]) -> list[list[Opened]]:
        """Orders that roll once together: the same rule, by allies or by all its principals."""
        groups: list[list[Opened]] = []
        for each in opened:
            for group in groups:
                if group[0].rule is each.rule and self._together(group, each):
                    group.append(each)
                    break
            else:
                groups.append([each])
        return groups

    def _together(self, group: Sequence[Opened], each: Opened) -> bool:
        move = each.rule.move.id
        if move in self._principals:
            return True
        return move in self._joint_shift and all(
            each.actor in self._allies[other.actor] or other.actor in self._allies[each.actor]
            for other in group
        )

    def joint_shift(self, rule: Rule) -> list[Fired]:
        """What acting together adds; nothing for a move that always needs its principals."""
        if rule.move.id in self._principals:
            return []
        return self._joint_shift.get(rule.move.id, [])

    def missing_principal(self, rule: Rule, actors: Sequence[str]) -> str:
        """The row of principals, where one of them did not order the move too; else empty."""
        row = self._principals.get(rule.move.id)
        missing = row is not None and not set(row.seats).issubset(actors)
        return RowKind.PRINCIPALS.of(rule.move.id) if missing else ""

    def contested(
        self, rolls: Sequence[Roll]
    ) -> tuple[list[Band | None], dict[int, tuple[str, ...]]]:
        """The table's bands once contests are decided, and by its place what each loser lost."""
        bands = [each.band for each in rolls]
        lost: dict[int, tuple[str, ...]] = {}
        if len(rolls) == 1:
            return bands, lost
        for contest in self._contests:
            for loser in _losers(contest, rolls, bands):
                bands[loser] = Band.PARTIAL
                lost[loser] = (*lost.get(loser, ()), RowKind.CONTEST.of(contest.id))
        return bands, lost

    def conflicts(self, roll: Roll, rolls: Sequence[Roll], row: Sequence[int]) -> tuple[str, ...]:
        """The contests that a roll may lose, and the contradictions that hold for it.

        ``rolls`` are those of its step. One that lapses loses nothing.
        """
        if roll.lapsed:
            return ()
        others = [each for each in rolls if each is not roll and not each.lapsed]
        found = [
            RowKind.CONTEST.of(contest.id)
            for contest in self._contests
            for mine, theirs in (
                (contest.attack, contest.defence),
                (contest.defence, contest.attack),
            )
            if _is_on(roll, mine) and any(_is_on(each, theirs) for each in others)
        ]
        found += [
            RowKind.CONTRADICTION.of(contradiction.id)
            for test, contradiction in self._contradictions.get(roll.rule.place, ())
            if (contradiction.seats is None or not contradiction.seats.isdisjoint(roll.actors))
            and test(row)
        ]
        return tuple(dict.fromkeys(found))

    def asks(
        self,
        asker: int,
        rule: Rule,
        actors: Sequence[str],
        effects: Effects,
        row: Sequence[int],
    ) -> list[Ask]:
        """What an order's result asks for, once contradictions have had their say."""
        rows = self._contradictions.get(rule.place)
        if not rows:
            return [Ask(asker, effect) for effect in effects]
        asks = [Ask(asker, effect) for effect in effects]
        for test, contradiction in rows:
            theirs = contradiction.seats
            if (theirs is None or not theirs.isdisjoint(actors)) and test(row):
                row_name = RowKind.CONTRADICTION.of(contradiction.id)
                asks = [_halved(ask, contradiction, row_name) for ask in asks]
                asks += [Ask(asker, each, row_name) for each in contradiction.effects]
        return asks

    def chances_after(self, step: str, row: Sequence[int]) -> list[tuple[Chance, int]]:
        """The chances that are due after a step, each with its target on two dice."""
        due = []
        for test, targets, chance in self._chances.get(step, ()):
            if test(row):
                target = next((target for when, target in targets if when(row)), None)
                if target is not None:
                    due.append((chance, target))
        return due


def _halved(ask: Ask, contradiction: Contradiction, row_name: str) -> Ask:
    effect = ask.effect
    if effect.track not in contradiction.halves or effect.by <= 0:
        return ask
    halved: Effect = replace(effect, by=effect.by // 2)
    return Ask(ask.asker, halved, row_name)


def _losers(contest: Contest, rolls: Sequence[Roll], bands: Sequence[Band | None]) -> Sequence[int]:
    """Places of the orders that lose: those of the side whose best margin is less."""
    attack = _winners(contest.attack, rolls, bands)
    defence = _winners(contest.defence, rolls, bands) if attack else ()
    if not defence:
        return ()
    attack_margin = max(_margin(rolls[place]) for place in attack)
    defence_margin = max(_margin(rolls[place]) for place in defence)
    return defence if attack_margin > defence_margin else attack


def _winners(side: str, rolls: Sequence[Roll], bands: Sequence[Band | None]) -> list[int]:
    """Places of the orders on that side (a tag or a move) that succeed."""
    return [
        place
        for place, each in enumerate(rolls)
        if _is_on(each, side) and (band := bands[place]) is not None and band >= Band.SUCCESS
    ]


def _is_on(each: Roll, side: str) -> bool:
    return side in each.rule.tags or side == each.rule.move.id


def _margin(each: Roll) -> int:
    """The margin of the throw; without dice, of the likeliest throw, which is seven."""
    return (sum(each.dice) if each.dice else 7) - each.need
