"""Moves that are always better than another, by the tables, or that pay under every habit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rules.conditions.condition import ALWAYS, Condition, parts_of
from idlib_wargame.rules.names import Count
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.referee import Referee

# By results: a move that a seat tried in so many of the sessions of a habit, no fewer and no more,
# and after which so much more of its private aims was met, is said to pay.
FEWEST_TRIED, MOST_TRIED = 0.05, 0.95
LEAST_GAIN = 0.10


class Better(NamedTuple):
    """Wherever a seat may order ``worse`` it may order ``better``, which does the same."""

    seat: str
    better: Rule
    worse: Rule


class Gain(NamedTuple):
    """The share of a seat's private aims met, 0 to 1, in sessions with and without a move."""

    run: Run
    with_it: float
    without: float

    @property
    def gain(self) -> float:
        """How much more was met."""
        return self.with_it - self.without


def better_by_the_tables(referee: Referee) -> Iterator[Better]:
    """Pairs of rules of a seat that do the same, one of them more easily or at better odds.

    Both are of one table and step, with the same tags and the same effects in every band. A move
    that some other row of the pack names is left out: it may do what its own row does not say.
    """
    named = _named_elsewhere(referee.scenario, referee.layout.counts)
    for seat, rules in referee.book.by_seat.items():
        actor = referee.scenario.actor_of[seat]
        mine = [rule for rule in rules if rule.move.id not in named]
        for better in mine:
            for worse in mine:
                if _same_doing(actor, better, worse) and _no_worse(actor, better, worse):
                    yield Better(seat, better, worse)


def gains(rehearsals: Rehearsals, seat: str, move: str) -> list[Gain]:
    """What a move brought a seat, run by run, where it was tried neither seldom nor always."""
    actor = rehearsals.stage.actor_of[seat]
    aims = [aim.id for aim in rehearsals.scenario.aims if aim.seat == actor]
    found = []
    for run, tally in rehearsals.base.items():
        tried = tally.tried[seat, move]
        if not aims or not FEWEST_TRIED <= tally.share(tried) <= MOST_TRIED:
            continue
        met, with_it = sum(tally.aims[aim] for aim in aims), tally.aims_with[seat, move]
        rest = (tally.sessions - tried) * len(aims)
        found.append(Gain(run, with_it / (tried * len(aims)), (met - with_it) / rest))
    return found


def always_pays(rehearsals: Rehearsals, seat: str, move: str) -> list[Gain]:
    """The gains of a move that pays in every run that can tell, of at least two; else none."""
    found = gains(rehearsals, seat, move)
    pays = len(found) >= min(2, len(rehearsals.base)) and all(
        each.gain >= LEAST_GAIN for each in found
    )
    return found if pays else []


def _named_elsewhere(scenario: Scenario, counts: tuple[tuple[int, Count], ...]) -> set[str]:
    return (
        {count.what for _, count in counts}
        | {row.move for row in scenario.principals}
        | {row.on for row in scenario.contradictions}
        | {side for row in scenario.contests for side in (row.attack, row.defence)}
    )


def _same_doing(actor: str, one: Rule, other: Rule) -> bool:
    return (
        one is not other
        and (one.move.table, one.step, one.tags) == (other.move.table, other.step, other.tags)
        and one.move.seen_by == other.move.seen_by
        and all(
            set(one.effects_for(actor, band)) == set(other.effects_for(actor, band))
            for band in Band
        )
    )


def _no_worse(actor: str, one: Rule, other: Rule) -> bool:
    """Whether one is no harder to order and no less likely, and better in one of the two."""
    mine, theirs = _hurdles(one), _hurdles(other)
    if not mine <= theirs or one.move.target > other.move.target:
        return False
    helps, harms = _shifts(actor, one)
    their_helps, their_harms = _shifts(actor, other)
    if not (harms <= their_harms and helps >= their_helps):
        return False
    return (mine, one.move.target, helps, harms) != (
        theirs,
        other.move.target,
        their_helps,
        their_harms,
    )


def _hurdles(rule: Rule) -> frozenset[Condition]:
    """Everything that must hold for the rule to be ordered and rolled."""
    choice = rule.choice.needs if rule.choice else ALWAYS
    return frozenset(
        part
        for condition in (rule.move.needs, choice, rule.move.only_if)
        for part in parts_of(condition)
    )


def _shifts(actor: str, rule: Rule) -> tuple[frozenset[object], frozenset[object]]:
    """The modifiers that help the actor and those that harm it, by condition and size."""
    mine = [each for each in rule.leanings if each.seats is None or actor in each.seats]
    rows = [(each.when, each.fired.shift) for each in mine]
    return (
        frozenset(row for row in rows if row[1] > 0),
        frozenset(row for row in rows if row[1] < 0),
    )
