"""The rule book: a pack's moves with every condition compiled, one rule for each way to play."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.conditions.condition import ALWAYS, Condition
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Choice, Move
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.rules.result import CodedEvent, Fired, Order
from idlib_wargame.rules.state import Layout

EffectsByBand = tuple[Effects, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """A compiled modifier: its test, what it gives, whom it concerns, and what it reads."""

    test: Test
    fired: Fired
    seats: frozenset[str] | None
    when: Condition


@dataclass(frozen=True, slots=True)
class Bump:
    """A count that rises when this rule is adjudicated, for a seat and a result or for any."""

    cell: int
    seat: str | None
    at_least: Band | None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way to play a move. ``place`` is its place in the pack, ``step`` its step's number."""

    place: int
    move: Move
    choice: Choice | None
    step: int
    tags: frozenset[str]
    needs: Test | None
    choice_needs: Test | None
    only_if: Test | None
    leanings: tuple[Leaning, ...]
    effects: EffectsByBand
    seat_effects: Mapping[str, EffectsByBand]
    opened: tuple[Bump, ...]
    counted: tuple[Bump, ...]
    events: tuple[CodedEvent, ...]
    seat_events: Mapping[str, tuple[CodedEvent, ...]]
    severity: int

    @property
    def choice_id(self) -> str:
        """The id of the choice; empty for none."""
        return self.choice.id if self.choice else ""

    def order_by(self, seat: str) -> Order:
        """This way of playing the move, as an order of that seat."""
        return Order(seat, self.move.id, self.choice_id)

    def aims_at(self, actor: str) -> bool:
        """Whether the choice aims it at that actor, alone or among others."""
        return self.choice is not None and actor in self.choice.targets

    def events_by(self, actor: str) -> tuple[CodedEvent, ...]:
        """How it is coded when that actor does it, which never aims at itself."""
        return self.seat_events.get(actor, self.events)

    def effects_for(self, actor: str, band: Band) -> Effects:
        """What that band does when that actor ordered it."""
        return self.seat_effects.get(actor, self.effects)[band]


def may_order(seat: Seat, move: Move) -> bool:
    """Whether a move is one of the seat's, whatever the situation."""
    return seat.actor in move.seats and (not seat.tables or move.table in seat.tables)


class RuleBook:
    """Every rule of a pack, by move and choice, and by seat."""

    def __init__(self, scenario: Scenario, layout: Layout) -> None:
        self._scenario = scenario
        self._layout = layout
        self._step = {step: number for number, step in enumerate(scenario.steps)}
        self.rules: dict[tuple[str, str], Rule] = {}
        for move in scenario.moves:
            for choice in move.choices or (None,):
                rule = self._rule(len(self.rules), move, choice)
                self.rules[move.id, rule.choice_id] = rule
        self.by_seat = self._by_seat()

    def with_moves(
        self, scenario: Scenario, moves: Iterable[Move], like: RuleBook | None = None
    ) -> RuleBook:
        """The book with more moves after its own, for the pack that has them.

        What a book ``like`` it has of the very same move in the same place is taken from there.
        """
        book, known = copy(self), like.rules if like is not None else {}
        book._scenario, book.rules = scenario, dict(self.rules)
        for move in moves:
            for choice in move.choices or (None,):
                place, key = len(book.rules), (move.id, choice.id if choice else "")
                rule = known.get(key)
                if rule is None or rule.move is not move or rule.place != place:
                    rule = book._rule(place, move, choice)
                book.rules[key] = rule
        book.by_seat = book._by_seat()
        return book

    def changed(self, change: Callable[[Rule], Rule]) -> RuleBook:
        """A book of the same pack with each rule changed."""
        book = copy(self)
        book.rules = {key: change(rule) for key, rule in self.rules.items()}
        book.by_seat = book._by_seat()
        return book

    def _by_seat(self) -> dict[str, tuple[Rule, ...]]:
        return {
            seat.id: tuple(
                rule
                for rule in self.rules.values()
                if may_order(seat, rule.move) and not rule.aims_at(seat.actor)
            )
            for seat in self._scenario.seats
        }

    def rule(self, order: Order) -> Rule:
        """The rule an order plays. Raises KeyError where there is none."""
        return self.rules[order.move, order.choice]

    def _rule(self, place: int, move: Move, choice: Choice | None) -> Rule:
        tags = move.tags | (choice.tags if choice else frozenset())
        effects = _by_band(move.effects, choice.effects if choice else {})
        opened, counted = self._bumps(tags | {move.id})
        events = _coded(move, choice)
        return Rule(
            place=place,
            move=move,
            choice=choice,
            step=self._step[move.step],
            tags=tags,
            needs=self._test(move.needs),
            choice_needs=self._test(choice.needs) if choice else None,
            only_if=self._test(move.only_if),
            leanings=self._leanings(move, tags),
            effects=effects,
            seat_effects={
                seat: tuple(_merged(effects[band] + extra.get(band, ())) for band in Band)
                for seat, extra in move.by_seat.items()
            },
            opened=opened,
            counted=counted,
            events=events,
            seat_events={seat: _not_at(seat, events) for seat in move.seats},
            severity=self._scenario.points_by_severity[move.severity],
        )

    def _test(self, condition: Condition) -> Test | None:
        """None for a condition that always holds, so that the commonest case costs nothing."""
        return None if condition == ALWAYS else compile_test(condition, self._layout.index)

    def _leanings(self, move: Move, tags: frozenset[str]) -> tuple[Leaning, ...]:
        index = self._layout.index
        own = [
            Leaning(
                compile_test(m.when, index),
                Fired(RowKind.MODIFIER.of(move.id, n), m.shift),
                None,
                m.when,
            )
            for n, m in enumerate(move.modifiers, 1)
        ]
        shared = [
            Leaning(
                compile_test(s.when, index), Fired(RowKind.SHIFT.of(s.id), s.shift), s.seats, s.when
            )
            for s in self._scenario.shifts
            if s.on & tags or move.id in s.on
        ]
        return (*own, *shared)

    def _bumps(self, words: frozenset[str]) -> tuple[tuple[Bump, ...], tuple[Bump, ...]]:
        opened: list[Bump] = []
        counted: list[Bump] = []
        for cell, count in self._layout.counts:
            if count.what in words and count.scope != "last":
                bump = Bump(cell, count.seat, count.at_least)
                (opened if count.scope == "ordered" else counted).append(bump)
        return tuple(opened), tuple(counted)


def _by_band(own: Mapping[Band, Effects], added: Mapping[Band, Effects]) -> EffectsByBand:
    return tuple(_merged(own.get(band, ()) + added.get(band, ())) for band in Band)


def _merged(effects: Effects) -> Effects:
    """Effects on the same track with the same caps, as one."""
    merged: dict[tuple[str, int | None, int | None], Effect] = {}
    for effect in effects:
        key = (effect.track, effect.up_to, effect.down_to)
        by = effect.by + (merged[key].by if key in merged else 0)
        merged[key] = Effect(effect.track, by, effect.up_to, effect.down_to)
    return tuple(merged.values())


def _coded(move: Move, choice: Choice | None) -> tuple[CodedEvent, ...]:
    """How the move is coded; a choice that names its targets aims the first event at them."""
    events = [
        CodedEvent(RowKind.EVENT.of(move.id, n), event.cameo, event.goldstein, event.targets)
        for n, event in enumerate(move.events, 1)
    ]
    if events and choice is not None and choice.targets:
        events[0] = events[0]._replace(targets=choice.targets)
    return tuple(events)


def _not_at(actor: str, events: tuple[CodedEvent, ...]) -> tuple[CodedEvent, ...]:
    """The events with that actor taken out of their targets."""
    return tuple(
        event._replace(targets=tuple(each for each in event.targets if each != actor))
        if actor in event.targets
        else event
        for event in events
    )
